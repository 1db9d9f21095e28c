import { endure } from './support/endurance.ts';
import type { Bench } from './support/harness.ts';

const rounds = 200;
const briefRounds = 40;
/** Records that are written and killed beside each other, one a core. */
const lanes = 2;

const bench: Bench = {
  about:
    'a process that reads, imports, reviews and merges is killed at 200 seeded random moments (40 for `npm run accept`)',
  floors: { kills: briefRounds },
  most: { lost: 0, half_written: 0, verify_failed: 0 },
  needsData: false,
  async run({ brief = false }) {
    const all = brief ? briefRounds : rounds;
    const found = await Promise.all(
      Array.from({ length: lanes }, (_, lane) => endure({ rounds: all / lanes, seed: lane + 1 })),
    );
    const total = (figure: keyof (typeof found)[number]) => found.reduce((sum, one) => sum + one[figure], 0);
    return {
      bench: 'endurance',
      data: `written by the bench, ${lanes} records at a time, seeds 1 to ${lanes}`,
      rows: all,
      figures: {
        kills: total('kills'),
        acknowledged: total('acknowledged'),
        lost: total('lost'),
        half_written: total('half_written'),
        verify_failed: total('verify_failed'),
      },
      peers: [],
    };
  },
};

export default bench;
