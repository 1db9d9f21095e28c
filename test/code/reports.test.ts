import { describe, expect, it } from 'vitest';
import { rules, rulesCoder } from '../../src/code/index.ts';
import type { Names } from '../../src/model/index.ts';
import { parse } from '../../src/parse/index.ts';
import { coded, documentOf } from './coding.ts';

/** Knows "rebels" by their head noun. */
const rebels: Names = {
  actorsIn: (text) =>
    [...text.matchAll(/rebels/g)].map((match) => ({
      span: { start: match.index, end: match.index + match[0].length },
      actor: null,
      sector: 'rebel',
    })),
  placesIn: () => [],
  countriesOf: () => [],
};

describe('reports', () => {
  it('adds up a list, and no part of a whole', () => {
    const killed = (text: string) => coded(text).reports[0]?.killed;
    expect(killed('A drone strike killed five men and two boys on Monday.')).toEqual({ low: 7, best: 7, high: 7 });
    expect(killed('A bomb killed 25 people including four boys on Monday.')).toEqual({ low: 25, best: 25, high: 25 });
  });

  it('keeps dead and wounded apart', () => {
    const [report] = coded('At least 12 soldiers were killed and 30 others wounded in an ambush on Friday.').reports;
    expect(report).toMatchObject({
      type: 'ASSAULT',
      mode: 'ambush',
      killed: { low: 12, best: 12, high: null },
      injured: { low: 30, best: 30, high: 30 },
      when: { from: '2024-06-14', to: '2024-06-14' },
    });
  });

  it('finds the doer in front of the deed in which people were harmed', () => {
    const [report] = coded('Two villagers were killed in a rebels attack on Monday.', 'en', rebels).reports;
    expect(report?.source.map(({ text }) => text)).toEqual(['rebels']);
  });

  it('takes shots for force, and praise for praise whatever is praised', () => {
    const types = (text: string) => coded(text, 'en', rebels).reports.map(({ type }) => type);
    expect(types('The rebels opened fire on the crowd on Monday.')).toEqual(['ASSAULT']);
    expect(types('The rebels praised the record of the minister.')).toEqual(['SUPPORT']);
  });

  it('takes things set on fire for what is attacked, with and without a doer', () => {
    const burnt = (text: string) => coded(text, 'en', rebels).reports;
    const fire = { type: 'ASSAULT', mode: 'destroy' };
    expect(burnt('The rebels set two trucks on fire on Monday.')[0]).toMatchObject({
      ...fire,
      source: [{ text: 'The rebels' }],
      target: [{ text: 'two trucks' }],
    });
    expect(burnt('The rebels set fire to a grocery store on Monday.')[0]).toMatchObject({
      ...fire,
      target: [{ text: 'a grocery store' }],
    });
    expect(burnt('Four farms were set ablaze on Monday.')[0]).toMatchObject({ ...fire, source: [] });
    expect(burnt('The car caught fire on Monday.')).toEqual([]);
  });

  it('finds the doer in front of the verb and behind "by"', () => {
    const doers = (text: string) => coded(text, 'en', rebels).reports[0]?.source.map(({ text }) => text);
    expect(doers('The rebels killed nine soldiers on Tuesday.')).toEqual(['The rebels']);
    expect(doers('Nine soldiers were killed by rebels on Tuesday.')).toEqual(['rebels']);
  });

  it('says nothing where nothing is said to have happened', () => {
    expect(coded('No soldiers were killed on Tuesday.').reports).toEqual([]);
    expect(coded('If 12 people were killed on Tuesday, the talks would end.').reports).toEqual([]);
  });

  it('leaves the time open where the sentence does', () => {
    expect(coded('Nine soldiers were killed in an ambush.').reports.map(({ when }) => when)).toEqual([null]);
  });

  it('reads French', () => {
    const [report] = coded('Dix soldats ont été tués et six autres blessés mardi dans une embuscade.', 'fr').reports;
    expect(report).toMatchObject({ type: 'ASSAULT', mode: 'ambush', killed: { best: 10 }, injured: { best: 6 } });
  });

  it('makes an accusation and what it alleges two reports', () => {
    const { reports } = coded('Residents accused soldiers of killing nine farmers in a raid on Tuesday.');
    expect(reports.map(({ type, status, by }) => [type, status, by?.text ?? null])).toEqual([
      ['ACCUSE', 'asserted', null],
      ['ASSAULT', 'alleged', 'Residents'],
    ]);
    expect(reports[1]?.source.map(({ text }) => text)).toEqual(['soldiers']);
  });

  it('keeps what is denied, by the one who denies it', () => {
    const { reports } = coded('Gunmen killed nine farmers on Tuesday. The militia denied any involvement.');
    expect(reports.map(({ type, status, by }) => [type, status, by?.text ?? null])).toEqual([
      ['ASSAULT', 'asserted', null],
      ['ASSAULT', 'denied', 'The militia'],
    ]);
  });

  it('takes plans as planned, and neither wishes nor conditions as anything', () => {
    const status = (text: string) => coded(text, 'en', rebels).reports.map(({ type, status }) => `${type} ${status}`);
    expect(status('The government will deploy 300 soldiers in March.')).toEqual(['MOBILIZE planned']);
    expect(status('If the rebels attacked the town, soldiers would flee.')).toEqual([]);
    expect(status('The rebels could attack the town.')).toEqual([]);
    expect(status('The rebels did not attack the town.')).toEqual([]);
  });

  it('leaves figures of speech alone', () => {
    expect(coded('The minister launched an attack on poverty.').reports).toEqual([]);
  });

  it('adds whoever claims an attack to its doers', () => {
    const { reports } = coded('Gunmen killed nine farmers on Tuesday. The rebels claimed the attack.', 'en', rebels);
    expect(reports.map(({ source }) => source.map(({ text }) => text))).toEqual([['Gunmen', 'The rebels']]);
  });

  it('gives an undated deed the day told before only where it goes on about that', () => {
    const days = (text: string) => coded(text).reports.map(({ when }) => when?.from ?? null);
    expect(days('Gunmen killed nine farmers on Tuesday. The gunmen also abducted three women.')).toEqual([
      '2024-06-11',
      '2024-06-11',
    ]);
    expect(days('Gunmen killed nine farmers on Tuesday. Students marched in Dakar.')).toEqual(['2024-06-11', null]);
  });

  it('takes the dead of an accident for no attack', () => {
    expect(coded('Twelve soldiers died on Monday when their truck crashed.').reports).toEqual([]);
  });

  it('gives no report without a tree', () => {
    const text = 'Gunmen killed nine farmers on Tuesday.';
    const bare = [{ span: { start: 0, end: text.length }, paragraph: 0, tokens: [] }];
    expect(rules.code(documentOf(text, 'en', '2024-06-15'), bare, rebels).reports).toEqual([]);
  });

  it('explains each value by its words where it is asked to', () => {
    const text = 'Gunmen killed nine farmers on Tuesday.';
    const { sentences } = parse(text, { lang: 'en' });
    const document = documentOf(text, 'en', '2024-06-15');
    const [plain] = rules.code(document, sentences, rebels).reports;
    const [explained] = rulesCoder({ explain: true }).code(document, sentences, rebels).reports;
    expect(plain).not.toHaveProperty('why');
    expect(explained).toMatchObject({
      why: expect.arrayContaining(['ASSAULT: "killed" is kill', 'when: "Tuesday"']),
    });
  });
});
