import type { Token } from '../../src/model/index.ts';

/**
 * Tokens of a tree written by hand, a word a line: form, lemma, part of speech, head (from 1, 0 for the root), relation,
 * and features where the frame needs them.
 */
export function tokensOf(rows: string): Token[] {
  let at = 0;
  return rows
    .trim()
    .split('\n')
    .map((row) => {
      const [form = '', lemma = '', upos = '', head = '0', deprel = '', feats = '_'] = row.trim().split(/\s+/);
      const start = at;
      at += form.length + 1;
      return {
        span: { start, end: start + form.length },
        form,
        lemma,
        upos,
        feats:
          feats === '_' ? {} : Object.fromEntries(feats.split('|').map((feat) => feat.split('=') as [string, string])),
        head: Number(head) - 1,
        deprel,
      };
    });
}
