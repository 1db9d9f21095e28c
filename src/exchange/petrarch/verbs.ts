import type { DictionaryCode, DictionaryPattern, DictionaryVerbs } from '../../model/index.ts';
import { type DictionaryLine, type Entries, refusals, spaced } from './lines.ts';

type Sets = ReadonlyMap<string, readonly string[]>;

/**
 * Reads a dictionary of verbs: blocks opened by `--- NAME [CODE] ---`, verbs with `{FORMS}` and codes of their own,
 * patterns `- words * words [CODE]`, sets of words `&NAME` with `+` lines. Of the patterns are read: words, sets,
 * `{noun phrases}`, `(preposition phrases)`, `$` doer, `+` target, `^` anything between. Other signs are refused.
 */
export function readVerbLines(text: string, file: string): Entries<DictionaryVerbs> {
  const { faults, refuse } = refusals(file);
  const lines = wholeLines(text);
  const sets = setsOf(lines);
  const blocks: { verbs: (DictionaryVerbs['verbs'][number] & DictionaryCode)[]; patterns: DictionaryPattern[] }[] = [];
  let usual: DictionaryCode = { code: null, back: null };
  let inSet = false;
  const open = () => {
    blocks.push({ verbs: [], patterns: [] });
    return blocks.at(-1);
  };
  for (const line of lines) {
    const said = line.text.trim();
    if (said.startsWith('&')) {
      inSet = true;
      continue;
    }
    if (inSet && said.startsWith('+')) continue;
    inSet = false;
    const code = codeOf(said);
    if (code === undefined) {
      refuse(line, `"${said}"`, 'an event code of two to four digits between [ and ], or ---');
    } else if (said.startsWith('---')) {
      open();
      usual = code ?? { code: null, back: null };
    } else if (said.startsWith('-')) {
      const found = patternsOf(said, code, sets);
      if (typeof found === 'string') refuse(line, `"${said}"`, found);
      else if (blocks.length === 0) refuse(line, `"${said}"`, 'a verb before its patterns');
      else blocks.at(-1)?.patterns.push(...found);
    } else if (/^[+\p{L}][^~%$]*$/u.test(said)) {
      // Without a line of its own a block begins at the first verb behind the patterns of the one before.
      const block = blocks.length === 0 || (blocks.at(-1)?.patterns.length ?? 0) > 0 ? open() : blocks.at(-1);
      block?.verbs.push({ forms: verbForms(said), ...(code ?? usual) });
    } else
      refuse(
        line,
        `"${said}"`,
        'a verb, a pattern "- ... * ... [CODE]", a set "&NAME" or a block "--- NAME [CODE] ---"',
      );
  }
  return { entries: blocks, faults };
}

/** Dashes open blocks here, so that only `#`, `;` and `<!-- -->` are comments. */
function wholeLines(text: string): DictionaryLine[] {
  const bare = text.replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ''));
  return bare
    .split(/\r?\n/)
    .map((line, at) => ({ line: at + 1, text: line.replace(/[#;].*$/, '') }))
    .filter((line) => line.text.trim() !== '');
}

function setsOf(lines: readonly DictionaryLine[]): Sets {
  const sets = new Map<string, string[]>();
  let members: string[] | null = null;
  for (const { text } of lines) {
    const said = text.trim();
    if (said.startsWith('&')) {
      members = [];
      sets.set(said, members);
    } else if (members !== null && said.startsWith('+')) members.push(spaced(said.slice(1)).toLowerCase());
    else members = null;
  }
  return sets;
}

/** `[042]`, `[042:043]`, `[---]`; null: no brackets; undefined: something else in them. */
function codeOf(text: string): DictionaryCode | null | undefined {
  if (!text.includes('[')) return null;
  const [, code, back = null] = /\[\s*(\d{2,4}|---)?\s*(?::\s*(\d{2,4}))?\s*\]/.exec(text) ?? [];
  if (code === undefined) return undefined;
  return { code: code === '---' ? null : code, back };
}

/** `GIVE {GAVE GIVEN}`, `CARRY_+OUT`: every form in small letters. */
function verbForms(said: string): string[] {
  const form = (text: string) => spaced(text.replaceAll('+', '')).toLowerCase();
  const others = /\{([^}]*)\}/.exec(said)?.[1] ?? '';
  return [
    form(said.replace(/[[{].*$/, '')),
    ...others
      .split(/\s+/)
      .filter((word) => word !== '')
      .map(form),
  ];
}

/** The patterns of a line, one for each way that its sets of several words can be said; a text: what was expected. */
function patternsOf(said: string, code: DictionaryCode | null, sets: Sets): DictionaryPattern[] | string {
  if (code === null) return 'a code behind the pattern';
  const words = said
    .replace(/^-+\s*/, '')
    .replace(/\[.*$/, '')
    .trim();
  const tokens = words
    .replace(/([(){}])/g, ' $1 ')
    .split(/[\s_]+/)
    .filter((token) => token !== '');
  const stars = tokens.filter((token) => /^\*+$/.test(token));
  if (stars.length !== 1) return 'one * for the verb';
  const sides = { before: [] as string[][][], after: [] as string[][][] };
  const slots = { source: null as string | null, target: null as string | null };
  let side: 'before' | 'after' = 'before';
  let by: string | null = null;
  let opened = false;
  for (const token of tokens) {
    if (/^\*+$/.test(token)) side = 'after';
    else if (token === '(') opened = true;
    else if (token === ')') {
      by = null;
      opened = false;
    } else if (token === '{' || token === '}' || token === '^') continue;
    else if (token === '$' || token === '+')
      slots[token === '$' ? 'source' : 'target'] = side === 'before' ? 'subj' : (by ?? 'obj');
    else if (token.startsWith('&')) {
      const members = sets.get(token);
      if (members === undefined) return `the set ${token}, which is not defined`;
      sides[side].push(members.map((member) => member.split(' ')));
    } else if (/^[\p{L}\p{N}][\p{L}\p{N}.'’/-]*$/u.test(token)) {
      if (opened && by === null) by = token.toLowerCase();
      sides[side].push([[token.toLowerCase()]]);
    } else return `words, sets, {}, (), $, + and ^ without "${token}"`;
  }
  const ways = product(expanded(sides.before), expanded(sides.after));
  if (ways === null) return `at most ${mostWays} ways to say it`;
  return ways.map(([before, after]) => ({ words, before, after, ...code, ...slots }));
}

const mostWays = 2000;

type Words = readonly (readonly string[])[];

/** Members of one word are alternatives in one place; each longer member is a way of its own. */
function expanded(places: readonly (readonly (readonly string[])[])[]): Words[] | null {
  let ways: string[][][] = [[]];
  for (const members of places) {
    const short = members.filter((member) => member.length === 1).flat();
    const options = [
      ...(short.length > 0 ? [[short]] : []),
      ...members.filter(({ length }) => length > 1).map((long) => long.map((word) => [word])),
    ];
    if (ways.length * options.length > mostWays) return null;
    ways = ways.flatMap((way) => options.map((option) => [...way, ...option]));
  }
  return ways;
}

function product(before: Words[] | null, after: Words[] | null): [Words, Words][] | null {
  if (before === null || after === null || before.length * after.length > mostWays) return null;
  return before.flatMap((one) => after.map((other): [Words, Words] => [one, other]));
}
