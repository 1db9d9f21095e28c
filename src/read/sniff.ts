/** What the bytes are when they are not text that griot reads. */
export interface ForeignFormat {
  readonly found: string;
  readonly wayOut: string;
}

const picture = 'Run a text recognition programme (OCR) over the picture and read the text that it gives.';
const packed = 'Unpack it and read the files inside.';
const saveAsText = 'Save it as plain text or HTML and read that.';
const importIt = 'Data sets are imported: griot import FILE.';

/** First bytes by which formats are known, as Latin-1, with what to tell the user. */
const signatures: readonly (readonly [start: string, found: string, wayOut: string])[] = [
  ['%PDF-', 'a PDF document', 'Turn it into plain text first (for example with pdftotext) and read that.'],
  ['{\\rtf', 'a rich text (RTF) document', saveAsText],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'an old Microsoft Office file (doc, xls or ppt)', saveAsText],
  ['\x1f\x8b', 'a gzip archive', packed],
  ['BZh', 'a bzip2 archive', packed],
  ['\xfd7zXZ\0', 'an xz archive', packed],
  ['\x28\xb5\x2f\xfd', 'a Zstandard archive', packed],
  ['7z\xbc\xaf\x27\x1c', 'a 7-Zip archive', packed],
  ['Rar!\x1a\x07', 'a RAR archive', packed],
  ['\x89PNG\r\n\x1a\n', 'a PNG picture', picture],
  ['\xff\xd8\xff', 'a JPEG picture', picture],
  ['GIF87a', 'a GIF picture', picture],
  ['GIF89a', 'a GIF picture', picture],
  ['II*\0', 'a TIFF picture', picture],
  ['MM\0*', 'a TIFF picture', picture],
  ['PAR1', 'a Parquet table', importIt],
  ['SQLite format 3\0', 'an SQLite database', 'Export the table that you need as CSV and import that.'],
  ['WARC/', 'a web archive (WARC)', 'Take the pages out of the archive and read them as HTML.'],
  ['\x7fELF', 'a programme', 'Give the text itself.'],
  ['ID3', 'a sound file', 'Give a transcript of it as plain text.'],
  ['OggS', 'a sound file', 'Give a transcript of it as plain text.'],
];

const latin1 = (bytes: Uint8Array, from: number, to: number) =>
  Buffer.from(bytes.subarray(from, to)).toString('latin1');

/** Zip files by what is inside: office documents are zip archives too. */
function zipKind(bytes: Uint8Array): ForeignFormat {
  const head = latin1(bytes, 0, 8192);
  if (/word\//.test(head)) return { found: 'a Word document (docx)', wayOut: saveAsText };
  if (/xl\//.test(head)) return { found: 'an Excel workbook (xlsx)', wayOut: `Save the sheet as CSV. ${importIt}` };
  if (/ppt\//.test(head)) return { found: 'a PowerPoint file (pptx)', wayOut: saveAsText };
  if (/mimetypeapplication\/vnd\.oasis\.opendocument/.test(head))
    return { found: 'an OpenDocument file', wayOut: saveAsText };
  if (/mimetypeapplication\/epub/.test(head)) return { found: 'an e-book (epub)', wayOut: packed };
  return { found: 'a zip archive', wayOut: packed };
}

/** Names the format of bytes that are no text; null when they may be text. */
export function foreignFormat(bytes: Uint8Array): ForeignFormat | null {
  const head = latin1(bytes, 0, 512);
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return zipKind(bytes);
  if (head.startsWith('RIFF') && head.startsWith('WEBP', 8)) return { found: 'a WebP picture', wayOut: picture };
  if (head.startsWith('ftyp', 4))
    return { found: 'a video or sound file', wayOut: 'Give a transcript of it as plain text.' };
  for (const [start, found, wayOut] of signatures) if (head.startsWith(start)) return { found, wayOut };
  return null;
}

/** Text formats that are not articles: told by how the text begins. */
export function foreignText(text: string): ForeignFormat | null {
  const head = text.slice(0, 4096);
  if (/^<(rss|feed|rdf:RDF)[\s>]/.test(afterPreamble(text).slice(0, 100)))
    return { found: 'a news feed (RSS or Atom)', wayOut: 'Save the pages that it links to and read those.' };
  if (/^\s*<\?xml/.test(head) && !/<html[\s>]/i.test(head)) return { found: 'an XML document', wayOut: saveAsText };
  if (/^(From: <Saved by|MIME-Version:)/i.test(head) && /multipart\/related/i.test(head))
    return { found: 'a saved web page in MHTML', wayOut: 'Save the page as HTML instead.' };
  return null;
}

const pageStart = /^\s*<(!doctype\s+html|html|head|body)[\s>]/i;

/** The text after leading comments and XML declarations. */
function afterPreamble(text: string): string {
  let at = 0;
  for (;;) {
    while (/\s/.test(text.charAt(at))) at++;
    const close = text.startsWith('<!--', at) ? '-->' : text.startsWith('<?', at) ? '>' : null;
    const end = close === null ? -1 : text.indexOf(close, at);
    if (close === null || end === -1) return text.slice(at);
    at = end + close.length;
  }
}

const blockTag = /<\/?(p|div|h[1-6]|table|article|section|ul|ol|br|title|meta)(\s[^<>]{0,500})?\/?>/gi;

/**
 * Tells HTML by what the text holds. A document type or root element is enough; otherwise there must be several block
 * tags: many in text that is called .txt (people write about tags), a single one in what is called HTML.
 */
export function looksLikeHtml(text: string, origin: string): boolean {
  const head = afterPreamble(text).slice(0, 65_536);
  if (pageStart.test(head)) return true;
  const named = /\.x?html?$/i.test(origin.replace(/[?#].*$/, ''));
  const markdown = /\.(md|markdown)$/i.test(origin);
  let tags = 0;
  for (const _ of head.matchAll(blockTag)) tags++;
  if (named) return tags >= 1;
  return !markdown && /^\s*</.test(head) && tags >= 6;
}
