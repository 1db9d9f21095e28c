import { languageOf, languages, sentenceWords } from '../lang/index.ts';
import type { Sentence } from '../model/index.ts';
import { type Model, modelOf } from './model.ts';
import { paragraphsOf } from './paragraphs.ts';
import type { Parsed } from './parsed.ts';
import { splitParagraph } from './split.ts';
import { tokenise } from './tokenise.ts';
import { treeOf } from './tree.ts';

export { toConllu } from './conllu.ts';
export { drawTree } from './draw.ts';
export type { Parsed } from './parsed.ts';

export interface ParseOptions {
  /** ISO 639-1 code of the text's language; null: not known. */
  readonly lang: string | null;
}

const known = languages.map(({ code }) => code).join(', ');

function missing(lang: string | null): string {
  if (lang === null) return `The language of the text is not known: sentences only. Name it (${known}) for trees.`;
  return `No model for language "${lang}": sentences only. There are models for ${known}.`;
}

/**
 * Text to paragraphs, sentences and dependency trees (Universal Dependencies). Sentences are in order, do not overlap
 * and leave out nothing but white space; so do the tokens of each. Without a model for the language the sentences come
 * alone, and `message` says so.
 */
export function parse(text: string, { lang }: ParseOptions): Parsed {
  const words = sentenceWords(lang);
  const language = languageOf(lang);
  const model: Model | null = language === null ? null : modelOf(language.code);
  const paragraphs = paragraphsOf(text);
  const sentences: Sentence[] = [];
  paragraphs.forEach((paragraph, index) => {
    for (const span of splitParagraph(text, paragraph, words)) {
      const tokens =
        language === null || model === null
          ? []
          : treeOf(tokenise(text.slice(span.start, span.end), span.start, language, words, model.contracts), model);
      sentences.push({ span, paragraph: index, tokens });
    }
  });
  return {
    lang,
    model: model?.name ?? null,
    message: model === null ? missing(lang) : null,
    paragraphs,
    sentences,
  };
}
