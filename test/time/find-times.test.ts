import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageOf } from '../../src/lang/index.ts';
import { isIsoPrefix } from '../../src/model/index.ts';
import { findTimes, firstDay, lastDay, type TimeMention, type TimeOptions } from '../../src/time/index.ts';

// A Wednesday.
const published = '2024-06-05';

function find(code: 'en' | 'fr', text: string, options: Partial<TimeOptions> = {}): TimeMention[] {
  const language = languageOf(code);
  if (language === null) throw new Error(`no language ${code}`);
  return findTimes(text, language, { published, ...options });
}

/** What is found, as `span = from..to role`. */
function read(code: 'en' | 'fr', text: string, options: Partial<TimeOptions> = {}): string[] {
  return find(code, text, options).map(
    ({ span, period, role }) =>
      `${text.slice(span.start, span.end)} = ${period === null ? null : `${period.from}..${period.to}`} ${role}`,
  );
}

describe('findTimes', () => {
  it.each([
    ['en', 'on Tuesday', 'Tuesday = 2024-06-04..2024-06-04 at'],
    ['en', 'on Wednesday', 'Wednesday = 2024-06-05..2024-06-05 at'],
    ['en', 'March 27', 'March 27 = 2024-03-27..2024-03-27 at'],
    ['en', 'on 9 October', '9 October = 2023-10-09..2023-10-09 at'],
    ['en', 'in August', 'August = 2023-08..2023-08 at'],
    ['fr', 'mardi soir', 'mardi soir = 2024-06-04..2024-06-04 at'],
    ['fr', 'le 20 juin', 'le 20 juin = 2023-06-20..2023-06-20 at'],
    ['fr', 'mars dernier', 'mars dernier = 2024-03..2024-03 at'],
  ] as const)('in %s takes "%s" for the last one before publication', (code, text, expected) => {
    expect(read(code, text)).toEqual([expected]);
  });

  it.each([
    ['en', 'The envoy will travel to Gao on Sunday.', 'Sunday = 2024-06-09..2024-06-09 at'],
    ['en', 'next March', 'next March = 2025-03..2025-03 at'],
    ['en', 'They said on Sunday it will end.', 'Sunday = 2024-06-02..2024-06-02 at'],
    ['fr', 'Les ministres se concerteront jeudi.', 'jeudi = 2024-06-06..2024-06-06 at'],
    ['fr', 'mercredi prochain', 'mercredi prochain = 2024-06-12..2024-06-12 at'],
  ] as const)('in %s looks forward in "%s" as far as the words do', (code, text, expected) => {
    expect(read(code, text)).toEqual([expected]);
  });

  it.each([
    ['en', 'in March 2022', 'March 2022 = 2022-03..2022-03 at'],
    ['en', 'early 2024', 'early 2024 = 2024-01..2024-04 at'],
    ['en', 'Last year', 'Last year = 2023..2023 at'],
    ['en', 'the first quarter of 2020', 'the first quarter of 2020 = 2020-01..2020-03 at'],
    ['en', 'three months ago', 'three months ago = 2024-03..2024-03 at'],
    ['en', 'over the past year', 'the past year = 2023-06..2024-06 at'],
    ['en', 'the night of May 24, 2021', 'the night of May 24, 2021 = 2021-05-24..2021-05-24 at'],
    ['en', 'the 1990s', 'the 1990s = 1990..1999 at'],
    ['fr', 'au premier trimestre 2020', 'au premier trimestre 2020 = 2020-01..2020-03 at'],
    ['fr', 'la semaine dernière', 'la semaine dernière = 2024-05-27..2024-06-02 at'],
    ['fr', 'il y a deux ans', 'il y a deux ans = 2022..2022 at'],
    ['fr', 'mi-mars 2022', 'mi-mars 2022 = 2022-03-11..2022-03-20 at'],
  ] as const)('in %s keeps the precision of "%s"', (code, text, expected) => {
    expect(read(code, text)).toEqual([expected]);
  });

  it.each([
    ['en', '27-31 March 2022', '27-31 March 2022 = 2022-03-27..2022-03-31 between'],
    ['en', 'between 27 and 31 March 2022', 'between 27 and 31 March 2022 = 2022-03-27..2022-03-31 between'],
    ['en', 'from November 2018 to March 2019', 'from November 2018 to March 2019 = 2018-11..2019-03 between'],
    ['en', 'between November and March 2019', 'between November and March 2019 = 2018-11..2019-03 between'],
    ['en', 'June 3–5, 2020', 'June 3–5, 2020 = 2020-06-03..2020-06-05 between'],
    ['en', 'the year after December 2020', 'the year after December 2020 = 2021-01..2021-12 between'],
    ['fr', 'du 13 au 15 juillet', 'du 13 au 15 juillet = 2023-07-13..2023-07-15 between'],
    ['fr', 'dans la nuit de lundi à mardi', 'dans la nuit de lundi à mardi = 2024-06-03..2024-06-04 at'],
  ] as const)('in %s reads both ends of "%s"', (code, text, expected) => {
    expect(read(code, text)).toEqual([expected]);
  });

  it.each([
    ['en', 'since 2013', 'since 2013 = 2013..2024-06 since'],
    ['en', 'since 4 April', 'since 4 April = 2024-04-04..2024-06-05 since'],
    ['en', 'until 31 December 2023', 'until 31 December 2023 = null..2023-12-31 until'],
    ['en', 'by the end of the month', 'by the end of the month = 2024-06-05..2024-06-30 until'],
    ['en', 'before 2014', 'before 2014 = null..2013 before'],
    ['fr', 'depuis 2012', 'depuis 2012 = 2012..2024-06 since'],
    ['fr', 'Avant jeudi', 'Avant jeudi = null..2024-05-29 before'],
  ] as const)('in %s bounds "%s" by its role', (code, text, expected) => {
    expect(read(code, text)).toEqual([expected]);
  });

  it('counts "two days later" from the time mentioned before, and from nothing else', () => {
    expect(read('en', 'On 11 July 2020 they fled; two days later they were back.')[1]).toBe(
      'two days later = 2020-07-13..2020-07-13 at',
    );
    expect(read('en', 'Two days later they were back.')).toEqual(['Two days later = null at']);
    expect(read('en', 'Two days later', { previous: { from: '2020-07-11', to: '2020-07-11' } })).toEqual([
      'Two days later = 2020-07-13..2020-07-13 at',
    ]);
    expect(read('fr', 'Le 8 mars 2020, puis le lendemain')[1]).toBe('le lendemain = 2020-03-09..2020-03-09 at');
  });

  it('moves a whole period for "the same months a year earlier"', () => {
    const text = 'between 1 November 2018 and 23 March 2019, more than in the same months a year earlier';
    expect(find('en', text)[1]?.period).toEqual({ from: '2017-11-01', to: '2018-03-23' });
  });

  it('dates nothing relative without a publication date, and all that is stated', () => {
    const times = find('en', 'On Tuesday, last week, in March, yesterday, in March 2022.', { published: null });
    expect(times.map(({ period }) => period)).toEqual([null, null, null, null, { from: '2022-03', to: '2022-03' }]);
  });

  it('takes amounts, durations and names for no time', () => {
    for (const text of [
      '2,000 people',
      'soared by 7,028 percent',
      'killed 12 in two days',
      'from 4,500 to 5,100',
      'They may march',
      'the June 5 Movement',
    ])
      expect(read('en', text)).toEqual([]);
    for (const text of ['passe de 14 à 15', 'un mort et 12 blessés', 'les 3 soldats'])
      expect(read('fr', text)).toEqual([]);
  });

  it('counts "the decade since" from a time about ten years back', () => {
    expect(read('en', 'It came in 2013. In the decade since, it grew.')[1]).toBe(
      'In the decade since = 2013..2024-06-05 at',
    );
    expect(read('en', 'It came in 2020. In the decade since, it grew.')[1]).toBe('In the decade since = null at');
  });

  it('keeps only the year of a date that can be read two ways', () => {
    expect(read('en', '3/4/2022')).toEqual(['3/4/2022 = 2022..2022 at']);
    expect(read('fr', '3/4/2022')).toEqual(['3/4/2022 = 2022-04-03..2022-04-03 at']);
  });

  it('lends the year said last to the month before it', () => {
    expect(read('en', 'in January and February 2022')[0]).toBe('January = 2022-01..2022-01 at');
  });

  const pieces = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      'since ',
      'between ',
      '27',
      ' and ',
      '31 March ',
      '2022',
      '-',
      'last ',
      'week ',
      'Tuesday',
      'two days ',
      'later ',
      'de l’an ',
      'early ',
      'ago ',
      '1er ',
      'mars ',
      'the first ',
      'of ',
    ),
  );

  it('gives spans inside the text, in order, and periods that do not run backwards, on any text', () => {
    fc.assert(
      fc.property(fc.constantFrom('en', 'fr'), fc.array(pieces, { maxLength: 14 }), (code, parts) => {
        const text = parts.join('');
        let last = 0;
        for (const { span, period } of find(code, text)) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeGreaterThan(span.start);
          last = span.end;
          for (const side of [period?.from, period?.to]) if (side != null) expect(isIsoPrefix(side)).toBe(true);
          if (period?.from != null && period.to !== null)
            expect(firstDay(period.from) <= lastDay(period.to)).toBe(true);
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('ends on endless repetitions, with spans inside the text', () => {
    for (const unit of ['from ', 'January and ', '1 year, ', 'last ', '12-', 'the first ']) {
      const text = unit.repeat(100_000 / unit.length);
      for (const { span } of find('en', text)) expect(span.end).toBeLessThanOrEqual(text.length);
      expect(find('en', `${text}. On 3 March 2022 it ended.`).at(-1)?.period?.from).toBe('2022-03-03');
    }
  });
});
