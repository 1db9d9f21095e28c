import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageOf } from '../../src/lang/index.ts';
import { isOrdered } from '../../src/model/index.ts';
import { findNumbers, type NumberMention } from '../../src/text/index.ts';

function find(code: 'en' | 'fr', text: string): NumberMention[] {
  const language = languageOf(code);
  if (language === null) throw new Error(`no language ${code}`);
  return findNumbers(text, language);
}

/** What is found, as `span = low/best/high kind unit`. */
function read(code: 'en' | 'fr', text: string): string[] {
  return find(code, text).map(({ span, value: { low, best, high }, kind, unit }) =>
    `${text.slice(span.start, span.end)} = ${[low, best, high].map((n) => n ?? '').join('/')} ${kind} ${unit ?? ''}`.trim(),
  );
}

describe('findNumbers', () => {
  it.each([
    ['en', 'At least 12 died', 'At least 12 = 12/12/ cardinal'],
    ['en', 'nearly 20 died', 'nearly 20 = /20/20 cardinal'],
    ['en', 'some 770 died', 'some 770 = /770/ cardinal'],
    ['en', 'up to 1,400 fighters', 'up to 1,400 = /1400/1400 cardinal'],
    ['en', 'no more than 40 men', 'no more than 40 = //40 cardinal'],
    ['en', '500+ people', '500+ = 500/500/ cardinal'],
    ['fr', 'au moins vingt-cinq autres', 'au moins vingt-cinq = 25/25/ cardinal'],
    ['fr', 'plus d’une centaine de femmes', 'plus d’une centaine = 100/100/ cardinal'],
    ['fr', 'Environ 4\u202f000 militaires', 'Environ 4\u202f000 = /4000/ cardinal'],
    ['fr', 'une quarantaine de morts', 'une quarantaine = /40/ cardinal'],
    ['fr', "jusqu'à 300 otages", "jusqu'à 300 = /300/300 cardinal"],
  ] as const)('in %s bounds "%s" as the words do', (code, text, expected) => {
    expect(read(code, text)).toEqual([expected]);
  });

  it.each([
    ['en', 'dozens of huts', 'dozens = 24// cardinal'],
    ['en', 'hundreds of men', 'hundreds = 200// cardinal'],
    ['en', 'tens of thousands fled', 'tens of thousands = 20000// cardinal'],
    ['fr', "des dizaines d'habitants", 'des dizaines = 24// cardinal'],
    ['fr', 'plusieurs blessés', 'plusieurs = 3// cardinal'],
  ] as const)('in %s gives "%s" a lower bound and no figure', (code, text, expected) => {
    expect(read(code, text)).toEqual([expected]);
  });

  it.each([
    ['en', 'Forty-six', 46],
    ['en', 'three hundred and twelve', 312],
    ['en', '2.5 million', 2_500_000],
    ['en', 'a million and a half', 1_500_000],
    ['en', '12 bn', 12_000_000_000],
    ['fr', 'quatre-vingt-dix-sept', 97],
    ['fr', 'soixante et onze', 71],
    ['fr', 'deux cent mille', 200_000],
    ['fr', 'mille deux cents', 1200],
    ['fr', '1.400', 1400],
    ['fr', '2,5 millions', 2_500_000],
  ] as const)('in %s reads "%s" as one exact number', (code, text, value) => {
    expect(find(code, text).map(({ value }) => value)).toEqual([{ low: value, best: value, high: value }]);
  });

  it.each([
    ['en', '30 to 40 people', '30 to 40 = 30//40 cardinal'],
    ['en', 'between 12 and 15', 'between 12 and 15 = 12//15 cardinal'],
    ['en', '6–8 trucks', '6–8 = 6//8 cardinal'],
    ['en', 'two to three million', 'two to three million = 2000000//3000000 cardinal'],
    ['en', '$2-3 million', '$2-3 million = 2000000//3000000 money USD'],
    ['fr', 'entre 12 et 15 civils', 'entre 12 et 15 = 12//15 cardinal'],
  ] as const)('in %s reads the range of "%s"', (code, text, expected) => {
    expect(read(code, text)).toEqual([expected]);
  });

  it('keeps the two figures of a change apart', () => {
    expect(read('en', 'rose from 4,500 to about 5,100')).toEqual([
      '4,500 = 4500/4500/4500 cardinal',
      'about 5,100 = /5100/ cardinal',
    ]);
    expect(read('fr', 'passe ainsi de 14 à 15')).toEqual(['14 = 14/14/14 cardinal', '15 = 15/15/15 cardinal']);
  });

  it('tells percent, multiples, money, measures and ages apart', () => {
    expect(read('en', 'nearly 50 percent; more than doubled; fivefold; three times as many; halved')).toEqual([
      'nearly 50 percent = /50/50 percent',
      'more than doubled = 2/2/ multiple',
      'fivefold = 5/5/5 multiple',
      'three times as many = 3/3/3 multiple',
      'halved = 0.5/0.5/0.5 multiple',
    ]);
    expect(read('fr', "63 %, plus que triplé, quatre fois plus, multiplié par cinq, 2 millions d'euros")).toEqual([
      '63 % = 63/63/63 percent',
      'plus que triplé = 3/3/ multiple',
      'quatre fois plus = 4/4/4 multiple',
      'multiplié par cinq = 5/5/5 multiple',
      "2 millions d'euros = 2000000/2000000/2000000 money EUR",
    ]);
    expect(read('en', 'about $77,000, 150 km away, a 22-year-old man, the third attack')).toEqual([
      'about $77,000 = /77000/ money USD',
      '150 km = 150/150/150 measure km',
      '22-year-old = 22/22/22 age year',
      'third = 3/3/3 ordinal',
    ]);
  });

  it('takes "one" and "un" for numbers only where they count', () => {
    expect(read('en', 'One of them fled, no one knew, the deadliest one.')).toEqual([]);
    expect(read('en', 'one was killed')).toEqual(['one = 1/1/1 cardinal']);
    expect(read('fr', 'un convoi et une mine')).toEqual([]);
    expect(read('fr', 'un mort et un blessé')).toEqual(['un = 1/1/1 cardinal', 'un = 1/1/1 cardinal']);
  });

  it('counts nobody where a casualty word follows, and only there', () => {
    expect(read('en', 'No one was hurt. No one has claimed the attack.')).toEqual(['No one = 0/0/0 cardinal']);
    expect(read('fr', 'Aucun blessé. Aucun groupe ne revendique.')).toEqual(['Aucun = 0/0/0 cardinal']);
  });

  it('leaves names, clock times and the spans it is told to leave', () => {
    expect(read('en', 'Resolution 2164, G5, RPG-7, M5-RFP, 14:30, 10.0.0.1')).toEqual([]);
    const text = '12 dead in 2022';
    const language = languageOf('en');
    expect(language).not.toBeNull();
    if (language !== null) expect(findNumbers(text, language, undefined, [{ start: 11, end: 15 }])).toHaveLength(1);
  });

  it('finds a number within a span at its place in the whole text', () => {
    const text = 'Twelve. Then 13 died.';
    const language = languageOf('en');
    const found = language === null ? [] : findNumbers(text, language, { start: 8, end: text.length });
    expect(found.map(({ span }) => text.slice(span.start, span.end))).toEqual(['13']);
  });

  const pieces = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      'at least ',
      'between ',
      '12',
      ',400',
      '.5',
      ' to ',
      'million ',
      '%',
      'vingt-',
      'one ',
      '$',
      '\u202f',
      'about ',
      '𝟜 ',
    ),
  );

  it('keeps spans inside the text, in order, and low <= best <= high, on any text', () => {
    fc.assert(
      fc.property(fc.constantFrom('en', 'fr'), fc.array(pieces, { maxLength: 12 }), (code, parts) => {
        const text = parts.join('');
        let last = 0;
        for (const { span, numeral, value } of find(code, text)) {
          expect(isOrdered(value)).toBe(true);
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.start).toBeLessThanOrEqual(numeral.start);
          expect(numeral.start).toBeLessThan(numeral.end);
          expect(numeral.end).toBeLessThanOrEqual(span.end);
          last = span.end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('reads what it found again when the rest of the text is cut away', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 999_999 }), fc.string({ unit: 'grapheme' }), (n, noise) => {
        const text = `${noise}\n\nat least ${n.toLocaleString('en-US')} people`;
        const found = find('en', text).at(-1);
        expect(found && text.slice(found.span.start, found.span.end)).toBe(`at least ${n.toLocaleString('en-US')}`);
        expect(found?.value).toEqual({ low: n, best: n, high: null });
      }),
    );
  });

  // Work that grew with the square of the length would not end within the limit of the test.
  it('ends on endless repetitions, with spans inside the text', () => {
    for (const unit of ['minus ', '1,111', 'between ', 'at least ', '.1', 'million ', 'multiplied by ']) {
      const text = unit.repeat(200_000 / unit.length);
      for (const { span } of find('en', text)) expect(span.end).toBeLessThanOrEqual(text.length);
      expect(find('en', `${text}. 12 dead`).at(-1)?.value.best).toBe(12);
    }
  });
});
