import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Decision, Id, Told } from '../../../src/model/index.ts';
import { type Judgement, resolveEvents, tiedTo } from '../../../src/resolve/index.ts';
import { party } from '../../support/report.ts';
import { people, reportId, row, toldBy, town } from '../../support/told.ts';

const groups = (told: readonly Told[], decisions: readonly Judgement[] = []) =>
  resolveEvents(told, decisions)
    .events.map(({ reports }) => reports.map(({ id }) => id).sort())
    .sort();

const judgement = (id: string, kind: 'together' | 'apart', data: unknown) =>
  ({ id: id as Id<'Decision'>, kind, data, reason: 'test', by: 'test', at: '2024-01-01T00:00:00.000Z' }) as Judgement;
const together = (id: string, ...reports: string[]) => judgement(id, 'together', { reports: reports.map(reportId) });
const apart = (id: string, ...sides: string[][]) => judgement(id, 'apart', { groups: sides });

const soldiers = [party('soldiers', 'military', 'Malian Armed Forces')];

test('reports of one day, place and doer are one event whatever their tolls, with every term shown', () => {
  const { events, assignments } = resolveEvents([
    toldBy('a', { source: soldiers, killed: people(203), order: 1 }),
    toldBy('b', { source: soldiers, killed: { low: 500, best: 500, high: null }, order: 2 }),
  ]);
  expect(events).toMatchObject([
    {
      id: 'event-a',
      sources: 2,
      killed: { low: 203, best: 500, high: 500 },
      contradicts: ['killed'],
      reports: [{ id: 'a' }, { id: 'b' }],
    },
  ]);
  const [first, second] = assignments;
  expect(first).toMatchObject({ report: 'a', like: null, terms: [] });
  expect(second).toMatchObject({ report: 'b', like: 'a', by: 'terms@1' });
  expect(second?.terms.map(({ name }) => name)).toEqual(['when', 'where', 'what', 'doer', 'numbers']);
  expect(second?.terms.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(second?.score ?? 0);
});

test('"at least 100", told last, does not stand against 160; "at least 200" does', () => {
  const bestOf = (least: number) =>
    resolveEvents([
      toldBy('a', { source: soldiers, killed: people(160), order: 1 }),
      toldBy('b', { source: soldiers, killed: { low: least, best: least, high: null }, order: 2 }),
    ]).events.map(({ killed }) => killed);
  expect(bestOf(100)).toEqual([{ low: 100, best: 160, high: 160 }]);
  expect(bestOf(200)).toEqual([{ low: 160, best: 200, high: 200 }]);
});

test.each<[string, Parameters<typeof toldBy>[1], boolean]>([
  ['the next day', { when: { from: '2022-03-28', to: '2022-03-28' }, source: soldiers, killed: people(203) }, true],
  ['the month of the day', { when: { from: '2022-03', to: '2022-03' }, source: soldiers, killed: people(203) }, true],
  ['a week later', { when: { from: '2022-04-03', to: '2022-04-03' }, source: soldiers }, false],
  ['another town', { place: town('Gao', 'Gao'), source: soldiers }, false],
  ['another type', { type: 'PROTEST', source: soldiers }, false],
  ['an abduction', { mode: 'abduct', source: soldiers }, false],
  ['a denial of it', { status: 'denied', source: soldiers }, true],
  [
    'the country only, with doer and toll',
    { place: { ...town('Mali'), precision: 'country' }, source: soldiers, killed: people(203) },
    true,
  ],
])('%s', (_, other, joined) => {
  const told = [toldBy('a', { source: soldiers, killed: people(203) }), toldBy('b', other)];
  expect(groups(told)).toEqual(joined ? [['a', 'b']] : []);
});

test('points 12 km apart of one name and country are one settlement, 150 km apart two', () => {
  const at = (latitude: number): Partial<Parameters<typeof toldBy>[1]> => ({
    place: { ...town('Ogossagou', 'Mopti'), latitude, longitude: -3.4 },
    mode: 'massacre',
  });
  const near = [toldBy('a', { ...at(13.97), mode: 'firearms', killed: { low: 134, best: 134, high: null } })];
  expect(groups([...near, row('b', 'incidents', { ...at(13.86), killed: people(157) })])).toEqual([['a', 'b']]);
  expect(groups([...near, row('b', 'incidents', { ...at(12.6), killed: people(157) })])).toEqual([]);
});

test('two accounts of one speaker in one text are two happenings unless more speaks for one', () => {
  const bare = { document: 'doc', place: town('Moura') };
  expect(groups([toldBy('a', bare), toldBy('b', bare)])).toEqual([]);
  const by = (text: string) => ({ text, name: text });
  expect(groups([toldBy('a', { ...bare, by: by('army') }), toldBy('b', { ...bare, by: by('UN') })])).toEqual([
    ['a', 'b'],
  ]);
});

test('a chain of like reports does not tie unlike ends together', () => {
  const day = (n: number) => ({ from: `2022-03-${n}`, to: `2022-03-${n}` });
  const ambush = { source: soldiers, killed: people(12), mode: 'ambush' };
  const told = [10, 11, 12, 13, 14, 15, 16].map((n) => toldBy(`r${n}`, { ...ambush, when: day(n) }));
  for (const group of groups(told)) expect(group.length).toBeLessThan(5);
});

test('rows of one release are events of their own, rows that repeat in a machine-coded one are not', () => {
  expect(groups([row('1', 'ged'), row('2', 'ged')])).toEqual([]);
  expect(groups([row('1', 'machine', {}, true), row('2', 'machine', {}, true)])).toEqual([['1', '2']]);
  expect(groups([row('1', 'machine', {}, true), row('2', 'machine', { mode: 'abduct' }, true)])).toEqual([]);
});

test('rows of two data sets and a text are one event of three sources', () => {
  const told = [row('1', 'ged', { killed: people(9) }), row('1b', 'acled', { killed: people(9) }), toldBy('t')];
  expect(groups(told)).toEqual([['1', '1b', 't']]);
  expect(resolveEvents(told).events[0]).toMatchObject({ sources: 3, contradicts: [] });
});

test('copies of one article, and papers that quote one ministry, are one source', () => {
  const copies = [toldBy('a', { copies: 'doc-a' }), toldBy('b', { copies: 'doc-a' }), toldBy('c')];
  expect(resolveEvents(copies).events).toMatchObject([{ sources: 2 }]);
  const by = { text: 'the ministry', name: 'Ministry of Defence' };
  expect(resolveEvents([toldBy('a', { by }), toldBy('b', { by })]).events).toMatchObject([{ sources: 1 }]);
});

test('what a person joins is one event, what a person parts is two, and the newer word holds', () => {
  const [a, b, c] = [
    toldBy('a', { source: soldiers }),
    toldBy('b', { source: soldiers }),
    toldBy('c', { place: town('Gao', 'Gao') }),
  ];
  expect(groups([a, b, c])).toEqual([['a', 'b']]);
  expect(groups([a, b, c], [apart('d1', ['a'], ['b'])])).toEqual([]);
  expect(groups([a, c], [together('d1', 'a', 'c')])).toEqual([['a', 'c']]);
  expect(groups([a, c], [together('d1', 'a', 'c'), apart('d2', ['a'], ['c'])])).toEqual([]);
  expect(groups([a, c], [apart('d1', ['a'], ['c']), together('d2', 'a', 'c')])).toEqual([['a', 'c']]);
  const { assignments } = resolveEvents([a, c], [together('d1', 'a', 'c')]);
  expect(assignments.map(({ by }) => by)).toEqual(['d1', 'd1']);
});

const names = ['Katiba Macina', 'Malian Armed Forces', 'Wagner Group', null];
const someTold = fc
  .array(
    fc.record({
      day: fc.integer({ min: 10, max: 16 }),
      town: fc.constantFrom('Moura', 'Gao', 'Mopti'),
      doer: fc.constantFrom(...names),
      dead: fc.option(fc.integer({ min: 1, max: 20 })),
      document: fc.integer({ min: 0, max: 5 }),
    }),
    { maxLength: 25 },
  )
  .map((items) =>
    items.map(({ day, town: at, doer, dead, document }, i) =>
      toldBy(`r${String(i).padStart(2, '0')}`, {
        document: `doc-${document}`,
        order: i,
        when: { from: `2022-03-${day}`, to: `2022-03-${day}` },
        place: town(at, at === 'Gao' ? 'Gao' : 'Mopti'),
        source: doer === null ? [] : [party(doer, 'military', doer)],
        killed: dead === null ? null : people(dead),
      }),
    ),
  );

test('the order of the input does not matter', () => {
  fc.assert(
    fc.property(
      someTold.chain((told) => fc.tuple(fc.constant(told), fc.shuffledSubarray(told, { minLength: told.length }))),
      ([told, shuffled]) => {
        const sorted = ({ events, assignments }: ReturnType<typeof resolveEvents>) => [
          [...events].sort((a, b) => (a.id < b.id ? -1 : 1)),
          [...assignments].sort((a, b) => (a.report < b.report ? -1 : 1)),
        ];
        expect(sorted(resolveEvents(shuffled))).toEqual(sorted(resolveEvents(told)));
      },
    ),
    { seed: 11, numRuns: 60 },
  );
});

test('an event is named by the report that came first, so that it keeps its id when others join', () => {
  fc.assert(
    fc.property(someTold, (told) => {
      const order = new Map(told.map((one) => [one.report.id, one.order]));
      for (const { id, reports } of resolveEvents(told).events) {
        const orders = reports.map((one) => order.get(one.id) ?? 0);
        expect(orders).toEqual([...orders].sort((a, b) => a - b));
        expect(id).toBe(`event-${reports[0].id}`);
      }
    }),
    { seed: 12, numRuns: 60 },
  );
});

test('resolving what is tied to new reports gives the same events as resolving everything', () => {
  fc.assert(
    fc.property(someTold, fc.integer({ min: 0, max: 25 }), (told, n) => {
      const fresh = new Set(told.slice(n).map(({ report }) => report.id));
      const tied = tiedTo(fresh, told, []);
      const part = resolveEvents(told.filter(({ report }) => tied.has(report.id)));
      const before = resolveEvents(told.slice(0, n));
      const kept = before.events.filter(({ reports }) => !reports.some(({ id }) => tied.has(id)));
      const byId = (events: readonly { id: string }[]) => [...events].sort((a, b) => (a.id < b.id ? -1 : 1));
      expect(byId([...kept, ...part.events])).toEqual(byId(resolveEvents(told).events));
    }),
    { seed: 13, numRuns: 60 },
  );
});

test('taking a decision back brings back what the resolver says', () => {
  fc.assert(
    fc.property(someTold, (told) => {
      const before = resolveEvents(told);
      const ids = told.slice(0, 2).map(({ report }) => report.id);
      const decisions: Decision<'together'>[] = [together('d1', ...ids) as Decision<'together'>];
      const joined = resolveEvents(told, decisions).events;
      if (ids.length === 2)
        expect(joined.some(({ reports }) => ids.every((id) => reports.some((one) => one.id === id)))).toBe(true);
      expect(resolveEvents(told, [])).toEqual(before);
    }),
    { seed: 14, numRuns: 30 },
  );
});
