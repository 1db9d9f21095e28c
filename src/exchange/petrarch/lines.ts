import type { Refusal } from '../../model/index.ts';

/** A line of a dictionary without its comment. */
export interface DictionaryLine {
  readonly line: number;
  readonly text: string;
}

/** What a reader of one file gives: entries, and the lines that could not be used. */
export interface Entries<Entry> {
  readonly entries: readonly Entry[];
  readonly faults: readonly Refusal[];
}

/** The lines that say something: comments (`#`, `;`, `<!-- -->`, over several lines too) and empty lines left out. */
export function linesOf(text: string): DictionaryLine[] {
  const bare = text.replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ''));
  return bare
    .split(/\r?\n/)
    .map((line, at) => ({ line: at + 1, text: line.replace(/[#;].*$/, '').replace(/<!?\s*--.*$/, '') }))
    .filter((line) => line.text.trim() !== '');
}

/** Underscores are spaces; one at the end means that nothing may follow. */
export const spaced = (name: string): string => name.replaceAll('_', ' ').replace(/\s+/g, ' ').trim();

/** Tells lines of a file that could not be used. */
export function refusals(file: string) {
  const faults: Refusal[] = [];
  const refuse = ({ line }: DictionaryLine, found: string, expected: string): void => {
    faults.push({ file, line, found, expected, wayOut: 'It was left out; docs/dictionaries.md has the format.' });
  };
  return { faults, refuse };
}
