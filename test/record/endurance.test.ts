import { expect, test } from 'vitest';
import { endure } from '../../bench/support/endurance.ts';

test('kills during reading, importing, reviewing and merging lose nothing acknowledged and leave nothing by half', async () => {
  const { acknowledged, ...found } = await endure({ rounds: 6, seed: 7 });
  expect(found).toEqual({ kills: 6, lost: 0, half_written: 0, verify_failed: 0 });
  expect(acknowledged).toBeGreaterThan(6);
}, 240_000);
