/** Input that could not be taken: where, what was found, what was expected, and what to do about it. */
export interface Refusal {
  /** File, address or argument. */
  readonly file: string;
  /** Line in the file, from 1; null where lines mean nothing. */
  readonly line: number | null;
  readonly found: string;
  readonly expected: string;
  readonly wayOut: string;
}

/** One refusal as a sentence for people. */
export function refusalText({ file, line, found, expected, wayOut }: Refusal): string {
  return `${file}${line === null ? '' : `, line ${line}`}: ${found}; expected ${expected}. ${wayOut}`;
}

/** Thrown where nothing useful can be done with what the user gave (exit code 2); a broken program throws other errors. */
export class UnusableInput extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusalText(refusal));
    this.name = 'UnusableInput';
    this.refusal = refusal;
  }
}
