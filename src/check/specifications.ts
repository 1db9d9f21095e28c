import { type Choices, type Factor, factors, UnusableInput } from '../model/index.ts';
import { readTable, shipped } from '../text/index.ts';

/** What a claim asks: by how much, how many, what part, whether nothing surpasses it. */
export type Form = 'change' | 'count' | 'share' | 'ranking';

/** What a claim is about, as far as event data know it. */
export type Matter = 'civilian-deaths' | 'deaths' | 'attacks-on-civilians' | 'attacks';

const tabled = ['window', 'measure', 'estimate', 'without'] as const;

/** A line of `data/check/specifications.tsv`. */
export interface Choice {
  readonly factor: (typeof tabled)[number];
  readonly choice: string;
  readonly how: string;
  readonly matters: readonly string[];
  readonly kinds: readonly string[];
}

/** The choices that a check tries, and those that the user kept or left out. */
export interface Specifications {
  readonly choices: readonly Choice[];
  readonly only: readonly Choose[];
  readonly drop: readonly Choose[];
}

/** `window=12 months either side` */
export interface Choose {
  readonly factor: Factor;
  readonly choice: string;
}

const columns = ['factor', 'choice', 'how', 'matters', 'kinds', 'why'] as const;

const forms: Readonly<Record<Choice['factor'], RegExp>> = {
  window: /^(whole|year|[1-9]\d{0,2})$/,
  measure: /^(people (killed|civilians)|events (killed|civilians|all))( one-sided)?$/,
  estimate: /^(low|best|high)$/,
  without: /^(nothing|event|month)$/,
};

const expected: Readonly<Record<Choice['factor'], string>> = {
  window: 'a number of months, "whole" or "year"',
  measure: '"people killed", "people civilians", "events all", "events killed" or "events civilians", and "one-sided"',
  estimate: '"low", "best" or "high"',
  without: '"nothing", "event" or "month"',
};

/** The specifications that ship with griot, those of a user's table added. Throws UnusableInput for a broken line. */
export function readSpecifications(path: string | null = null): Specifications {
  const own = path === null ? [] : readChoices(path);
  const key = ({ factor, choice, matters, kinds }: Choice) => [factor, choice, matters, kinds].join('\t');
  const replaced = new Set(own.map(key));
  const ours = readChoices(shipped('data', 'check', 'specifications.tsv')).filter((one) => !replaced.has(key(one)));
  return { choices: [...ours, ...own], only: [], drop: [] };
}

function readChoices(path: string): Choice[] {
  const { rows, faults } = readTable(path, columns);
  const [fault] = faults;
  if (fault !== undefined) refuse(path, fault.line, fault.message, 'six cells');
  return rows.map(({ line, ...row }) => {
    const factor = tabled.find((name) => name === row.factor);
    if (factor === undefined) return refuse(path, line, `the factor "${row.factor}"`, tabled.join(', '));
    if (!forms[factor].test(row.how)) return refuse(path, line, `how "${row.how}"`, expected[factor]);
    if (row.choice === '') return refuse(path, line, 'no name', 'a name of the choice');
    return { factor, choice: row.choice, how: row.how, matters: row.matters.split(' '), kinds: row.kinds.split(' ') };
  });
}

function refuse(file: string, line: number | null, found: string, wanted: string): never {
  throw new UnusableInput({
    file,
    line,
    found,
    expected: wanted,
    wayOut: 'See data/check/README.md for what the columns mean.',
  });
}

/** Keeps only, or leaves out, the choices given as `factor=choice`. Throws UnusableInput for what nobody can choose. */
export function choosing(
  specifications: Specifications,
  { only, drop }: { readonly only: readonly string[]; readonly drop: readonly string[] },
): Specifications {
  const read = (option: string) => (text: string) => choose(option, text, specifications);
  return { ...specifications, only: only.map(read('--only')), drop: drop.map(read('--drop')) };
}

function choose(option: string, text: string, { choices }: Specifications): Choose {
  const [name, ...rest] = text.split('=');
  const choice = rest.join('=').trim();
  const factor = factors.find((known) => known === name?.trim());
  if (factor === undefined || choice === '')
    throw new UnusableInput({
      file: option,
      line: null,
      found: `"${text}"`,
      expected: `FACTOR=CHOICE with a factor of ${factors.join(', ')}`,
      wayOut: 'Copy one from the lines of griot check --all.',
    });
  const known = [...new Set(choices.filter((one) => one.factor === factor).map((one) => one.choice))];
  if (known.length > 0 && factor !== 'window' && !known.includes(choice))
    throw new UnusableInput({
      file: option,
      line: null,
      found: `"${choice}"`,
      expected: `one of ${known.join(', ')}`,
      wayOut: 'Add it with --specs FILE if it is a choice of yours.',
    });
  return { factor, choice };
}

/** The choices of a factor that fit a claim. */
export function fitting(
  { choices }: Specifications,
  factor: Choice['factor'],
  form: Form,
  matter: Matter,
): readonly Choice[] {
  const has = (list: readonly string[], word: string) => list.includes('*') || list.includes(word);
  return choices.filter((one) => one.factor === factor && has(one.kinds, form) && has(one.matters, matter));
}

/** True for a combination that the user did not leave out. A factor that it does not have is no reason to. */
export function wanted({ only, drop }: Specifications, chosen: Choices): boolean {
  for (const factor of factors) {
    const choice = chosen[factor];
    if (choice === undefined) continue;
    if (drop.some((one) => one.factor === factor && one.choice === choice)) return false;
    const kept = only.filter((one) => one.factor === factor);
    if (kept.length > 0 && !kept.some((one) => one.choice === choice)) return false;
  }
  return true;
}
