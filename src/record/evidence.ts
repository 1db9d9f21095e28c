import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';

/** How bytes came over the network: the last address, its response's headers, and the addresses that led to it. */
export interface Fetched {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly redirects: readonly string[];
}

/** Bytes as captured; the file in `evidence/` is named by their SHA-256. */
export interface Captured {
  readonly sha256: string;
  readonly bytes: number;
  readonly path: string;
  /** UTC. */
  readonly at: string;
  /** Null: a file. */
  readonly fetched: Fetched | null;
}

const incoming = '.incoming-';

/**
 * Copies bytes or a file into `evidence/`, hashing on the way; on disk, whole and under its name when it resolves.
 */
export async function capture(
  folder: string,
  from: Uint8Array | { readonly file: string },
  fetched: Fetched | null = null,
): Promise<Captured> {
  mkdirSync(folder, { recursive: true });
  const temporary = join(folder, `${incoming}${process.pid}-${process.hrtime.bigint()}`);
  const hash = createHash('sha256');
  let bytes = 0;
  const out = await open(temporary, 'w');
  try {
    for await (const chunk of chunks(from)) {
      hash.update(chunk);
      bytes += chunk.length;
      await out.write(chunk);
    }
    await out.sync();
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  } finally {
    await out.close();
  }
  const sha256 = hash.digest('hex');
  const path = join(folder, sha256);
  if (existsSync(path)) rmSync(temporary);
  else renameSync(temporary, path);
  syncFolder(folder);
  return { sha256, bytes, path, at: new Date().toISOString(), fetched };
}

async function* chunks(from: Uint8Array | { readonly file: string }): AsyncGenerator<Uint8Array> {
  if (from instanceof Uint8Array) {
    yield from;
    return;
  }
  const file = await open(from.file, 'r');
  try {
    const buffer = Buffer.alloc(1 << 20);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** Makes the names of new files outlive a power cut. */
export function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Removes what a stopped process had begun to copy and nobody was told of. */
export function sweepIncoming(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) if (name.startsWith(incoming)) rmSync(join(folder, name), { force: true });
}

/** SHA-256 of a file of `evidence/` as it is now, or null when it is gone. */
export async function hashOf(path: string): Promise<string | null> {
  if (!existsSync(path) || !statSync(path).isFile()) return null;
  const hash = createHash('sha256');
  for await (const chunk of chunks({ file: path })) hash.update(chunk);
  return hash.digest('hex');
}
