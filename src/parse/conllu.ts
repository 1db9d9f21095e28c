import type { Sentence, Token } from '../model/index.ts';
import type { Parsed } from './parsed.ts';

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

function featsOf({ feats }: Token): string {
  const names = Object.keys(feats).sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
  return names.length === 0 ? '_' : names.map((name) => `${name}=${feats[name]}`).join('|');
}

/** Universal Dependencies allows no empty cell and no tab or line break in one. */
const cellOf = (text: string) => oneLine(text) || '_';

function rowsOf(text: string, { tokens }: Sentence): string[] {
  const rows: string[] = [];
  let covered = -1;
  tokens.forEach((token, i) => {
    const written = token.contraction ?? token.span;
    const glued = (end: number, next: Token | undefined) => {
      const start = (next?.contraction ?? next?.span)?.start;
      return start !== undefined && start === end ? 'SpaceAfter=No' : '_';
    };
    if (token.contraction !== undefined && i > covered) {
      let last = i;
      while (tokens[last + 1]?.contraction?.start === written.start) last++;
      covered = last;
      const form = cellOf(text.slice(written.start, written.end));
      if (last > i)
        rows.push(
          [`${i + 1}-${last + 1}`, form, ...Array(7).fill('_'), glued(written.end, tokens[last + 1])].join('\t'),
        );
    }
    const misc = i <= covered ? '_' : glued(written.end, tokens[i + 1]);
    rows.push(
      [
        i + 1,
        cellOf(token.form),
        cellOf(token.lemma),
        token.upos,
        '_',
        featsOf(token),
        token.head + 1,
        token.deprel,
        '_',
        misc,
      ].join('\t'),
    );
  });
  return rows;
}

/**
 * CoNLL-U of a parsed text (universaldependencies.org/format.html); `text` is the text that was parsed. Sentences
 * without a tree, for want of a model, are left out: the format has no way to show them.
 */
export function toConllu(text: string, parsed: Parsed): string {
  const out: string[] = [];
  let paragraph = -1;
  parsed.sentences.forEach((sentence, i) => {
    if (sentence.tokens.length === 0) return;
    if (sentence.paragraph !== paragraph) out.push('# newpar');
    paragraph = sentence.paragraph;
    out.push(`# sent_id = ${i + 1}`, `# text = ${oneLine(text.slice(sentence.span.start, sentence.span.end))}`);
    out.push(...rowsOf(text, sentence), '');
  });
  return out.length === 0 ? '' : `${out.join('\n')}\n`;
}
