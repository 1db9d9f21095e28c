import { readFileSync } from 'node:fs';
import { code } from '../../src/code/index.ts';
import type { Document, Id, Names, Report } from '../../src/model/index.ts';
import { parse } from '../../src/parse/index.ts';
import { sha256 } from '../../src/text/index.ts';

/** What is known of a text beside its words. */
export interface About {
  readonly id: string;
  /** ISO date; null: not known. */
  readonly published: string | null;
  /** ISO 639-1; English where not given. */
  readonly lang?: string;
  readonly title?: string | null;
}

/** A text as the document that a reader of files would make of it. */
export function textDocument(text: string, { id, published, lang = 'en', title = null }: About): Document {
  return {
    id: id as Id<'Document'>,
    sha256: sha256(text),
    origin: id,
    format: 'txt',
    encoding: 'utf-8',
    title,
    byline: null,
    site: null,
    url: null,
    published: published === null ? null : { from: published, to: published },
    publishedBasis: published === null ? null : 'given',
    lang,
    text,
  };
}

/** The reports of a text, by the usual coder. */
export function reportsIn(text: string, about: About, names: Names): readonly Report[] {
  const document = textDocument(text, about);
  return code(document, parse(text, { lang: document.lang }).sentences, names).reports;
}

/** Where a report stands in its text. */
export const spanOf = ({ provenance }: Report) =>
  provenance.kind === 'sentence' ? provenance.span : { start: -1, end: -1 };

export const quoteOf = ({ provenance }: Report): string => (provenance.kind === 'sentence' ? provenance.quote : '');

/** The objects of a JSON Lines file. */
export function jsonLines<Row>(file: string): Row[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, at) => {
      if (line.trim() === '') return [];
      try {
        return [JSON.parse(line) as Row];
      } catch (cause) {
        throw new Error(`${file}, line ${at + 1}: no JSON object; one per line expected.`, { cause });
      }
    });
}

/**
 * Reports that stand for events of their own in vocabularies of sentences (PLOVER, CAMEO): these code the accusation,
 * not the deed of which somebody is accused beside it, and drop what is denied or supposed.
 */
export function ownEvents(reports: readonly Report[]): readonly Report[] {
  const accused = reports.some(({ type }) => type === 'ACCUSE');
  return reports.filter(
    ({ status }) => status !== 'denied' && status !== 'hypothetical' && !(status === 'alleged' && accused),
  );
}
