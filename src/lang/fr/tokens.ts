import { readTable, shipped } from '../../text/index.ts';
import { type Part, type TokenRules, undivided } from '../tokens.ts';

const elision = /^(?:jusqu|lorsqu|puisqu|quoiqu|qu|[ldjmtsnc])['’](?=.)/iu;
/** Pronouns that follow their verb: "a-t-il", "ont-ils", "est-ce", "dites-nous". */
const follower = /(?<=\p{L})-(?:t-)?(?:ils?|elles?|on|je|tu|nous|vous|ce|moi|toi|lui|leur|y|en)$/iu;

interface Lists {
  readonly whole: ReadonlySet<string>;
  readonly keepsStop: ReadonlySet<string>;
  readonly contracted: ReadonlyMap<string, readonly [string, string]>;
  readonly ambiguous: ReadonlyMap<string, readonly [string, string]>;
}

let lists: Lists | null = null;

function load(): Lists {
  if (lists !== null) return lists;
  const whole = new Set<string>();
  const keepsStop = new Set<string>();
  const contracted = new Map<string, readonly [string, string]>();
  const ambiguous = new Map<string, readonly [string, string]>();
  for (const { kind, words } of readTable(shipped('data', 'lexicon', 'fr', 'tokens.tsv'), ['kind', 'words']).rows) {
    for (const word of words.split(' ')) {
      const [piece = '', first = '', second = ''] = word.split(/[=+]/);
      if (kind === 'whole') whole.add(word);
      else if (kind === 'keepsStop') keepsStop.add(word);
      else (kind === 'contracted' ? contracted : ambiguous).set(piece, [first, second]);
    }
  }
  lists = { whole, keepsStop, contracted, ambiguous };
  return lists;
}

/** Plain parts of the given texts, empty ones left out. */
function cutAfter(piece: string, texts: readonly (string | undefined)[]): Part[] {
  const out: Part[] = [];
  let at = 0;
  for (const text of texts) {
    if (text === undefined || text === '') continue;
    out.push({ start: at, end: at + text.length, contracted: false });
    at += text.length;
  }
  return at === piece.length ? out : [{ start: 0, end: piece.length, contracted: false }];
}

function divide(piece: string): readonly Part[] {
  const { whole, contracted } = load();
  const low = piece.toLowerCase().replaceAll('’', "'");
  if (whole.has(low)) return undivided(piece);
  const hour = /^(\d+)(h)(\d*)$/i.exec(piece);
  if (hour !== null) return cutAfter(piece, [hour[1], hour[2], hour[3]]);
  const parts: Part[] = [];
  let at = 0;
  for (;;) {
    const rest = piece.slice(at);
    if (whole.has(rest.toLowerCase().replaceAll('’', "'"))) break;
    const found = elision.exec(rest);
    if (found === null) break;
    parts.push({ start: at, end: at + found[0].length, contracted: false });
    at += found[0].length;
  }
  const rest = piece.slice(at);
  const words = contracted.get(rest.toLowerCase());
  const clitic = follower.exec(rest);
  if (words !== undefined) {
    const upper = rest.length > 1 && rest === rest.toUpperCase();
    const [first, second] = words;
    const shaped = upper
      ? first.toUpperCase()
      : /^\p{Lu}/u.test(rest)
        ? (first[0] ?? '').toUpperCase() + first.slice(1)
        : first;
    parts.push({ start: at, end: piece.length, form: shaped, contracted: true });
    parts.push({ start: at, end: piece.length, form: upper ? second.toUpperCase() : second, contracted: true });
  } else if (clitic !== null && !whole.has(rest.toLowerCase())) {
    parts.push({ start: at, end: at + clitic.index, contracted: false });
    parts.push({ start: at + clitic.index, end: piece.length, contracted: false });
  } else parts.push({ start: at, end: piece.length, contracted: false });
  return parts;
}

/** French words as the UD treebanks cut them: elided words apart, "au" and its kin as two words in one place. */
export const tokens: TokenRules = {
  get keepsStop() {
    return load().keepsStop;
  },
  pluralPossessive: false,
  spacedNumbers: true,
  elided: "(?<![\\p{L}'’])(?:jusqu|lorsqu|puisqu|quoiqu|qu|[ldjmtsnc]|QU|Qu|[LDJMTSNC])['’](?=[«\"“(\\[])",
  divide,
  get ambiguous() {
    return load().ambiguous;
  },
};
