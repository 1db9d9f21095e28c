import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Token } from '../../src/model/index.ts';
import { parse } from '../../src/parse/index.ts';

interface Arc {
  readonly head: string;
  readonly relation: string;
  readonly dependant: string;
}

const here = dirname(fileURLToPath(import.meta.url));

function readGolden(lang: string): { text: string; arcs: Arc[] }[] {
  return readFileSync(join(here, 'golden', `${lang}.txt`), 'utf8')
    .split(/\n\s*\n/)
    .map((block) => block.split('\n').filter((line) => line !== '' && !line.startsWith('#')))
    .filter((lines) => lines.length > 0)
    .map(([text = '', ...arcs]) => ({
      text,
      arcs: arcs.map((line) => {
        const [head = '', relation = '', dependant = ''] = line.split(' ');
        return { head, relation, dependant };
      }),
    }));
}

/** Index of `word` or `word#2` among the tokens. */
function find(tokens: readonly Token[], name: string): number {
  const [word = '', nth = '1'] = name.split('#');
  const places = tokens.flatMap(({ form }, i) => (form === word ? [i] : []));
  return places[Number(nth) - 1] ?? -1;
}

/** Subtypes that coding reads; others do not count. */
const told = new Set(['nsubj:pass', 'obl:agent', 'acl:relcl']);
const bare = (relation: string) => (told.has(relation) ? relation : relation.replace(/:.*/, ''));

function score(lang: string) {
  const wrong: string[] = [];
  let arcs = 0;
  const sentences = readGolden(lang);
  for (const { text, arcs: wanted } of sentences) {
    const parsed = parse(text, { lang }).sentences;
    const tokens = parsed[0]?.tokens ?? [];
    for (const { head, relation, dependant } of wanted) {
      arcs++;
      const d = find(tokens, dependant);
      const h = find(tokens, head);
      if (d < 0 || h < 0) throw new Error(`${head} ${relation} ${dependant}: no such word in: ${text}`);
      const got = tokens[d] as Token;
      if (got.head !== h || bare(got.deprel) !== relation) {
        wrong.push(`${head} ${relation} ${dependant}, found ${tokens[got.head]?.form} ${got.deprel}: ${text}`);
      }
    }
  }
  return { sentences: sentences.length, arcs, wrong };
}

describe('golden sentences of conflict reporting', () => {
  const en = score('en');
  const fr = score('fr');

  it('number 70 in English and 30 in French', () => {
    expect([en.sentences, fr.sentences]).toEqual([70, 30]);
  });

  it('have at least 92 % of their key arcs with head and label right', () => {
    const wrong = [...en.wrong, ...fr.wrong];
    const share = 1 - wrong.length / (en.arcs + fr.arcs);
    expect(share, `${(share * 100).toFixed(1)} %\n${wrong.join('\n')}`).toBeGreaterThanOrEqual(0.92);
  });
});
