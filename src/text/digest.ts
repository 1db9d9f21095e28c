import { createHash } from 'node:crypto';
import type { Id } from '../model/index.ts';

/** SHA-256 in hex of text (as UTF-8) or bytes. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** A deterministic id: the kind's prefix and 16 hex digits of the SHA-256 of the parts. */
export function makeId<T extends string>(prefix: string, ...parts: readonly (string | number)[]): Id<T> {
  return `${prefix}-${sha256(JSON.stringify(parts)).slice(0, 16)}` as Id<T>;
}
