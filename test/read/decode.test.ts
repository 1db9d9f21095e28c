import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/read/decode.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
const utf16 = (text: string) => Uint8Array.from(Buffer.from(text, 'utf16le'));

describe('decode', () => {
  it('reads any text back from its UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.startsWith('\ufeff'));
        expect(decode(utf8(`${text} in Gao`), false, null).text).toBe(`${text} in Gao`);
      }),
    );
  });

  it('takes the byte order mark before anything else and leaves it out', () => {
    expect(decode(utf8('\ufeffGao'), false, 'windows-1252')).toMatchObject({ text: 'Gao', encoding: 'utf-8' });
    expect(decode(utf16('\ufeffGao'), false, null)).toMatchObject({ text: 'Gao', encoding: 'utf-16le', warnings: [] });
  });

  it('knows UTF-16 without a mark by its zero bytes, and says so', () => {
    const decoded = decode(utf16('Gunmen killed three men in Ménaka.'), false, null);
    expect(decoded).toMatchObject({ text: 'Gunmen killed three men in Ménaka.', encoding: 'utf-16le' });
    expect(decoded.warnings).toHaveLength(1);
  });

  it('reads bytes that are not UTF-8 as windows-1252, with a warning', () => {
    const decoded = decode(latin1('tués à Ménaka'), false, null);
    expect(decoded).toMatchObject({ text: 'tués à Ménaka', encoding: 'windows-1252' });
    expect(decoded.warnings[0]).toContain('windows-1252');
  });

  it('does not believe a page that calls its Latin-1 UTF-8, nor one that calls its UTF-8 Latin-1', () => {
    const page = (charset: string) => `<meta charset="${charset}"><p>tués à Ménaka</p>`;
    expect(decode(latin1(page('utf-8')), true, null)).toMatchObject({ text: page('utf-8'), encoding: 'windows-1252' });
    expect(decode(utf8(page('iso-8859-1')), true, null)).toMatchObject({ text: page('iso-8859-1'), encoding: 'utf-8' });
  });

  it('follows the charset of the page, and that of the transfer before it', () => {
    const cyrillic = Uint8Array.from([...utf8('<meta charset="windows-1251">'), 0xcf, 0xf0, 0xe8]);
    expect(decode(cyrillic, true, null)).toMatchObject({ encoding: 'windows-1251', warnings: [] });
    expect(decode(cyrillic, true, null).text).toContain('При');
    expect(decode(cyrillic, true, 'koi8-r').encoding).toBe('koi8-r');
  });

  it('leaves out half a character at the end, with a warning', () => {
    const whole = utf8('Trois tués à Ménaka – €');
    const decoded = decode(whole.subarray(0, whole.length - 1), false, null);
    expect(decoded).toMatchObject({ text: 'Trois tués à Ménaka – ', encoding: 'utf-8' });
    expect(decoded.warnings[0]).toContain('cut off');
  });

  it('keeps UTF-8 with a few broken bytes UTF-8', () => {
    const text = 'é'.repeat(50);
    const decoded = decode(Uint8Array.from([...utf8(text), 0xff, ...utf8('fin')]), false, null);
    expect(decoded).toMatchObject({ text: `${text}\ufffdfin`, encoding: 'utf-8' });
  });

  it('tells of text that was spoilt before, and changes nothing', () => {
    const spoilt = 'Trois tuÃ©s Ã  MÃ©naka';
    const decoded = decode(utf8(spoilt), false, null);
    expect(decoded.text).toBe(spoilt);
    expect(decoded.warnings[0]).toContain('wrong encoding');
  });

  it('reads any bytes without a fault', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (bytes, html) => {
        expect(typeof decode(bytes, html, null).text).toBe('string');
      }),
    );
  });
});
