import * as asn1js from 'asn1js';
import { AlgorithmIdentifier, MessageImprint, TimeStampReq } from 'pkijs';

/** Object identifier of SHA-256 (RFC 8017, appendix B.1). */
export const sha256Oid = '2.16.840.1.101.3.4.2.1';

/**
 * A time-stamp request (RFC 3161, 2.4.1) for a SHA-256 digest, in DER. It asks for the authority's certificate and has
 * no nonce: the same digest gives the same request, and a repeated answer could only tell of an earlier time.
 */
export function timeStampRequest(digest: string): Uint8Array {
  const messageImprint = new MessageImprint({
    hashAlgorithm: new AlgorithmIdentifier({ algorithmId: sha256Oid, algorithmParams: new asn1js.Null() }),
    hashedMessage: new asn1js.OctetString({ valueHex: Uint8Array.from(Buffer.from(digest, 'hex')).buffer }),
  });
  const request = new TimeStampReq({ version: 1, messageImprint, certReq: true });
  return new Uint8Array(request.toSchema().toBER());
}
