import { code } from '../../../src/code/index.ts';
import type { Names } from '../../../src/model/index.ts';
import { parse } from '../../../src/parse/index.ts';
import { textDocument } from '../coding.ts';
import type { CodedDocument } from './features.ts';
import type { MucRow } from './gold.ts';

/** Parses and codes a document of the task by the usual coder. */
export function codedDocument(row: MucRow, names: Names): CodedDocument {
  const [text, published] = [row.text_truecased, row.dateline_date];
  const document = textDocument(text, { id: row.doc_id, published });
  const { sentences } = parse(text, { lang: document.lang });
  return { text, published, sentences, reports: code(document, sentences, names).reports };
}
