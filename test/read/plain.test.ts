import { describe, expect, it } from 'vitest';
import { findDate, statedDay } from '../../src/read/dates.ts';
import { readPlain } from '../../src/read/plain.ts';

const body = 'Gunmen attacked the town before dawn and killed three people, two residents said on Friday.';

describe('readPlain', () => {
  it('takes a short first line without a full stop for the title', () => {
    expect(readPlain(`Attack in Gao\n\n${body}`).title).toBe('Attack in Gao');
    expect(readPlain(`# Attack in Gao\n\n${body}`).title).toBe('Attack in Gao');
  });

  it('finds no title in running text', () => {
    expect(readPlain(`${body}\n\n${body}`).title).toBeNull();
    expect(readPlain(body).title).toBeNull();
  });

  it.each([
    ['Published 15 May 2024', '2024-05-15'],
    ['Publié le 1er juin 2020 à 18h30', '2020-06-01'],
    ['Date: 2020-06-01', '2020-06-01'],
    ['Friday, March 5, 2021', '2021-03-05'],
    ['BAMAKO, 3 July 2015 - Gunmen attacked a convoy.', '2015-07-03'],
    ['GAO (Mali), le 3 juillet 2015 — Des hommes armés ont attaqué un convoi.', '2015-07-03'],
  ])('takes the date of %j', (line, date) => {
    expect(readPlain(`Attack in Gao\n\n${line}\n\n${body}`)).toMatchObject({ published: date, publishedBasis: 'text' });
  });

  it('takes no date from running text', () => {
    expect(readPlain(`Attack in Gao\n\nOn 3 July 2015, gunmen attacked a convoy near the town.`).published).toBeNull();
  });

  it('takes a byline that names people, and no other line that begins with By', () => {
    expect(readPlain(`Attack in Gao\n\nBy Staff Reporter\n\n${body}`).byline).toBe('Staff Reporter');
    expect(readPlain(`Attack in Gao\n\nBy Friday the army had left the town.\n\n${body}`).byline).toBeNull();
  });

  it('cuts a comment form off the end and nothing before it', () => {
    const article = `${body}\n\n`.repeat(4);
    const { text, warnings } = readPlain(`${article}Leave a Reply\n\nThis site uses Akismet to reduce spam.`);
    expect(article.startsWith(text)).toBe(true);
    expect(warnings).toHaveLength(1);
  });
});

describe('findDate', () => {
  it('reads a numeric date only where day and month cannot be confused', () => {
    expect(findDate('25/12/2020')?.date).toBe('2020-12-25');
    expect(findDate('03/04/2020')).toBeNull();
    expect(findDate('03/04/2020', true)?.date).toBe('2020-04-03');
  });

  it('finds no day that does not exist', () => {
    expect(findDate('31 June 2020')).toBeNull();
    expect(findDate('2021-02-29')).toBeNull();
  });

  it('keeps a month a month', () => {
    expect(findDate('mars 2022')?.date).toBe('2022-03');
  });
});

describe('statedDay', () => {
  it("keeps the publisher's own day, whatever the offset", () => {
    expect(statedDay('2021-11-01T23:52:50-08:00')).toBe('2021-11-01');
    expect(statedDay('Wed, 09 Nov 2022 12:00:00 GMT')).toBe('2022-11-09');
    expect(statedDay('20221109')).toBe('2022-11-09');
  });
});
