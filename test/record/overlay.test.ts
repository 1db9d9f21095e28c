import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Actor, Decided, Decision, DecisionKind, Id, Report, Subject } from '../../src/model/index.ts';
import { type Current, nameAsKey, overlayOf } from '../../src/record/index.ts';
import { claimOf } from '../support/claim.ts';
import { party, reportOf } from '../support/report.ts';

let made = 0;

function decided<Kind extends DecisionKind>(kind: Kind, data: Decided[Kind]): Current {
  made += 1;
  const decision = { id: `d${made}`, kind, data, reason: 'why', by: 'editor', at: '2024-01-01' } as unknown as Decision;
  return { decision, subject: 'subject' in data ? data.subject.id : null };
}

const actor = (name: string): Actor => ({ id: name as Id<'Actor'>, name, country: 'MLI', sector: 'rebel' });
const subject = ({ id }: Report): Subject => ({ kind: 'report', id, document: 'doc-1' as Id<'Document'> });

const report = reportOf({
  source: [party('Les hommes de la forêt'), party('the army', 'military', 'Malian Armed Forces')],
  killed: { low: 5, best: 6, high: 8 },
  by: { text: 'the governor', name: null },
});

test('without decisions everything leaves the record as it was read', () => {
  const overlay = overlayOf([]);
  expect(overlay.none).toBe(true);
  expect(overlay.report(report)).toBe(report);
});

test('a settled name counts wherever it is written, case, accents and article set aside', () => {
  const overlay = overlayOf([
    decided('actor-is', {
      names: [
        { name: 'hommes de la foret', actor: actor('Katiba') },
        { name: 'Governor', actor: actor('Government of Mali') },
      ],
    }),
  ]);
  expect(overlay.report(report)).toMatchObject({
    source: [
      { text: 'Les hommes de la forêt', actor: 'Katiba', sector: 'rebel', country: 'MLI' },
      { text: 'the army', actor: 'Malian Armed Forces' },
    ],
    by: { text: 'the governor', name: 'Government of Mali' },
  });
  expect(overlay.claim(claimOf({ by: { text: 'The Governor', name: null } }))?.by?.name).toBe('Government of Mali');
});

test('merged actors are one, through chains and corrections, and circles come to an end', () => {
  const merge = (keep: string, merged: string) => decided('same-actor', { keep: actor(keep), merged: actor(merged) });
  const chain = overlayOf([merge('B', 'Malian Armed Forces'), merge('C', 'B')]);
  expect(chain.report(report)?.source[1]?.actor).toBe('C');
  const corrected = overlayOf([
    merge('C', 'B'),
    decided('correct', { subject: subject(report), values: { source: [party('x', 'rebel', 'B')] } }),
  ]);
  expect(corrected.report(report)?.source.map(({ actor }) => actor)).toEqual(['C']);
  const circle = overlayOf([merge('B', 'Malian Armed Forces'), merge('Malian Armed Forces', 'B')]);
  expect(circle.report(report)?.source[1]?.actor).toMatch(/B|Malian Armed Forces/);
});

test('a side of a data set has a name and no actor, and is merged by it', () => {
  const overlay = overlayOf([decided('same-actor', { keep: actor('Africa Corps'), merged: actor('Wagner Group') })]);
  expect(overlay.party(party('Wagner Group'))).toMatchObject({ text: 'Wagner Group', actor: 'Africa Corps' });
});

test('a correction stands above what was read, the later above the earlier, and a rejection takes out', () => {
  const correct = (best: number) =>
    decided('correct', { subject: subject(report), values: { killed: { low: best, best, high: best } } });
  expect(overlayOf([correct(12), correct(14)]).report(report)?.killed?.best).toBe(14);
  expect(report.killed?.best).toBe(6);
  const reject = decided('reject', { subject: subject(report) });
  expect(overlayOf([correct(12), reject]).report(report)).toBeNull();
  expect(overlayOf([reject, decided('accept', { subject: subject(report) })]).report(report)).toEqual(report);
});

test('a settled place has the coordinates and precision of the gazetteer, and its own words', () => {
  const place = {
    name: 'Moura',
    admin1: 'Mopti',
    countries: ['MLI'],
    precision: 'exact' as const,
    latitude: 14.33,
    longitude: -4.55,
  };
  const overlay = overlayOf([decided('place-is', { names: [{ name: 'Mourah', place }] })]);
  const written = { ...place, text: 'MOURAH', name: null, precision: null, latitude: null, longitude: null };
  expect(overlay.report({ ...report, place: written })?.place).toEqual({ text: 'MOURAH', ...place });
  const row = { kind: 'row' as const, snapshot: 's' as Id<'Snapshot'>, row: '1' };
  expect(overlay.report({ ...report, place: written, provenance: row })?.place).toEqual(written);
});

test('the words, quote and id of a report stay whatever is decided, and deciding again changes nothing', () => {
  const names = fc.constantFrom('A', 'B', 'C', 'the army', 'Les hommes de la forêt');
  const decisions = fc.array(
    fc.oneof(
      fc.tuple(names, names).map(([a, b]) => decided('same-actor', { keep: actor(a), merged: actor(b) })),
      fc.tuple(names, names).map(([a, b]) => decided('actor-is', { names: [{ name: a, actor: actor(b) }] })),
      fc
        .nat(20)
        .map((n) =>
          decided('correct', { subject: subject(report), values: { killed: { low: n, best: n, high: null } } }),
        ),
    ),
  );
  fc.assert(
    fc.property(decisions, (all) => {
      const overlay = overlayOf(all);
      const standing = overlay.report(report);
      expect(standing?.id).toBe(report.id);
      expect(standing?.provenance).toEqual(report.provenance);
      expect(standing?.source.map(({ text }) => text)).toEqual(report.source.map(({ text }) => text));
      expect(overlayOf([...all, ...all]).report(report)).toEqual(standing);
    }),
  );
});

test('names are compared without case, accents and leading article', () => {
  expect(nameAsKey('The  Jamā‘at')).toBe(nameAsKey('jama at'));
  expect(nameAsKey('The')).toBe('the');
});
