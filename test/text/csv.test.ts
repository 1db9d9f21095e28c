import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvText } from '../../src/text/index.ts';

test('cells are quoted where they need it, rows end in CRLF, nothing stated is empty', () => {
  expect(csvText([['a', 'b,c', 'say "no"', null, -3], ['two\nlines']])).toBe(
    'a,"b,c","say ""no""",,-3\r\n"two\nlines"\r\n',
  );
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1'])('%j is no formula any more', (cell) => {
  const [[read = ''] = []] = parse(csvText([[cell]])) as string[][];
  expect(read).toBe(`'${cell}`);
});

test('what is written is read again as it was, but for the guard', () => {
  const cells = fc.array(fc.string(), { minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(cells, (row) => {
      const [read = []] = parse(csvText([row]), { record_delimiter: '\r\n' }) as string[][];
      expect(read.map((cell, i) => cell === row[i] || cell === `'${row[i]}`)).not.toContain(false);
    }),
  );
});
