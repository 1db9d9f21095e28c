/** What a backup says of itself, first in the archive. */
export interface Manifest {
  readonly format: 'griot backup 1';
  /** UTC. */
  readonly made: string;
  /** Name and version of the program. */
  readonly tool: string;
  /** Layout of the record. */
  readonly layout: number;
  /** Lines of the log, and the hash of the last. */
  readonly log: { readonly lines: number; readonly head: string };
  /** Captured files. */
  readonly evidence: number;
}

/** Names in the archive, in their order; the captured files stand before the sums. */
export const names = {
  manifest: 'griot-backup.json',
  database: 'record.duckdb',
  log: 'log.jsonl',
  evidence: 'evidence/',
  sums: 'SHA256SUMS',
} as const;

/** Digests as `sha256sum -c` reads them. */
export const sumLine = (sha256: string, name: string): string => `${sha256}  ${name}\n`;

/** Digests by name. */
export function readSums(text: string): Map<string, string> {
  return new Map(
    text
      .split('\n')
      .slice(0, -1)
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  );
}

export function readManifest(text: string): Manifest | null {
  try {
    const manifest = JSON.parse(text) as Manifest;
    return manifest.format === 'griot backup 1' ? manifest : null;
  } catch {
    return null;
  }
}
