import { hashString } from './hash.ts';

/** What the tagger and the parser look at of each word, as numbers. Index 0 is the first word. */
export interface Attributes {
  readonly count: number;
  /** Lower case, digits as 0. */
  readonly low: Int32Array;
  readonly exact: Int32Array;
  /** Last 1 to 5 letters: `suffix[k - 1]`. */
  readonly suffix: readonly Int32Array[];
  /** First 1 to 4 letters. */
  readonly prefix: readonly Int32Array[];
  readonly shape: Int32Array;
  /** Most letters of the sentence are capitals: case tells nothing. */
  readonly shouted: boolean;
  /** Most words begin with a capital, as in a headline. */
  readonly titled: boolean;
}

/** Lower case, digits as 0, typographic apostrophes straight. */
export function normalise(form: string): string {
  return form
    .toLowerCase()
    .replace(/\p{Nd}/gu, '0')
    .replace(/[’`´]/g, "'");
}

/** Capitals, small letters, digits and marks as X x 0 and themselves, runs shortened to two. */
function shapeOf(form: string): string {
  return form
    .slice(0, 40)
    .replace(/\p{Lu}/gu, 'X')
    .replace(/\p{Ll}/gu, 'x')
    .replace(/[\p{Lo}\p{Lm}]/gu, 'a')
    .replace(/\p{Nd}/gu, '0')
    .replace(/(.)\1{2,}/gu, '$1$1');
}

/** Words in a text repeat: what was reckoned for a form is kept, up to a bound. */
interface FormFacts {
  readonly low: number;
  readonly exact: number;
  readonly shape: number;
  readonly ends: Int32Array;
  readonly capitals: boolean;
  readonly letters: boolean;
  readonly initial: boolean;
}

const facts = new Map<string, FormFacts>();
const mostFacts = 50_000;

function factsOf(form: string): FormFacts {
  const known = facts.get(form);
  if (known !== undefined) return known;
  const low = normalise(form);
  const ends = new Int32Array(9);
  for (let k = 1; k <= 5; k++) ends[k - 1] = low.length >= k ? hashString(low.slice(-k)) : 0;
  for (let k = 1; k <= 4; k++) ends[4 + k] = low.length >= k ? hashString(low.slice(0, k)) : 0;
  const made = {
    low: hashString(low),
    exact: hashString(form),
    shape: hashString(shapeOf(form)),
    ends,
    capitals: form.length > 1 && form === form.toUpperCase() && /\p{Lu}/u.test(form),
    letters: form.length > 1 && /\p{L}/u.test(form),
    initial: form.length > 1 && /^\p{Lu}/u.test(form),
  };
  if (facts.size >= mostFacts) facts.clear();
  facts.set(form, made);
  return made;
}

export function attributesOf(forms: readonly string[]): Attributes {
  const n = forms.length;
  const column = () => new Int32Array(n);
  const low = column();
  const exact = column();
  const shape = column();
  const suffix = [column(), column(), column(), column(), column()];
  const prefix = [column(), column(), column(), column()];
  let capitals = 0;
  let letters = 0;
  let initials = 0;
  for (let i = 0; i < n; i++) {
    const fact = factsOf(forms[i] as string);
    low[i] = fact.low;
    exact[i] = fact.exact;
    shape[i] = fact.shape;
    for (let k = 0; k < 5; k++) (suffix[k] as Int32Array)[i] = fact.ends[k] as number;
    for (let k = 0; k < 4; k++) (prefix[k] as Int32Array)[i] = fact.ends[5 + k] as number;
    if (fact.capitals) capitals++;
    if (fact.letters) letters++;
    if (fact.initial) initials++;
  }
  return {
    count: n,
    low,
    exact,
    suffix,
    prefix,
    shape,
    shouted: letters > 2 && capitals > letters * 0.7,
    titled: letters > 2 && initials > letters * 0.6,
  };
}
