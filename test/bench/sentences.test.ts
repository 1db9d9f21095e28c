import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { quadOf, quadOfCode } from '../../bench/cameo-quad.ts';
import { labelSentences, labelsOf } from '../../bench/india-police.ts';
import { figuresOf } from '../../bench/petrarch.ts';
import { type GsrRow, sideTallies } from '../../bench/plover-gsr.ts';
import { jsonLines, ownEvents } from '../../bench/support/coding.ts';
import { generatedText } from '../../bench/support/generated-text.ts';
import { loadBench } from '../../bench/support/harness.ts';
import { exactly, type Report } from '../../src/model/index.ts';
import { emptyFolder } from '../support/folder.ts';
import { party, reportOf } from '../support/report.ts';

function file(name: string, text: string): string {
  const path = join(emptyFolder(), name);
  writeFileSync(path, text);
  return path;
}

test('beside an accusation the alleged deed is no event of its own', () => {
  const deed = reportOf({ status: 'alleged' });
  expect(ownEvents([reportOf({ type: 'ACCUSE' }), deed])).toHaveLength(1);
  expect(ownEvents([deed, reportOf({ status: 'denied' })])).toEqual([deed]);
});

const gsr = (given: Partial<GsrRow>): GsrRow => ({
  doc_id: 'row',
  date: '2000-01-01',
  text: '',
  event_2021: 'AGREE',
  source: [{ actorText: 'The Iraqi army' }],
  target: [{ actorText: 'Kurdish rebels' }],
  reciprocal: false,
  ...given,
});

test('sides are compared word by word, the other way round where the event is mutual', () => {
  const report = { source: ['Kurdish rebels'], target: ['Iraqi army units'] };
  const mutual = sideTallies(gsr({ reciprocal: true }), report);
  expect(mutual.source).toEqual({ matched: 2, predicted: 3, gold: 2 });
  expect(mutual.target).toEqual({ matched: 2, predicted: 2, gold: 2 });
  expect(sideTallies(gsr({}), report).source).toEqual({ matched: 0, predicted: 2, gold: 2 });
  expect(sideTallies(gsr({ source: [{}] }), undefined).source).toEqual({ matched: 0, predicted: 0, gold: 0 });
});

test('a sentence has the quad of its first dyad, else of its first report, none without either', () => {
  expect(['023', '036', '073', '0841', '111', '160', '141', '190'].map(quadOfCode)).toEqual([0, 1, 2, 2, 3, 3, 4, 4]);
  expect(quadOf([], [reportOf({ status: 'denied' }), reportOf({ type: 'AID' }), reportOf({})])).toBe(2);
  expect(quadOf([{ code: '042' }], [reportOf({})])).toBe(1);
  expect(quadOf([], [])).toBe(0);
});

test('parts of a triple are scored as sets of a sentence', () => {
  const row = {
    doc_id: 'row',
    source_set: 'unit' as const,
    date: '19950101',
    text: '',
    events: [
      { source: 'A', target: 'B', code: '057' },
      { source: 'A', code: '041' },
    ],
  };
  const figures = figuresOf('unit', [{ row, triples: [{ source: 'A', target: 'B', code: '051' }] }]);
  expect(figures).toEqual({
    unit_triple_f1: 0,
    unit_code_f1: 0,
    unit_root_f1: 2 / 3,
    unit_source_f1: 1,
    unit_target_f1: 2 / 3,
  });
});

test('labels of the police follow from type, mode, dead and doer', () => {
  const police = [party('police', 'police')];
  expect(labelsOf(reportOf({ source: police, killed: exactly(2) }))).toEqual(['KILL', 'FORCE', 'ANY_ACTION']);
  expect(labelsOf(reportOf({ source: police, mode: 'firearms' }))).toEqual(['FORCE', 'ANY_ACTION']);
  expect(labelsOf(reportOf({ source: [party('a mob')], killed: exactly(2) }))).toEqual([]);
  expect(labelsOf(reportOf({ type: 'COERCE', mode: 'arrest' }))).toEqual(['ARREST', 'ANY_ACTION']);
  expect(labelsOf(reportOf({ type: 'COERCE', mode: 'arrest', source: [party('rebels', 'rebel')] }))).toEqual([]);
  expect(labelsOf(reportOf({ type: 'ACCUSE', target: police }))).toEqual(['FAIL']);
  expect(labelsOf(reportOf({ source: police, status: 'denied' }))).toEqual([]);
});

test('a report labels the sentence that it begins in', () => {
  const sets = labelSentences(['All was quiet.', 'they were  arrested.'], (text) => {
    const start = text.indexOf('they were arrested');
    const report = reportOf({ type: 'COERCE', mode: 'arrest' });
    return [{ ...report, provenance: { ...report.provenance, span: { start, end: start + 18 } } } as Report];
  });
  expect(sets.map((set) => [...set])).toEqual([[], ['ARREST', 'ANY_ACTION']]);
});

test('generated text is the same for one seed, and as long as asked', () => {
  expect(generatedText(20)).toBe(generatedText(20));
  expect(generatedText(20)).not.toBe(generatedText(20, 2));
  expect(
    generatedText(20)
      .split('\n\n')
      .filter((paragraph) => paragraph !== ''),
  ).toHaveLength(4);
});

test('a line that is no JSON is named', () => {
  expect(() => jsonLines(file('rows.jsonl', '{"a":1}\n\nnot json\n'))).toThrow(/line 3: no JSON object/);
});

const sentence = 'Police killed three protesters in Gao on Tuesday.';
const tiny: Readonly<Record<string, object>> = {
  'plover-gsr': gsr({ text: sentence, event_2021: 'ASSAULT', source: [{ actorText: 'Police' }] }),
  'cameo-quad': { doc_id: 'row', text: sentence, quad: 4 },
  'india-police': {
    doc_id: 'row',
    date: '2002-03-01',
    labels: ['KILL'],
    sents: [{ text: sentence, labels: ['KILL', 'FORCE', 'ANY_ACTION'] }],
  },
  muc4: { doc_id: 'row', dateline_date: '1990-02-04', text_truecased: sentence, templates: [] },
};

test.each([
  ['plover-gsr', ['category_f1', 'category_macro_f1', 'source_f1', 'target_f1']],
  ['cameo-quad', ['macro_f1']],
  ['india-police', ['kill_sentence_f1', 'arrest_document_f1', 'force_sentence_f1', 'daily_rank_correlation']],
  ['muc4', ['relevance_f1', 'type_f1', 'roles_f1', 'killed_exact']],
])('%s scores any file of its columns under the agreed names', async (name, figures) => {
  const bench = await loadBench(name);
  const data = file('rows.jsonl', JSON.stringify(tiny[name]));
  const result = await bench.run({ data, lang: null });
  expect(result).toMatchObject({ bench: name, data, rows: 1 });
  expect(Object.keys(result.figures)).toEqual(expect.arrayContaining(figures));
});

test('petrarch scores both sets, with the dictionaries that lie beside the file', async () => {
  const row = { doc_id: 'row', source_set: 'unit', date: '19950101', text: 'Nothing happened.', events: [] };
  const data = file('rows.jsonl', JSON.stringify(row));
  writeFileSync(join(data, '..', 'unit_dictionaries.tsv'), 'kind\tline\nactor\tRURITANIA [RUR]\n');
  const { figures } = await (await loadBench('petrarch')).run({ data, lang: null });
  expect(figures).toMatchObject({ empty_left_empty: 1, unit_triple_f1: null, petr2gsr_root_f1: null });
});
