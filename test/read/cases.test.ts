import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { read } from '../../src/read/index.ts';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'cases', 'read');

describe('read, by golden cases', () => {
  for (const name of readdirSync(folder).sort()) {
    it(`reads ${name} as expected`, () => {
      const input = readdirSync(join(folder, name)).find((file) => file.startsWith('input.')) ?? '';
      const expected: unknown = JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8'));
      const reading = read(readFileSync(join(folder, name, input)), input);
      expect(reading.ok ? { ...reading.document, warnings: reading.warnings } : reading).toMatchObject(
        expected as object,
      );
    });
  }
});
