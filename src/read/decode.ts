import { isUtf8 } from 'node:buffer';

/** Text of bytes, the encoding that they were read with, and what did not fit the label. */
export interface Decoded {
  readonly text: string;
  /** WHATWG label. */
  readonly encoding: string;
  readonly warnings: readonly string[];
}

const decodeAs = (bytes: Uint8Array, encoding: string) => new TextDecoder(encoding).decode(bytes);

/** The WHATWG name of an encoding label, or null when there is no such encoding. */
function encodingOf(label: string): string | null {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const byteOrderMark = (bytes: Uint8Array): string | null => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
};

/** UTF-16 without a mark: in text of Latin script nearly every second byte is zero, always on the same side. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, 4096) & ~1;
  if (length < 8) return null;
  const zeros = [0, 0];
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i & 1] = (zeros[i & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const half = length / 2;
  if (odd > half * 0.6 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.6 && odd < half * 0.05) return 'utf-16be';
  return null;
}

/** Encoding that an HTML page states in its first 4096 bytes (the standard asks for 1024; pages are late). */
function metaCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const label = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})/i.exec(head)?.[1];
  if (label === undefined) return null;
  const encoding = encodingOf(label);
  // A page whose ASCII label could be read is not in UTF-16 (HTML standard, "prescan a byte stream").
  return encoding?.startsWith('utf-16') ? 'utf-8' : encoding;
}

/** Bytes that belong to a character cut off at the end: 0 to 3. */
function unfinishedTail(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] as number;
    if ((byte & 0xc0) === 0x80) continue;
    const need = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return need > back ? back : 0;
  }
  return 0;
}

const occurrences = (text: string, pattern: RegExp) => {
  let count = 0;
  for (const _ of text.matchAll(pattern)) count++;
  return count;
};

/** UTF-8 where it holds, with the faults told; null when the bytes are something else. */
function decodeUtf8(bytes: Uint8Array): { text: string; warnings: string[] } | null {
  if (isUtf8(bytes)) return { text: decodeAs(bytes, 'utf-8'), warnings: [] };
  const cut = unfinishedTail(bytes);
  const whole = cut > 0 ? bytes.subarray(0, bytes.length - cut) : bytes;
  const warnings = cut > 0 ? ['The last character is cut off in the middle: the file may be incomplete.'] : [];
  const text = decodeAs(whole, 'utf-8');
  if (isUtf8(whole)) {
    // A lone accented letter at the very end of an otherwise ASCII file is Latin-1, not half of a character.
    return /\P{ASCII}/u.test(text) || cut > 1 ? { text, warnings } : null;
  }
  const broken = occurrences(text, /\ufffd/g);
  const sound = occurrences(text, /[^\p{ASCII}\ufffd]/gu);
  if (sound < broken * 4) return null;
  return { text, warnings: [...warnings, `${broken} places hold bytes that are not UTF-8; each is shown as \ufffd.`] };
}

/** UTF-8 read as windows-1252 and saved again leaves pairs such as "Ã©" and "â€™". */
function mojibake(text: string): string | null {
  const found = text.match(/Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[\u0080-\u00bf™œ˜“”¦\u009d]|Â[\u00a0«»°]/g);
  if (found === null || found.length < 2) return null;
  return `The text holds ${found.length} pairs such as "${found[0]}": it was saved in the wrong encoding before (UTF-8 read as windows-1252). Nothing was changed.`;
}

/**
 * Decodes bytes that hold text. In order: byte order mark, the stated charset (`stated`: of the transfer; else the page's
 * own), UTF-8 where the bytes are valid, UTF-16 by its zero bytes, windows-1252. A statement that the bytes contradict
 * is put aside with a warning, never followed into mojibake. Nothing is normalised (NFC or other): quotes stay the source's own characters.
 */
export function decode(bytes: Uint8Array, html: boolean, stated: string | null): Decoded {
  const finish = (text: string, encoding: string, warnings: readonly string[]): Decoded => {
    const garbled = mojibake(text);
    return { text, encoding, warnings: garbled === null ? warnings : [...warnings, garbled] };
  };
  const mark = byteOrderMark(bytes);
  if (mark === 'utf-16le' || mark === 'utf-16be') return finish(decodeAs(bytes, mark), mark, []);
  const label = mark ?? (stated === null ? null : encodingOf(stated)) ?? (html ? metaCharset(bytes) : null);
  const utf8 = decodeUtf8(bytes);
  const wide = unmarkedUtf16(bytes);
  if (wide !== null && label !== 'utf-8')
    return finish(decodeAs(bytes, wide), wide, [`No encoding is stated; the zero bytes show ${wide}.`]);
  if (utf8 !== null) {
    const ascii = !/\P{ASCII}/u.test(utf8.text);
    if (label === null || label === 'utf-8') return finish(utf8.text, 'utf-8', utf8.warnings);
    if (ascii && !utf8.text.includes('\x1b')) return finish(utf8.text, 'utf-8', []);
    if (!ascii && isUtf8(bytes))
      return finish(utf8.text, 'utf-8', [`${label} is stated, but the bytes are UTF-8; read as UTF-8.`]);
  }
  if (label !== null && label !== 'utf-8') return finish(decodeAs(bytes, label), label, []);
  if (wide !== null) return finish(decodeAs(bytes, wide), wide, [`utf-8 is stated, but the zero bytes show ${wide}.`]);
  const why =
    label === 'utf-8' ? 'utf-8 is stated, but the bytes are not' : 'No encoding is stated and the bytes are not UTF-8';
  return finish(decodeAs(bytes, 'windows-1252'), 'windows-1252', [`${why}; read as windows-1252 (Western European).`]);
}
