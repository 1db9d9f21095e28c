/**
 * The part of the tar format (POSIX.1-1988 ustar) that a backup needs: plain files with short ASCII names, so that every
 * tar opens it. Sizes from 8 GiB on are written in base 256, as GNU and BSD tar do.
 */
export interface TarEntry {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

export const block = 512;

/** What stands behind the last file. */
export const tarEnd: Uint8Array = Buffer.alloc(2 * block);

/** Bytes that fill up the last block of a file. */
export const padding = (size: number): number => (block - (size % block)) % block;

/** Places of the fields of a header, [from, to). */
const fields = { name: [0, 100], size: [124, 136], checksum: [148, 156], type: [156, 157], magic: [257, 263] } as const;
const longestOctal = 8 ** 11;

/** The header block of a file; `time`: its modification, in seconds since 1970. */
export function tarHeader({ name, size }: TarEntry, time: number): Uint8Array {
  const header = Buffer.alloc(block);
  const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, '0')}\0`;
  header.write(name, 0, 'latin1');
  header.write(octal(0o644, 7), 100);
  header.write(octal(0, 7), 108);
  header.write(octal(0, 7), 116);
  if (size < longestOctal) header.write(octal(size, 11), fields.size[0]);
  else {
    header.writeUInt8(0x80, fields.size[0]);
    header.writeBigUInt64BE(BigInt(size), fields.size[1] - 8);
  }
  header.write(octal(time, 11), 136);
  header.write('0', fields.type[0]);
  header.write('ustar\x0000', fields.magic[0], 'latin1');
  header.write(`${checksumOf(header).toString(8).padStart(6, '0')}\0 `, fields.checksum[0]);
  return header;
}

/** Reads a header; `end` for the empty block behind the last file, null for a block that is no header of a plain file. */
export function readTarHeader(bytes: Uint8Array): TarEntry | 'end' | null {
  const header = Buffer.from(bytes);
  if (header.length !== block) return null;
  if (header.every((byte) => byte === 0)) return 'end';
  const text = ([from, to]: readonly [number, number]) =>
    header.toString('latin1', from, to).replace(/\0.*$/s, '').trim();
  const plain = text(fields.magic) === 'ustar' && text(fields.type) === '0';
  if (!plain || Number.parseInt(text(fields.checksum), 8) !== checksumOf(header)) return null;
  const size =
    header.readUInt8(fields.size[0]) === 0x80
      ? Number(header.readBigUInt64BE(fields.size[1] - 8))
      : Number.parseInt(text(fields.size), 8);
  return Number.isSafeInteger(size) ? { name: text(fields.name), size } : null;
}

/** Sum of the bytes of a header, its checksum taken as blanks. */
function checksumOf(header: Buffer): number {
  const [from, to] = fields.checksum;
  return header.reduce((sum, byte, i) => sum + (i >= from && i < to ? 32 : byte), 0);
}
