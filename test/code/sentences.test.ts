import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Participant } from '../../src/model/index.ts';
import { loadNames } from '../../src/resolve/index.ts';
import { coded } from './coding.ts';

/** `lang`, `text`, and the reports wanted, parted by ` | `; none where the sentence tells no happening. */
const rows = readFileSync(new URL('../cases/code/sentences.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'));

const names = loadNames();
const named = (all: readonly Participant[]) => all.map(({ actor, text }) => actor ?? text).join(' + ') || '-';

describe('sentences', () => {
  it.each(rows)('%s: %s', (lang = '', text = '', wanted = '') => {
    const told = coded(text, lang, names).reports.map(
      ({ type, mode, status, source, target }) =>
        `${mode === null ? type : `${type}/${mode}`} ${status}: ${named(source)} > ${named(target)}`,
    );
    expect(told.join(' | ')).toBe(wanted);
  });
});
