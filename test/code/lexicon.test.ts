import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { treeOf } from '../../src/code/frames/index.ts';
import { type DeedEntry, matchAt, readDeeds, shippedLexicon } from '../../src/code/lexicon/index.ts';
import { ploverTypes } from '../../src/model/index.ts';
import { tokensOf } from './trees.ts';

const folder = mkdtempSync(join(tmpdir(), 'griot-lexicon-'));
afterAll(() => rmSync(folder, { recursive: true }));

const header = 'words\tclass\ttype\tmode\tsource\ttarget\tfate\tneeds';
function write(...lines: string[]): string {
  mkdirSync(join(folder, 'en'), { recursive: true });
  writeFileSync(join(folder, 'en', 'deeds.tsv'), [header, ...lines].join('\n'));
  return folder;
}

const entries = (words: ReadonlyMap<string, readonly DeedEntry[]>) => [...words.values()].flat();

describe('the shipped deed words', () => {
  it('have no broken line, and deeds of all sixteen types in both languages', () => {
    for (const [lang, least] of [
      ['en', 600],
      ['fr', 350],
    ] as const) {
      const { verbs, nouns, faults } = readDeeds([shippedLexicon()], lang);
      const all = [...entries(verbs), ...entries(nouns)];
      expect(faults).toEqual([]);
      expect(all.length).toBeGreaterThan(least);
      expect(ploverTypes.filter((type) => !all.some((entry) => entry.type === type))).toEqual([]);
    }
  });
});

describe('a folder of the user', () => {
  it('adds a verb, and its lines come before the shipped ones', () => {
    const lexicon = readDeeds(
      [write('zap\tverb\tASSAULT\tdrone\t\t\tkilled\t', 'kill\tverb\tPROTEST\tdemo\t\t\t\t'), shippedLexicon()],
      'en',
    );
    expect(lexicon.verbs.get('zap')?.[0]).toMatchObject({ type: 'ASSAULT', mode: 'drone', fate: 'killed' });
    expect(lexicon.verbs.get('kill')?.[0]?.type).toBe('PROTEST');
  });

  it('reports a broken line with its file and number, and keeps the others', () => {
    const { faults, verbs } = readDeeds(
      [
        write(
          'zap\tverb\tASSAULT',
          'zip\tverb\tNOTHING\t\t\t\t\t',
          'zop\tvreb\tASSAULT\t\t\t\t\t',
          'zup\tverb\tAID\t\t\t\t\t',
        ),
      ],
      'en',
    );
    expect(faults.map(({ line }) => line)).toEqual([2, 3, 4]);
    expect(faults[0]?.file).toContain('deeds.tsv');
    expect([...verbs.keys()]).toEqual(['zup']);
  });
});

describe('patterns', () => {
  const { verbs } = readDeeds(
    [write('open fire on\tverb\tASSAULT\tfirearms\t\t\t\t', 'open\tverb\tCONSULT\t\t\t\t\t')],
    'en',
  );
  const fire = `
    Troops troops NOUN 2 nsubj
    opened open VERB 0 root
    heavy heavy ADJ 4 amod
    fire fire NOUN 2 obj
    on on ADP 6 case
    crowds crowd NOUN 2 obl`;

  it('match in order with words between, the longest first', () => {
    expect(matchAt(treeOf(tokensOf(fire)), 1, verbs)?.words).toBe('open fire on');
    expect(matchAt(treeOf(tokensOf(fire.replace('fire fire', 'talks talk'))), 1, verbs)?.words).toBe('open');
  });

  it('read French reflexives whatever stands between', () => {
    const french = readDeeds([shippedLexicon()], 'fr').verbs;
    const rows = `
      rebelles rebelle NOUN 4 nsubj
      se se PRON 4 expl:pv
      sont être AUX 4 aux:tense
      emparés emparer VERB 0 root
      de de ADP 6 case
      ville ville NOUN 4 obl:arg`;
    expect(matchAt(treeOf(tokensOf(rows)), 3, french)).toMatchObject({ type: 'COERCE', mode: 'seize' });
  });
});
