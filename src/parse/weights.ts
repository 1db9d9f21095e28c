import type { SparseWeights } from './scorer.ts';

/**
 * Layout of packed weights: little-endian lengths (features, entries, bytes of hash gaps), then the gaps between
 * ascending hashes as variable-length integers, the number of entries a feature, the classes, the companded weights.
 */
const headerBytes = 16;

/** Reads weights that {@link packWeights} wrote, at `offset` of `bytes`. */
export function unpackWeights(bytes: Uint8Array): SparseWeights {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const classes = view.getUint32(0, true);
  const features = view.getUint32(4, true);
  const entries = view.getUint32(8, true);
  const gapBytes = view.getUint32(12, true);
  if (headerBytes + gapBytes + features + entries * 2 !== bytes.byteLength) {
    throw new Error(
      `Weights of ${bytes.byteLength} bytes found, ${headerBytes + gapBytes + features + entries * 2} expected: the model file is damaged. Install griot again or train the model.`,
    );
  }
  const hashes = new Uint32Array(features);
  const starts = new Uint32Array(features + 1);
  let at = headerBytes;
  let hash = 0;
  for (let i = 0; i < features; i++) {
    let gap = 0;
    let scale = 1;
    for (;;) {
      const byte = bytes[at++] as number;
      gap += (byte & 127) * scale;
      if (byte < 128) break;
      scale *= 128;
    }
    hash += gap;
    hashes[i] = hash;
  }
  for (let i = 0; i < features; i++) starts[i + 1] = (starts[i] as number) + (bytes[at++] as number);
  const classOf = bytes.slice(at, at + entries);
  const companded = new Int8Array(bytes.buffer, bytes.byteOffset + at + entries, entries).slice();
  return { classes, hashes, starts, classOf, companded };
}

/** Packs weights; the same weights give the same bytes. */
export function packWeights({ classes, hashes, starts, classOf, companded }: SparseWeights): Uint8Array {
  const gaps: number[] = [];
  let last = 0;
  for (const hash of hashes) {
    let gap = hash - last;
    last = hash;
    while (gap >= 128) {
      gaps.push((gap % 128) | 128);
      gap = Math.floor(gap / 128);
    }
    gaps.push(gap);
  }
  const bytes = new Uint8Array(headerBytes + gaps.length + hashes.length + companded.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, classes, true);
  view.setUint32(4, hashes.length, true);
  view.setUint32(8, companded.length, true);
  view.setUint32(12, gaps.length, true);
  let at = headerBytes;
  bytes.set(gaps, at);
  at += gaps.length;
  for (let i = 0; i < hashes.length; i++) bytes[at++] = (starts[i + 1] as number) - (starts[i] as number);
  bytes.set(classOf, at);
  bytes.set(new Uint8Array(companded.buffer, companded.byteOffset, companded.length), at + companded.length);
  return bytes;
}
