import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { UnusableInput } from '../model/index.ts';
import { sha256 } from '../text/index.ts';
import { noteCaptures } from './custody.ts';
import { capture } from './evidence.ts';
import { type LogEntry, linesOfLog } from './log.ts';
import { type OpenRecord, write } from './open.ts';
import type { SealCheck } from './seal/response.ts';

/** A time stamp of a log line by somebody outside: whoever rewrites the log cannot make it anew. */
export interface Seal extends SealCheck {
  /** Number of the log line; null: no line of this log has the digest. */
  readonly line: number | null;
  /** SHA-256 of the response among the evidence, or the path of a file outside the record. */
  readonly response: string;
}

/** More than any time-stamp response with its certificates. */
const longestResponse = 1 << 18;

/** A time-stamp request (RFC 3161, DER) for the last line of the log, as it stands in `log.jsonl` without its line feed. */
export async function sealRequest(record: OpenRecord): Promise<{ line: number; digest: string; request: Uint8Array }> {
  const { timeStampRequest } = await import('./seal/request.ts');
  const last = record.end.last;
  if (last === null) throw new Error('a record without a log');
  const digest = sha256(JSON.stringify(last));
  return { line: last.seq, digest, request: timeStampRequest(digest) };
}

/**
 * Keeps the response of a time-stamp authority as evidence of the record. Throws {@link UnusableInput} for a file that
 * is no response, for one that does not hold, and for one of which no line of this log has the digest.
 */
export async function importSeal(record: OpenRecord, file: string): Promise<Seal> {
  const bytes = readResponseFile(file);
  const seal = await checkSeal(record, bytes, file, null);
  if (seal.line === null || seal.faults.length > 0)
    throw unusable(
      file,
      seal.line === null
        ? `a time stamp of the digest ${seal.digest}, which no line of this log has`
        : seal.faults.join('; '),
      'the answer to a request of `griot seal` for this record',
    );
  const captured = await capture(record.evidence, bytes);
  const { line, digest, time, authority } = seal;
  await write(record, async (step) => {
    const origin = { origin: basename(file), statedUrl: null };
    const [noted] = await noteCaptures(record, [{ captured, step, origin }]);
    const data = { line, digest, time, authority, sha256: captured.sha256, ...noted };
    return { result: undefined, log: { kind: 'sealed', data } };
  });
  return { ...seal, response: captured.sha256 };
}

/**
 * Checks a response against the log line that it stamped. `from`: the path for messages; `ca`: a file with the
 * certificates that are trusted, PEM or DER, null for none. Throws {@link UnusableInput} for what is no response.
 */
export async function checkSeal(record: OpenRecord, bytes: Uint8Array, from: string, ca: string | null): Promise<Seal> {
  const { checkResponse, readResponse } = await import('./seal/response.ts');
  const trusted = ca === null ? [] : await trustedOf(ca);
  const read = () => {
    try {
      return readResponse(bytes);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw unusable(
        from,
        `no time-stamp response (${why.slice(0, 120)})`,
        'the response of a time-stamp authority (RFC 3161, DER)',
      );
    }
  };
  const response = read();
  const stamped = lineOfDigest(record, response.digest);
  const check = await checkResponse(response, stamped?.text ?? '', trusted);
  const unchecked = [...check.unchecked];
  const at = stamped === null ? null : (JSON.parse(stamped.text) as LogEntry).at;
  if (at !== null && at > new Date(Date.parse(check.time) + clockSlack).toISOString())
    unchecked.push(`when the line was written: its own clock says ${at}, after the stamp`);
  return { ...check, unchecked, line: stamped?.line ?? null, response: from };
}

/** How far two honest clocks may be apart, in milliseconds. */
const clockSlack = 5 * 60_000;

/** The log line with this SHA-256, or null. */
function lineOfDigest({ logPath }: OpenRecord, digest: string): { line: number; text: string } | null {
  let line = 0;
  for (const text of linesOfLog(logPath)) {
    line += 1;
    if (sha256(text) === digest) return { line, text };
  }
  return null;
}

async function trustedOf(ca: string) {
  const { readCertificates } = await import('./seal/certificates.ts');
  try {
    return readCertificates(readFileSync(ca));
  } catch (error) {
    throw unusable(
      ca,
      `no certificate (${error instanceof Error ? error.message : error})`,
      'certificates in PEM or DER',
    );
  }
}

/** Bytes of a response outside the record. */
export function readResponseFile(file: string): Uint8Array {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats?.isFile() && stats.size <= longestResponse) return readFileSync(file);
  throw unusable(
    file,
    stats === undefined ? 'no such file' : stats.isFile() ? `a file of ${stats.size} bytes` : 'no file',
    `the response of a time-stamp authority, at most ${longestResponse} bytes`,
  );
}

/** Bytes of a response among the evidence, or null where they are gone; verify names those. */
export function responseBytes({ evidence }: OpenRecord, hash: string): Uint8Array | null {
  const path = join(evidence, hash);
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path) : null;
}

const unusable = (file: string, found: string, expected: string) =>
  new UnusableInput({
    file,
    line: null,
    found,
    expected,
    wayOut: 'Nothing was changed. Write a request with `griot seal`, send it to an authority, and import its answer.',
  });
