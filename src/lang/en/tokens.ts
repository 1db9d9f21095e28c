import { readTable, shipped } from '../../text/index.ts';
import type { Part, TokenRules } from '../tokens.ts';

const clitic = /(?<=.)(?:n['’`]t|['’`](?:s|m|d|re|ve|ll))$/iu;
/** Telephone numbers, dates and the like: digits that hyphens hold together. */
const digits = /^(?:\d{3,}(?:[-‐‑]\d{3,})+|\d{4}-\d{2}-\d{2}|\d+(?:-\d+){2,})$/u;

interface Lists {
  /** First parts that stay with what follows the hyphen: "non-state", "ex-rebel". */
  readonly prefix: ReadonlySet<string>;
  readonly keepsStop: ReadonlySet<string>;
  /** Written word to the lengths of its words: "cannot" 3. */
  readonly fused: ReadonlyMap<string, number>;
}

let lists: Lists | null = null;

function load(): Lists {
  if (lists !== null) return lists;
  const prefix = new Set<string>();
  const keepsStop = new Set<string>();
  const fused = new Map<string, number>();
  for (const { kind, words } of readTable(shipped('data', 'lexicon', 'en', 'tokens.tsv'), ['kind', 'words']).rows) {
    for (const word of words.split(' ')) {
      if (kind === 'prefix') prefix.add(word);
      else if (kind === 'keepsStop') keepsStop.add(word);
      else if (kind === 'fused') fused.set(word.replace('|', ''), word.indexOf('|'));
    }
  }
  lists = { prefix, keepsStop, fused };
  return lists;
}

/** A piece without hyphens: clitics and fused spellings come off. */
function unhyphened(piece: string, at: number): Part[] {
  const end = at + piece.length;
  const found = clitic.exec(piece);
  const cut = found === null ? (load().fused.get(piece.toLowerCase()) ?? 0) : found.index;
  if (cut === 0) return [{ start: at, end, contracted: false }];
  return [
    { start: at, end: at + cut, contracted: true },
    { start: at + cut, end, contracted: true },
  ];
}

function divide(piece: string): readonly Part[] {
  if (!/[-‐‑]/u.test(piece)) return unhyphened(piece, 0);
  const first = piece.slice(0, piece.search(/[-‐‑]/u)).toLowerCase();
  if (digits.test(piece) || load().prefix.has(first)) return unhyphened(piece, 0);
  const out: Part[] = [];
  let at = 0;
  for (const part of piece.split(/([-‐‑])/u)) {
    if (/^[-‐‑]$/u.test(part)) out.push({ start: at, end: at + 1, contracted: false });
    else if (part !== '') out.push(...unhyphened(part, at));
    at += part.length;
  }
  return out;
}

/** English words as the UD treebanks EWT and GUM cut them: hyphens apart, clitics as words of their own. */
export const tokens: TokenRules = {
  get keepsStop() {
    return load().keepsStop;
  },
  pluralPossessive: true,
  spacedNumbers: false,
  elided: null,
  divide,
  ambiguous: new Map(),
};
