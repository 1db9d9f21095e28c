/** Classes of UTF-16 units, as small numbers so that loops over a megabyte stay cheap. */
export const charClass = {
  other: 0,
  space: 1,
  upper: 2,
  lower: 3,
  /** Letter of a script without case, and combining marks. */
  letter: 4,
  digit: 5,
  /** . ! ? and their kin in other scripts. */
  terminal: 6,
  open: 7,
  close: 8,
  /** Straight quotes open as well as close. */
  quote: 9,
} as const;

const terminals = '.!?…。．！？؟۔।‼⁇⁈⁉';
const opening = '([{“‘«„‚‹';
const closing = ')]}”’»›';

let table: Uint8Array | null = null;

function classify(char: string): number {
  if (/\s/.test(char)) return charClass.space;
  if (/\p{Lu}|\p{Lt}/u.test(char)) return charClass.upper;
  if (/\p{Ll}/u.test(char)) return charClass.lower;
  if (/\p{L}|\p{M}/u.test(char)) return charClass.letter;
  if (/\p{Nd}/u.test(char)) return charClass.digit;
  if (terminals.includes(char)) return charClass.terminal;
  if (opening.includes(char)) return charClass.open;
  if (closing.includes(char)) return charClass.close;
  if (char === '"' || char === "'") return charClass.quote;
  return charClass.other;
}

/** Class of every UTF-16 unit, by code; halves of surrogate pairs are `other`. Built once, at first need. */
export function charClasses(): Uint8Array {
  if (table === null) {
    const made = new Uint8Array(65536);
    for (let code = 0; code < 65536; code++) made[code] = classify(String.fromCharCode(code));
    table = made;
  }
  return table;
}
