import { describe, expect, it } from 'vitest';
import { type Document, refusalText } from '../../src/model/index.ts';
import { type ReadOptions, read } from '../../src/read/index.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** The document of an input that must be readable. */
function documentOf(input: Uint8Array | string, origin = 'report.txt', options: ReadOptions = {}): Document {
  const reading = read(typeof input === 'string' ? bytes(input) : input, origin, options);
  if (!reading.ok) throw new Error(refusalText(reading.refusal));
  return reading.document;
}

/** The refusal of an input that must not be readable. */
function refusalOf(input: Uint8Array | string, origin = 'report.txt', options: ReadOptions = {}) {
  const reading = read(typeof input === 'string' ? bytes(input) : input, origin, options);
  if (reading.ok) throw new Error('a refusal was expected');
  return reading;
}

describe('read', () => {
  it('keeps plain text as it is, so that a span is a place in the file', () => {
    const text = 'Gunmen attack Sobane\n\nGunmen killed 12 people  in Sobane.\n';
    expect(documentOf(text).text).toBe(text);
  });

  it("takes the user's date before the text's", () => {
    const text = 'Attack in Gao\n\nPublished 15 May 2024\n\nGunmen attacked the town of Gao before dawn.';
    expect(documentOf(text)).toMatchObject({
      published: { from: '2024-05-15', to: '2024-05-15' },
      publishedBasis: 'text',
    });
    expect(documentOf(text, 'a.txt', { published: '2024-05' })).toMatchObject({
      published: { from: '2024-05', to: '2024-05' },
      publishedBasis: 'given',
    });
  });

  it('refuses a date that is none', () => {
    expect(refusalOf('text', 'a.txt', { published: 'May 2024' })).toMatchObject({ reason: 'bad-date' });
  });

  it('gives the same bytes the same id and other bytes another', () => {
    expect(documentOf('One text.').id).toBe(documentOf('One text.', 'elsewhere.txt').id);
    expect(documentOf('One text.').id).not.toBe(documentOf('Another text.').id);
  });

  it.each([
    ['%PDF-1.7\n', 'a PDF document'],
    ['PK\x03\x04........word/document.xml', 'a Word document (docx)'],
    ['PK\x03\x04........notes.txt', 'a zip archive'],
    ['{\\rtf1 text}', 'a rich text (RTF) document'],
    ['<?xml version="1.0"?>\n<rss version="2.0"></rss>', 'a news feed (RSS or Atom)'],
  ])('refuses %j and says that it is %s', (input, found) => {
    expect(refusalOf(input)).toMatchObject({ reason: 'other-format', refusal: { found } });
  });

  it('refuses an empty file and one of white space', () => {
    expect(refusalOf('')).toMatchObject({ reason: 'empty', refusal: { found: 'an empty file' } });
    expect(refusalOf(' \n\t')).toMatchObject({ reason: 'empty' });
  });

  it('refuses binary data', () => {
    expect(refusalOf(Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 251))).toMatchObject({
      reason: 'not-text',
    });
  });

  it('refuses more bytes than allowed, naming both sizes', () => {
    expect(refusalOf('x'.repeat(2000), 'a.txt', { maxBytes: 1000 })).toMatchObject({ reason: 'too-large' });
  });

  it('reads a page that is called .txt as HTML', () => {
    const page = '<!doctype html><html><body><p>Gunmen killed three men in Gao.</p></body></html>';
    expect(documentOf(page)).toMatchObject({ format: 'html', text: 'Gunmen killed three men in Gao.' });
  });
});
