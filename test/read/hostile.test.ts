import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read } from '../../src/read/index.ts';

const sentence = 'Soldiers entered the village, and killed three men, on Monday, witnesses said, in the evening. ';
const start = '<!doctype html><html><head><title>Attack</title></head><body>';

function readText(text: string, origin = 'page.html') {
  const reading = read(new TextEncoder().encode(text), origin);
  return reading.ok ? { text: reading.document.text, warnings: reading.warnings } : { refused: reading.reason };
}

describe('read, with hostile input', () => {
  it('reads elements nested two thousand deep', () => {
    expect(readText(start + '<div>'.repeat(2000) + sentence)).toMatchObject({ text: sentence.trim() });
  });

  it.each([
    ['elements nested a hundred thousand deep', start + '<div>'.repeat(100_000) + sentence],
    ['a million opening brackets', start + '<'.repeat(1_000_000)],
    ['half a million character references', start + '&amp;'.repeat(500_000)],
    ['a file of fifty megabytes in one line', 'a'.repeat(50_000_000)],
  ])('refuses %s as too large', (_, text) => {
    expect(readText(text)).toEqual({ refused: 'too-large' });
  });

  it.each([
    ['an attribute of a megabyte', `${start}<p title="${'a'.repeat(1_000_000)}">${sentence}</p>`],
    [
      'linked data nested a hundred thousand deep',
      `${start}<script type="application/ld+json">${'['.repeat(100_000)}</script><p>${sentence}</p>`,
    ],
    ['a document type with entities', `<!DOCTYPE html [<!ENTITY a "aaaa">]><html><body><p>${sentence}</p>`],
    ['a megabyte of spaces', `${start}<p>${' '.repeat(1_000_000)}${sentence}</p>`],
    ['comments before the page', `${'<!-- x -->'.repeat(20_000)}${start}<p>${sentence}</p>`],
    ['text without head or body', `<html><p>${sentence}</p>`],
    ['an element before the root', `<script>1</script><html><body><p>${sentence}</p></body></html>`],
  ])('reads the text beside %s', (_, text) => {
    expect(readText(text).text).toContain(sentence.trim());
  });

  it('reads thirty megabytes of plain text in one line', () => {
    expect(readText(sentence.repeat(300_000), 'a.txt').text).toHaveLength(sentence.length * 300_000);
  });

  it('leaves control characters out and shows half a surrogate pair as such', () => {
    const bytes = Buffer.from('\ufeffSix\u0007 men\ud800 in Gao', 'utf16le');
    const reading = read(bytes, 'a.txt');
    expect(reading.ok && reading.document.text).toBe('Six men\ufffd in Gao');
  });

  it('gives a document or a refusal for any bytes and any scraps of markup', () => {
    const scrap = fc.constantFrom(
      '<p>',
      '</p>',
      '<html',
      '>',
      '<!--',
      '-->',
      '<script>',
      '</html>',
      '&#x0;',
      '"',
      'Gao ',
      '\0',
      '<body class=',
      '<table><tr>',
      '<svg>',
    );
    fc.assert(
      fc.property(fc.array(scrap, { maxLength: 40 }), fc.uint8Array({ maxLength: 20 }), (scraps, bytes) => {
        for (const name of ['a.html', 'a.txt']) {
          const reading = read(Buffer.concat([Buffer.from(scraps.join('')), bytes]), name);
          expect(reading.ok ? reading.document.text.trim() : reading.refusal.wayOut).not.toBe('');
        }
      }),
      { numRuns: 200 },
    );
  });
});
