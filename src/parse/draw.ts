import type { Sentence } from '../model/index.ts';

/**
 * The tree of a sentence for people: a line a word, dependants indented below their head in the order of the text,
 * with relation and part of speech.
 */
export function drawTree({ tokens }: Sentence): string {
  const children = new Map<number, number[]>();
  tokens.forEach(({ head }, i) => {
    const list = children.get(head);
    if (list === undefined) children.set(head, [i]);
    else list.push(i);
  });
  const lines: string[] = [];
  // A stack, not recursion: a tree can be as deep as its sentence is long.
  const open: { word: number; indent: string; last: boolean; root: boolean }[] = (children.get(-1) ?? [])
    .map((word) => ({ word, indent: '', last: true, root: true }))
    .reverse();
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    const { word, indent, last, root } = item;
    const token = tokens[word];
    if (token === undefined) continue;
    lines.push(`${indent}${root ? '' : last ? '└─ ' : '├─ '}${token.form}  ${token.deprel}  ${token.upos}`);
    const below = children.get(word) ?? [];
    const inner = root ? indent : `${indent}${last ? '   ' : '│  '}`;
    for (let i = below.length - 1; i >= 0; i--) {
      open.push({ word: below[i] as number, indent: inner, last: i === below.length - 1, root: false });
    }
  }
  return lines.join('\n');
}
