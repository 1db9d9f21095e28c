import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exportFormats, exportText } from '../../src/exchange/index.ts';
import type { Decision, Id, Place, Profile, Report, Restricted } from '../../src/model/index.ts';
import { protectionOf } from '../../src/record/index.ts';
import { fold } from '../../src/text/index.ts';
import { claimOf } from '../support/claim.ts';
import { party, reportOf } from '../support/report.ts';

const restrict = (what: Partial<Restricted>, profile: 'internal' | 'partner' = 'internal'): Decision<'restrict'> => ({
  id: 'd1' as Id<'Decision'>,
  kind: 'restrict',
  data: {
    what: { kind: 'actor', label: 'x', document: null, span: null, names: [], points: [], ...what },
    profile,
  },
  reason: 'why',
  by: 'editor',
  at: '2024-01-01',
});

const moura: Place = {
  text: 'Moura',
  name: 'Moura',
  admin1: 'Mopti',
  countries: ['MLI'],
  precision: 'exact',
  latitude: 14.33,
  longitude: -4.55,
};

const witness = reportOf({
  source: [party('Awa Zandéra', 'civilian', 'Awa Zandera')],
  target: [party('the army', 'military')],
  place: moura,
  by: { text: 'Ms Zandera', name: null },
  quote: 'Awa Zandera was beaten',
});

const seen = (decisions: Decision<'restrict'>[], profile: Profile, report: Report = witness) =>
  protectionOf(decisions, profile).report(report);

test('a protected name is a sector, and a quote with it in any spelling is withheld', () => {
  const person = restrict({ names: ['Awa Zandera', 'Zandera'] });
  expect(seen([person], 'public')).toMatchObject({
    source: [{ text: '[civilian]', actor: null, sector: 'civilian' }],
    target: [{ text: 'the army' }],
    by: { text: '[withheld]', name: null },
    place: { name: 'Moura' },
    provenance: { quote: '[withheld]', span: { start: 0, end: 0 } },
  });
  for (const text of ['AWA ZANDÉRA', 'http://x.org/awa-zandera', 'x.org/awa%20zand%C3%A9ra', '@awazandera'])
    expect(protectionOf([person], 'public').text(text)).toBeNull();
  expect(protectionOf([restrict({ names: ['Gao'] })], 'public').text('Gaoua')).toBe('Gaoua');
});

test('profiles see what is for them or for those further away', () => {
  const both = [restrict({ names: ['Zandera'] }), restrict({ names: ['army'] }, 'partner')];
  expect(seen(both, 'internal')).toEqual(witness);
  expect(seen(both, 'partner')?.target[0]?.text).toBe('the army');
  expect(seen(both, 'partner')?.source[0]?.text).toBe('[civilian]');
  expect(seen(both, 'public')?.target[0]?.text).toBe('[military]');
});

test('a protected place is its division, or its country, without coordinates; another name for the point too', () => {
  const place = restrict({ kind: 'place', names: ['Moura'], points: [[14.33, -4.55]] });
  const coarse = { name: 'Mopti', precision: 'admin1', latitude: null, longitude: null };
  expect(seen([place], 'public')?.place).toMatchObject(coarse);
  expect(
    seen([place], 'public', { ...witness, place: { ...moura, text: 'the market', name: 'Mura' } })?.place,
  ).toMatchObject(coarse);
  const country = { countries: ['MLI'], precision: 'country', name: null, admin1: null };
  expect(seen([place], 'public', { ...witness, place: { ...moura, admin1: 'Moura' } })?.place).toMatchObject(country);
});

test('what was read from a protected document or passage is left out, and its sentences wherever they stand', () => {
  const document = 'doc-1' as Id<'Document'>;
  expect(seen([restrict({ kind: 'document', document })], 'public')).toBeNull();
  const passage = 'He fled at night with his sons. They now live in the old school.';
  const span = { start: 10, end: 10 + passage.length };
  const protection = protectionOf([restrict({ kind: 'passage', document, span, names: [passage] })], 'public');
  expect(protection.report(witness)).toBeNull();
  expect(protection.claim(claimOf({ start: 200 }))).not.toBeNull();
  expect(protection.text('As we wrote, they now live in the old school.')).toBeNull();
  expect(protection.withheld).toMatchObject({ reports: 1, texts: 1 });
});

test('no spelling of a protected name is in any byte of a public export', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzéèöñ'), minLength: 4, maxLength: 9 });
  const name = fc.tuple(letters, letters).map(([a, b]) => `Zq${a} Kx${b}`);
  const spell = fc.constantFrom<(name: string) => string>(
    (text) => text,
    (text) => text.toUpperCase(),
    (text) => fold(text),
    (text) => text.replace(' ', '  '),
    (text) => text.replace(' ', '-'),
    (text) => text.replace(' ', ''),
    (text) => encodeURIComponent(text),
    (text) => `=cmd|'${text}'`,
  );
  fc.assert(
    fc.property(name, fc.array(spell, { minLength: 12, maxLength: 12 }), (secret, spellings) => {
      let next = 0;
      const told = () => `the people of ${spellings[next++ % spellings.length]?.(secret)} said`;
      const quote = told();
      const report = {
        ...reportOf({ quote, source: [party(told())], target: [party('x', 'civilian', told())], mode: told() }),
        id: `snap-${told()}` as Id<'Report'>,
        place: { ...moura, text: told(), name: told(), admin1: told() },
        by: { text: told(), name: told() },
      };
      const claim = claimOf({
        quote: told(),
        actor: told(),
        unit: told(),
        place: report.place,
        since: { text: told(), span: { start: 0, end: 1 }, date: null },
      });
      const protection = protectionOf([restrict({ names: [secret] })], 'public');
      const items = [protection.report(report), protection.claim(claim)].flatMap((item) => item ?? []);
      const source = {
        title: protection.text(told()),
        url: protection.text(told()),
        published: null,
        snapshot: null,
        summary: protection.text(told()),
      };
      for (const format of exportFormats)
        for (const item of items) {
          const bytes = exportText(format, [{ item, source }]);
          const plain = [bytes, decodeURIComponent(bytes.replaceAll(/%(?![0-9A-F]{2})/g, ''))].map((text) =>
            fold(text).replaceAll(/[^\p{L}\p{N}]/gu, ''),
          );
          for (const text of plain) expect(text).not.toContain(fold(secret).replaceAll(/[^\p{L}\p{N}]/gu, ''));
        }
      expect(JSON.stringify(protection.withheld)).not.toContain(secret);
    }),
  );
});
