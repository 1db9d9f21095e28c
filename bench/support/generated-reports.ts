import type { Id, Participant, Report, Told } from '../../src/model/index.ts';
import { seeded } from '../../src/stats/index.ts';
import { dayOfNumber } from '../../src/time/index.ts';

/** Happenings on one day: more reports make a longer record, as they do in life, not a denser one. */
const perDay = 40;
const countries = ['MLI', 'BFA', 'NER', 'NGA', 'SDN', 'COD', 'SYR', 'UKR', 'YEM', 'MMR'];
const sectors = ['rebel', 'military', 'militia', 'police'] as const;

/**
 * `n` seeded reports of made-up happenings, one to five of each, that differ in precision of date and place, in the
 * names of the parties and in the toll, as tellers do.
 */
export function generatedReports(n: number, seed = 1): Told[] {
  const random = seeded(seed);
  const whole = (below: number) => Math.floor(random() * below);
  const told: Told[] = [];
  const party = (text: string, sector: Participant['sector'], known: boolean): Participant => ({
    text,
    head: text,
    actor: known ? text : null,
    sector,
    country: null,
  });
  for (let happening = 0; told.length < n; happening++) {
    const day = 6_000 + Math.floor(happening / perDay);
    const country = whole(countries.length);
    const place = whole(150);
    const [doer, target] = [whole(12), whole(12)];
    const toll = whole(30);
    const accounts = Math.min(1 + whole(5), n - told.length);
    for (let account = 0; account < accounts; account++) {
      const id = `r${told.length}`;
      const rough = whole(8) === 0;
      const when = dayOfNumber(day + (whole(10) === 0 ? 1 : 0));
      const killed = toll === 0 ? null : toll + (whole(4) === 0 ? whole(5) : 0);
      const report: Report = {
        id: id as Id<'Report'>,
        type: 'ASSAULT',
        mode: whole(2) === 0 ? null : 'firearms',
        source: whole(3) === 0 ? [] : [party(`Group ${country} ${doer}`, sectors[doer % 4] ?? 'rebel', whole(3) > 0)],
        target: [party(`Side ${country} ${target}`, sectors[target % 4] ?? 'rebel', whole(3) > 0)],
        place: {
          text: `Place ${country} ${place}`,
          name: rough ? (countries[country] ?? '') : `Place ${country} ${place}`,
          admin1: rough ? null : `Region ${country} ${place % 8}`,
          countries: [countries[country] ?? ''],
          precision: rough ? 'country' : 'exact',
          latitude: rough ? null : country * 5 + (place % 12) / 4,
          longitude: rough ? null : Math.floor(place / 12) / 4,
        },
        when: rough && whole(2) === 0 ? { from: when.slice(0, 7), to: when.slice(0, 7) } : { from: when, to: when },
        killed: killed === null ? null : { low: killed, best: killed, high: killed },
        injured: null,
        abducted: null,
        arrested: null,
        status: 'asserted',
        by: null,
        provenance: {
          kind: 'sentence',
          document: `d${told.length}` as Id<'Document'>,
          span: { start: 0, end: 60 },
          quote: `Fighters attacked village ${place} where ${killed} people died before soldiers arrived`,
          coder: 'generated@1',
          score: 1,
        },
      };
      const published = dayOfNumber(day + 1 + whole(3));
      told.push({
        report,
        origin: {
          kind: 'document',
          id: `d${told.length}` as Id<'Document'>,
          copies: `d${told.length}`,
          published: { from: published, to: published },
          lang: 'en',
          site: null,
        },
        order: told.length,
      });
    }
  }
  return told;
}
