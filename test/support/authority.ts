import { webcrypto } from 'node:crypto';
import * as asn1js from 'asn1js';
import {
  AlgorithmIdentifier,
  Attribute,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  Extension,
  ExtKeyUsage,
  IssuerAndSerialNumber,
  MessageImprint,
  PKIStatusInfo,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs';

/** A time-stamp authority of the test: it has a certificate of its own root. */
export interface Authority {
  /** The root's certificate in PEM. */
  readonly root: string;
  /** Answers a request (DER) with a response (DER). */
  answer(
    request: Uint8Array,
    options?: { time?: Date; digest?: string; withCertificates?: boolean },
  ): Promise<Uint8Array>;
}

interface Owner {
  readonly certificate: Certificate;
  readonly keys: webcrypto.CryptoKeyPair;
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
const bytesOf = (text: string) => Uint8Array.from(Buffer.from(text, 'hex')).buffer;

async function owner(name: string, extension: Extension, issuer: Owner | null): Promise<Owner> {
  const keys = (await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as webcrypto.CryptoKeyPair;
  const certificate = new Certificate();
  certificate.version = 2;
  certificate.serialNumber = new asn1js.Integer({ value: issuer === null ? 1 : 2 });
  const named = new AttributeTypeAndValue({ type: '2.5.4.3', value: new asn1js.Utf8String({ value: name }) });
  certificate.subject.typesAndValues.push(named);
  if (issuer === null) certificate.issuer.typesAndValues.push(named);
  else certificate.issuer = issuer.certificate.subject;
  certificate.notBefore.value = new Date('2020-01-01T00:00:00Z');
  certificate.notAfter.value = new Date('2049-01-01T00:00:00Z');
  certificate.extensions = [extension];
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign((issuer?.keys ?? keys).privateKey, 'SHA-256');
  return { certificate, keys };
}

const extension = (extnID: string, value: asn1js.BaseBlock, parsedValue: unknown) =>
  Object.assign(new Extension({ extnID, critical: true, extnValue: value.toBER() }), { parsedValue });

/** Makes a root, an authority under it, and what it needs to stamp. `purpose`: what its certificate is for. */
export async function authority(purpose = '1.3.6.1.5.5.7.3.8'): Promise<Authority> {
  const constraints = new BasicConstraints({ cA: true });
  const root = await owner('Test Root', extension('2.5.29.19', constraints.toSchema(), constraints), null);
  const usage = new ExtKeyUsage({ keyPurposes: [purpose] });
  const stamper = await owner('Test Time Stamps', extension('2.5.29.37', usage.toSchema(), usage), root);
  const base64 = Buffer.from(root.certificate.toSchema(true).toBER()).toString('base64');
  return {
    root: `-----BEGIN CERTIFICATE-----\n${base64.replaceAll(/(.{64})/g, '$1\n')}\n-----END CERTIFICATE-----\n`,
    async answer(request, { time = new Date(), digest, withCertificates = true } = {}) {
      const { messageImprint } = TimeStampReq.fromBER(Uint8Array.from(request).buffer);
      const imprint =
        digest === undefined
          ? messageImprint
          : new MessageImprint({
              hashAlgorithm: new AlgorithmIdentifier({ algorithmId: messageImprint.hashAlgorithm.algorithmId }),
              hashedMessage: new asn1js.OctetString({ valueHex: bytesOf(digest) }),
            });
      const info = new TSTInfo({
        version: 1,
        policy: '1.2.3.4.1',
        messageImprint: imprint,
        serialNumber: new asn1js.Integer({ value: 7 }),
        genTime: time,
      });
      return respond(stamper, info, withCertificates ? [stamper.certificate, root.certificate] : []);
    },
  };
}

async function respond({ certificate, keys }: Owner, info: TSTInfo, certificates: Certificate[]): Promise<Uint8Array> {
  const content = info.toSchema().toBER();
  const digest = await webcrypto.subtle.digest('SHA-256', content);
  const attribute = (type: string, value: asn1js.BaseBlock) => new Attribute({ type, values: [value] });
  const signed = new SignedData({
    version: 3,
    encapContentInfo: new EncapsulatedContentInfo({
      eContentType: '1.2.840.113549.1.9.16.1.4',
      eContent: new asn1js.OctetString({ valueHex: content }),
    }),
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
        signedAttrs: new SignedAndUnsignedAttributes({
          type: 0,
          attributes: [
            attribute('1.2.840.113549.1.9.3', new asn1js.ObjectIdentifier({ value: '1.2.840.113549.1.9.16.1.4' })),
            attribute('1.2.840.113549.1.9.4', new asn1js.OctetString({ valueHex: digest })),
          ],
        }),
      }),
    ],
    certificates,
  });
  await signed.sign(keys.privateKey, 0, 'SHA-256');
  const token = new ContentInfo({ contentType: '1.2.840.113549.1.7.2', content: signed.toSchema(true) });
  const response = new TimeStampResp({ status: new PKIStatusInfo({ status: 0 }), timeStampToken: token });
  return new Uint8Array(response.toSchema().toBER());
}
