import { expect, test } from 'vitest';
import { scoreDocument } from '../../bench/muc4.ts';
import { answerByRules } from '../../bench/support/muc/answer.ts';
import { fillsOf, killedOf, type MucRow, type Template, typesOf } from '../../bench/support/muc/gold.ts';
import { incidentsOf, incidentTypeOf, isAsked, killedIn, rolesOf } from '../../bench/support/muc/incidents.ts';
import { headOfFill, names, normalised, sameFill, weaponsIn } from '../../bench/support/muc/phrases.ts';
import { exactly, type Place } from '../../src/model/index.ts';
import { party, reportOf } from '../support/report.ts';

const rebels = party('guerrillas', 'rebel');
const mayor = party('the mayor', 'government');

const template = (given: Partial<Template>): Template => ({
  optional: false,
  type: ['ATTACK'],
  instrument: [],
  perp_ind: [],
  perp_org: [],
  phys_tgt: [],
  victims: [],
  killed: { any: false, count: null },
  ...given,
});

const row = (...templates: Template[]): MucRow => ({
  doc_id: 'doc',
  dateline_date: '1990-02-04',
  text_truecased: '',
  templates,
});

const place = (name: string): Place => ({
  text: name,
  name,
  admin1: null,
  countries: [],
  precision: 'exact',
  latitude: null,
  longitude: null,
});

test('the head of a fill is its last word before a preposition or relative pronoun', () => {
  expect(headOfFill('MEMBERS OF THE ARMED FORCES')).toBe('members');
  expect(headOfFill('the police commander who was shot')).toBe('commander');
  expect(normalised('The U.S. "embassy"')).toBe('us embassy');
  expect(sameFill('THE MAYOR', 'town mayor of Gao')).toBe(true);
  expect(sameFill('the mayor', 'the bishop')).toBe(false);
});

test('nouns tell property, weapons and bodies from people', () => {
  expect(names('embassies', 'property')).toBe(true);
  expect(names('embassy', 'body')).toBe(true);
  expect(names('army', 'body')).toBe(true);
  expect(names('peasants', 'body') || names('peasants', 'property')).toBe(false);
  expect(weaponsIn('A car bomb and two grenades went off.')).toEqual(['car bomb', 'grenades']);
});

test('PLOVER types and modes become MUC incident types', () => {
  expect(incidentTypeOf(reportOf({ mode: 'abduct' }))).toBe('KIDNAPPING');
  expect(incidentTypeOf(reportOf({ mode: 'explosives' }))).toBe('BOMBING');
  expect(incidentTypeOf(reportOf({ mode: 'firearms' }))).toBe('ATTACK');
  expect(incidentTypeOf(reportOf({ mode: 'destroy', quote: 'They burned two buses.' }))).toBe('ARSON');
  const robbery = { type: 'COERCE', mode: 'seize', source: [rebels], quote: 'Guerrillas robbed a bank.' } as const;
  expect(incidentTypeOf(reportOf(robbery))).toBe('ROBBERY');
  expect(incidentTypeOf(reportOf({ type: 'PROTEST', mode: 'strike', source: [rebels] }))).toBe('FORCED WORK STOPPAGE');
  expect(incidentTypeOf(reportOf({ type: 'CONSULT' }))).toBeNull();
});

test('fights among armed forces, denied deeds and those of long ago are not asked for', () => {
  const soldiers = party('soldiers', 'military');
  expect(isAsked(reportOf({ source: [rebels], target: [soldiers] }), null)).toBe(false);
  expect(isAsked(reportOf({ source: [rebels, soldiers] }), null)).toBe(false);
  expect(isAsked(reportOf({ source: [rebels], target: [soldiers, mayor] }), null)).toBe(true);
  expect(isAsked(reportOf({ status: 'denied' }), null)).toBe(false);
  const on = (day: string) => reportOf({ target: [mayor], when: { from: day, to: day } });
  expect(isAsked(on('1989-11-20'), '1990-02-04')).toBe(false);
  expect(isAsked(on('1990-01'), '1990-02-04')).toBe(true);
  expect(isAsked(on('1989'), '1990-02-04')).toBe(true);
});

test('reports that do not contradict one another are one incident', () => {
  const bomb = reportOf({ mode: 'explosives', place: place('Lima') });
  const dead = reportOf({ killed: exactly(2) });
  const elsewhere = reportOf({ mode: 'explosives', place: place('Cuzco') });
  const incidents = incidentsOf([bomb, dead, elsewhere], null);
  expect(incidents.map(({ type, reports }) => [type, reports.length])).toEqual([
    ['BOMBING', 2],
    ['BOMBING', 1],
  ]);
  const day = (date: string) => reportOf({ target: [mayor], when: { from: date, to: date } });
  expect(incidentsOf([day('1990-02-01'), day('1990-02-03')], null)).toHaveLength(2);
});

test('a fight that harms nobody is no incident, nor one of state forces with nobody unarmed', () => {
  expect(incidentsOf([reportOf({})], null)).toEqual([]);
  const army = party('the army', 'military');
  expect(incidentsOf([reportOf({ source: [army], target: [party('the hideout')] })], null)).toEqual([]);
  expect(incidentsOf([reportOf({ source: [army], target: [mayor] })], null)).toHaveLength(1);
});

test('the dead of an incident are the highest count, those of a document the sum', () => {
  const at = (name: string, killed: number | null) =>
    reportOf({ place: place(name), killed: killed === null ? null : exactly(killed) });
  expect(killedIn(incidentsOf([at('Lima', 2), at('Lima', 3), at('Cuzco', 1)], null))).toBe(4);
  expect(killedIn(incidentsOf([at('Lima', null)], null))).toBeNull();
});

test('doers are people or bodies, targets people or property, weapons words of the sentence', () => {
  const report = reportOf({
    source: [party('FMLN guerrillas', 'rebel', 'FMLN'), party('the army', 'military')],
    target: [mayor, party('the embassy')],
    quote: 'FMLN guerrillas threw a bomb.',
  });
  const roles = rolesOf([{ type: 'ATTACK', reports: [report] }]);
  expect(roles.perp_individual).toEqual([['FMLN guerrillas']]);
  expect(roles.perp_org).toEqual([['FMLN'], ['the army']]);
  expect(roles.victim).toEqual([['the mayor']]);
  expect(roles.target).toEqual([['the embassy']]);
  expect(roles.weapon).toEqual([['bomb']]);
  const nameless = reportOf({ source: [party('an armed group'), party('the ELN')] });
  expect(rolesOf([{ type: 'ATTACK', reports: [nameless] }])).toMatchObject({
    perp_individual: [['an armed group']],
    perp_org: [['the ELN']],
  });
});

test('gold fills are pooled over templates, required where one template asks', () => {
  const document = row(
    template({ optional: true, perp_ind: [{ alts: ['GUERRILLAS'] }] }),
    template({ perp_ind: [{ alts: ['THE GUERRILLAS', 'REBELS'] }], type: ['BOMBING', 'ATTACK'] }),
  );
  expect(fillsOf(document, 'perp_individual')).toEqual([
    { alts: ['GUERRILLAS', 'THE GUERRILLAS', 'REBELS'], optional: false },
  ]);
  expect(typesOf(document).map(({ optional }) => optional)).toEqual([true, false]);
});

test('the dead are known only where every deadly template counts them', () => {
  const deadly = (count: number | null) => template({ killed: { any: true, count } });
  expect(killedOf(row(deadly(2), deadly(1), template({})))).toBe(3);
  expect(killedOf(row(deadly(2), deadly(null)))).toBeNull();
  expect(killedOf(row(template({})))).toBeNull();
});

test('a document is scored on relevance, types, roles and dead; one of optional templates alone is neutral', () => {
  const reports = [reportOf({ source: [rebels], target: [mayor], killed: exactly(1) })];
  const answer = answerByRules({ text: '', published: null, sentences: [], reports });
  const gold = template({
    perp_ind: [{ alts: ['GUERRILLAS'] }],
    victims: [{ mentions: ['JUAN PEREZ', 'MAYOR'] }, { mentions: ['DRIVER'] }],
    killed: { any: true, count: 1 },
  });
  const scored = scoreDocument(row(gold), answer);
  expect(scored?.relevance).toEqual({ matched: 1, predicted: 1, gold: 1 });
  expect(scored?.types).toEqual({ matched: 1, predicted: 1, gold: 1 });
  expect(scored?.roles.perp_individual).toEqual({ matched: 1, predicted: 1, gold: 1 });
  expect(scored?.roles.victim).toEqual({ matched: 1, predicted: 1, gold: 2 });
  expect(scored?.killed).toBe(true);
  expect(scoreDocument(row(template({ optional: true })), answer)).toBeNull();
  expect(scoreDocument(row(), answer)?.relevance).toEqual({ matched: 0, predicted: 1, gold: 0 });
});
