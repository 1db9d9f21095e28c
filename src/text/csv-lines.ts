import { createReadStream } from 'node:fs';

const quote = 34;
const lineFeed = 10;

/**
 * Lines (from 1) on which the records of a CSV file begin. A record may hold line feeds within quotes, so the number
 * of a record is not its line.
 */
export async function recordLines(path: string): Promise<number[]> {
  const lines = [1];
  let line = 1;
  let quoted = false;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    for (const byte of chunk) {
      if (byte === quote) quoted = !quoted;
      else if (byte === lineFeed) {
        line += 1;
        if (!quoted) lines.push(line);
      }
    }
  }
  return lines;
}

/** Lines (from 1) that hold the given byte positions. */
export async function linesOfBytes(path: string, positions: readonly number[]): Promise<Map<number, number>> {
  const wanted = [...positions].sort((a, b) => a - b);
  const lines = new Map<number, number>();
  let line = 1;
  let at = 0;
  let next = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    for (let i = 0; i < chunk.length && next < wanted.length; i++) {
      while (next < wanted.length && at + i >= (wanted[next] as number)) lines.set(wanted[next++] as number, line);
      if (chunk[i] === lineFeed) line += 1;
    }
    at += chunk.length;
    if (next === wanted.length) break;
  }
  for (; next < wanted.length; next++) lines.set(wanted[next] as number, line);
  return lines;
}
