import { BasicConstraints, Certificate, ExtKeyUsage } from 'pkijs';

/** Certificates of a PEM file with one or more, or of a DER file with one; throws where there is none. */
export function readCertificates(bytes: Uint8Array): Certificate[] {
  const blocks = [
    ...Buffer.from(bytes)
      .toString('latin1')
      .matchAll(/-----BEGIN CERTIFICATE-----([^-]+)-----END/g),
  ];
  if (blocks.length === 0) return [Certificate.fromBER(Uint8Array.from(bytes).buffer)];
  return blocks.map(([, base64 = '']) => Certificate.fromBER(Uint8Array.from(Buffer.from(base64, 'base64')).buffer));
}

/** The name of a certificate's owner: common name, else organisation, else its serial number. */
export function ownerOf({ subject, serialNumber }: Certificate): string {
  const named = (type: string) =>
    subject.typesAndValues.find((pair) => pair.type === type)?.value.valueBlock.value as string | undefined;
  return (
    named('2.5.4.3') ??
    named('2.5.4.10') ??
    `certificate ${Buffer.from(serialNumber.valueBlock.valueHexView).toString('hex')}`
  );
}

const extension = ({ extensions }: Certificate, id: string): unknown =>
  extensions?.find(({ extnID }) => extnID === id)?.parsedValue;

/** May sign time stamps (RFC 3161, 2.3). */
export function maySignTimeStamps(certificate: Certificate): boolean {
  const usage = extension(certificate, '2.5.29.37');
  return usage instanceof ExtKeyUsage && usage.keyPurposes.includes('1.3.6.1.5.5.7.3.8');
}

function mayIssue(certificate: Certificate): boolean {
  const constraints = extension(certificate, '2.5.29.19');
  return constraints instanceof BasicConstraints && constraints.cA;
}

const der = (certificate: Certificate) => Buffer.from(certificate.toSchema().toBER()).toString('base64');

/** How far a certificate could be followed upwards, what was wrong on the way, and whether it ends in a trusted one. */
export interface Chain {
  readonly path: readonly Certificate[];
  readonly faults: readonly string[];
  readonly trusted: boolean;
}

/**
 * Follows a certificate from issuer to issuer (RFC 5280, 6.1: signatures, times, the right to issue) among those given,
 * as it stood at `time`. Policies, name constraints and revocation are not looked at.
 */
export async function followChain(
  leaf: Certificate,
  given: readonly Certificate[],
  trusted: readonly Certificate[],
  time: Date,
): Promise<Chain> {
  const trust = new Set(trusted.map(der));
  const path = [leaf];
  const faults: string[] = [];
  for (let at = leaf; ; ) {
    if (at.notBefore.value > time || at.notAfter.value < time)
      faults.push(`the certificate of ${ownerOf(at)} was not valid at the time of the stamp`);
    if (trust.has(der(at))) return { path, faults, trusted: true };
    if (at.issuer.isEqual(at.subject)) return { path, faults, trusted: false };
    const issuers = [...trusted, ...given].filter(({ subject }) => subject.isEqual(at.issuer));
    const issuer = await signerAmong(at, issuers);
    if (issuer === null) {
      if (issuers.length > 0) faults.push(`the certificate of ${ownerOf(at)} was not signed by the issuer it names`);
      return { path, faults, trusted: false };
    }
    if (!mayIssue(issuer)) faults.push(`${ownerOf(issuer)} may not issue certificates`);
    if (path.includes(issuer)) return { path, faults: [...faults, 'the certificates go in a circle'], trusted: false };
    path.push(issuer);
    at = issuer;
  }
}

async function signerAmong(certificate: Certificate, issuers: readonly Certificate[]): Promise<Certificate | null> {
  for (const issuer of issuers) if (await certificate.verify(issuer).catch(() => false)) return issuer;
  return null;
}
