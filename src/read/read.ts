import { isIsoPrefix } from '../model/index.ts';
import { makeId, sha256 } from '../text/index.ts';
import { cleanCharacters } from './clean.ts';
import { decode } from './decode.ts';
import { excess, readHtml } from './html/index.ts';
import { detectLanguage } from './language.ts';
import { readPlain } from './plain.ts';
import { type Contents, type Reading, type RefusalReason, readableFormats, refuse } from './reading.ts';
import { foreignFormat, foreignText, looksLikeHtml } from './sniff.ts';

export interface ReadOptions {
  /** Publication date in the user's word, an ISO 8601 prefix; goes before what the source says. */
  readonly published?: string | null;
  /** Charset that the transfer stated (HTTP Content-Type). */
  readonly charset?: string | null;
  /** Bytes; more are refused. */
  readonly maxBytes?: number;
}

/** Bytes: a book of a thousand pages is 2 MB of text; what is larger is no article. */
export const defaultMaxBytes = 32 * 1024 * 1024;
/** More control characters than these, and than one in so many: no text. */
const fewControls = 5;
const controlShare = 50;

const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** Reads the bytes of one source as a Document; what cannot be read is refused with the way out. Nothing is stored. */
export function read(bytes: Uint8Array, origin: string, options: ReadOptions = {}): Reading {
  const refused = (reason: RefusalReason, found: string, expected: string, wayOut: string) =>
    refuse(origin, reason, found, expected, wayOut);
  const given = options.published ?? null;
  if (given !== null && !isIsoPrefix(given))
    return refused(
      'bad-date',
      `the publication date "${given}"`,
      'a date such as 2022-11-24, 2022-11 or 2022',
      'Give the date in that form.',
    );
  const maxBytes = options.maxBytes ?? defaultMaxBytes;
  if (bytes.length > maxBytes)
    return refused(
      'too-large',
      megabytes(bytes.length),
      `at most ${megabytes(maxBytes)}`,
      'Split it into its articles.',
    );
  const foreign = foreignFormat(bytes);
  if (foreign !== null) return refused('other-format', foreign.found, readableFormats, foreign.wayOut);

  const rough = Buffer.from(bytes.subarray(0, 65_536)).toString('latin1').replaceAll('\0', '');
  const decoded = decode(bytes, looksLikeHtml(rough, origin), options.charset ?? null);
  const controls = decoded.text.match(/[^\P{Cc}\s]/gu)?.length ?? 0;
  if (controls > fewControls && controls * controlShare > decoded.text.length)
    return refused('not-text', 'binary data', readableFormats, 'Give the text itself.');
  const cleaned = cleanCharacters(decoded.text);
  if (cleaned.text.trim() === '')
    return refused(
      'empty',
      bytes.length === 0 ? 'an empty file' : 'nothing but white space',
      readableFormats,
      'Check whether the file was saved whole.',
    );
  const otherText = foreignText(cleaned.text);
  if (otherText !== null) return refused('other-format', otherText.found, readableFormats, otherText.wayOut);

  const html = looksLikeHtml(cleaned.text, origin);
  const tooMuch = html ? excess(cleaned.text) : null;
  if (tooMuch !== null)
    return refused('too-large', tooMuch.found, tooMuch.expected, 'Save the article alone, or as plain text.');
  const contents: Contents = html ? readHtml(cleaned.text, origin) : readPlain(cleaned.text);
  if (contents.text.trim() === '')
    return refused(
      'empty',
      'a page without text',
      'an article',
      'Pages that are drawn by scripts must be saved from the browser after they have loaded.',
    );

  const warnings = [...decoded.warnings, ...cleaned.warnings, ...contents.warnings];
  const detected = detectLanguage(contents.text);
  const { statedLang } = contents;
  if (detected !== null && statedLang !== null && detected !== statedLang)
    warnings.push(`The page says that its language is ${statedLang}; the text reads as ${detected}.`);
  const hash = sha256(bytes);
  const day = given ?? contents.published;
  return {
    ok: true,
    warnings,
    document: {
      id: makeId('doc', hash),
      sha256: hash,
      origin,
      format: html ? 'html' : 'txt',
      encoding: decoded.encoding,
      title: contents.title,
      byline: contents.byline,
      site: contents.site,
      url: contents.url,
      published: day === null ? null : { from: day, to: day },
      publishedBasis: given === null ? contents.publishedBasis : 'given',
      lang: detected ?? statedLang,
      text: contents.text,
    },
  };
}
