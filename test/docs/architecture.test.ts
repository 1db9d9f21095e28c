import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { drawMap, withMap } from '../../docs/map.ts';

test('the map in ARCHITECTURE.md is that of the imports (npm run map redraws it)', () => {
  const page = readFileSync(new URL('../../ARCHITECTURE.md', import.meta.url), 'utf8');
  expect(withMap(page, drawMap())).toBe(page);
});
