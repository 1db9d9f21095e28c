import { Certificate, SignedData, TimeStampResp, TSTInfo } from 'pkijs';
import { followChain, maySignTimeStamps, ownerOf } from './certificates.ts';
import { sha256Oid } from './request.ts';

/** What a time-stamp response says, and what could be checked of it without a connection. */
export interface SealCheck {
  /** UTC; the time that the authority states. */
  readonly time: string;
  /** Who stamped it, by the name in the certificate. */
  readonly authority: string;
  /** SHA-256 that was stamped. */
  readonly digest: string;
  /** What is wrong; empty: everything that could be checked holds. */
  readonly faults: readonly string[];
  /** What could not be checked. */
  readonly unchecked: readonly string[];
}

/** A time-stamp response that was read: what it stamped, and its signature. */
export interface Response {
  readonly digest: string;
  readonly info: TSTInfo;
  readonly signed: SignedData;
}

/** Object identifier of signed data (RFC 5652, 5.1). */
const signedDataOid = '1.2.840.113549.1.7.2';

/** Reads a time-stamp response (RFC 3161, 2.4.2); throws an error that says what it is instead. */
export function readResponse(bytes: Uint8Array): Response {
  const response = TimeStampResp.fromBER(Uint8Array.from(bytes).buffer);
  const { status, timeStampToken } = response;
  // 0: granted, 1: granted with changes
  if (status.status > 1 || timeStampToken === undefined)
    throw new Error(`a refusal of the time-stamp authority (status ${status.status})`);
  if (timeStampToken.contentType !== signedDataOid) throw new Error('a response without signed data');
  const signed = new SignedData({ schema: timeStampToken.content });
  const content = signed.encapContentInfo.eContent;
  if (content === undefined) throw new Error('a response without a time stamp');
  const info = TSTInfo.fromBER(content.getValue());
  const { hashAlgorithm, hashedMessage } = info.messageImprint;
  if (hashAlgorithm.algorithmId !== sha256Oid) throw new Error('a time stamp of another digest than SHA-256');
  return { digest: Buffer.from(hashedMessage.valueBlock.valueHexView).toString('hex'), info, signed };
}

/**
 * Checks a response against the text that it is said to have stamped: digest, signature, the right to stamp, and the
 * certificates as far as they are inside or among the trusted ones.
 */
export async function checkResponse(
  { digest, info, signed }: Response,
  text: string,
  trusted: readonly Certificate[],
): Promise<SealCheck> {
  const faults: string[] = [];
  const unchecked = ['whether a certificate was revoked (that needs a connection)'];
  const inside = (signed.certificates ?? []).filter((item) => item instanceof Certificate);
  if (inside.length === 0) signed.certificates = [...trusted];
  const data = Uint8Array.from(Buffer.from(text)).buffer;
  const found = await signed
    .verify({ signer: 0, data, extendedMode: true })
    .catch((error: { message: string; signerCertificate?: Certificate | null }) => ({
      signatureVerified: false,
      signerCertificate: error.signerCertificate ?? null,
      message: error.message,
    }));
  const signer = found.signerCertificate ?? null;
  if (found.signatureVerified !== true)
    faults.push(`the signature does not hold${found.message ? ` (${found.message})` : ''}`);
  if (signer !== null) {
    if (!maySignTimeStamps(signer)) faults.push(`${ownerOf(signer)} may not sign time stamps`);
    const chain = await followChain(signer, inside, trusted, info.genTime);
    faults.push(...chain.faults);
    if (!chain.trusted) {
      const top = ownerOf(chain.path.at(-1) ?? signer);
      if (trusted.length > 0) faults.push(`the certificates end at ${top}, which is none of the trusted ones`);
      else unchecked.push(`whether ${top} can be trusted (--ca FILE with its certificate)`);
    }
  }
  const authority = signer === null ? 'not known' : ownerOf(signer);
  return { time: info.genTime.toISOString(), authority, digest, faults, unchecked };
}
