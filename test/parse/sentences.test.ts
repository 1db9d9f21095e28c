import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../../src/parse/index.ts';

const cut = (text: string, lang: string | null = 'en') =>
  parse(text, { lang }).sentences.map(({ span }) => text.slice(span.start, span.end));

describe('sentences', () => {
  it('are not cut after ranks, initials, dotted names and numbers', () => {
    const whole = [
      'Gen. Amadou Traoré and Lt. Col. A. B. Keita met in the U.S. Embassy.',
      'The bomb cost about $1.5 million, said Sgt. Smith.',
      'He was seen at 6 p.m. Monday near St. Paul.',
      'Fighters of al-Qaeda took No. 5 at dawn.',
    ];
    for (const text of whole) expect(cut(text)).toEqual([text]);
  });

  it('end after an abbreviation when the next word opens a sentence', () => {
    expect(cut('They left the U.S. The army stayed.')).toEqual(['They left the U.S.', 'The army stayed.']);
    expect(cut('He came at 5 p.m. Soldiers left.')).toEqual(['He came at 5 p.m.', 'Soldiers left.']);
  });

  it('may open with a name in small letters', () => {
    expect(cut('Ten were killed. al-Shabaab claimed it.')).toEqual(['Ten were killed.', 'al-Shabaab claimed it.']);
  });

  it('may open with a numeral', () => {
    expect(cut('It happened in 2012. 12 others were hurt.')).toHaveLength(2);
  });

  it('are parted where the space is missing, but addresses are not', () => {
    expect(cut('Learn how your data is processed.On Wednesday he left.')).toEqual([
      'Learn how your data is processed.',
      'On Wednesday he left.',
    ]);
    expect(cut('He wrote to Jane.Doe@example.com and www.site.Example.org today.')).toHaveLength(1);
  });

  it('keep their closing quotes and go on where the sayer follows', () => {
    expect(cut('“We were afraid.” She left. “Why?” he asked.')).toEqual([
      '“We were afraid.”',
      'She left.',
      '“Why?” he asked.',
    ]);
    expect(cut('« Ils ont tiré ! » Il a fui. « Où ? » a-t-il demandé.', 'fr')).toEqual([
      '« Ils ont tiré ! »',
      'Il a fui.',
      '« Où ? » a-t-il demandé.',
    ]);
  });

  it('hold their dateline', () => {
    const text = 'BAMAKO, Mali, Feb. 3 (Reuters) - Gunmen killed ten people.';
    expect(cut(text)).toEqual([text]);
  });

  it('follow French abbreviations', () => {
    expect(cut('Le gén. Keïta a vu M. Traoré le 16 mars 2024. Il est parti.', 'fr')).toHaveLength(2);
  });

  it('follow line breaks: headlines, bullets, wrapped lines', () => {
    const text = [
      'Army kills ten',
      'Soldiers entered the village on Tuesday and shot ten people, residents said, adding that more were missing after the raid on the market.',
      '- two boys',
      '- Gen. Diallo',
    ].join('\n');
    expect(cut(text)).toEqual(text.split('\n').map((line) => line));
    expect(parse(text, { lang: 'en' }).paragraphs).toHaveLength(4);
    const wrapped =
      'GUNMEN KILLED TEN PEOPLE IN A VILLAGE IN THE CENTRE OF THE\nCOUNTRY ON TUESDAY, POLICE SAID.  THE ATTACKERS CAME ON\nMOTORBIKES.';
    expect(cut(wrapped)).toHaveLength(2);
  });

  it('come without trees and with a message where there is no model', () => {
    const parsed = parse('Uno. Dos.', { lang: 'es' });
    expect(parsed.model).toBeNull();
    expect(parsed.message).toContain('"es"');
    expect(parsed.sentences).toHaveLength(2);
    expect(parsed.sentences.every((s) => s.tokens.length === 0)).toBe(true);
  });

  it('are ordered, do not overlap, and leave out nothing but white space, whatever the text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        '. ',
        '.',
        '? ',
        '…',
        ' . . . ',
        '\n',
        '\n\n',
        ' Gen.',
        '“',
        '»',
        ' The',
        ' 5',
        '. - ',
        '\ud800',
        'a.B',
        '[1]',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.constantFrom('en', 'fr', 'ru', null), (pieces, lang) => {
        const text = pieces.join('');
        const { sentences, paragraphs } = parse(text, { lang });
        let at = 0;
        for (const { span, paragraph } of sentences) {
          expect(span.start).toBeGreaterThanOrEqual(at);
          expect(span.end).toBeGreaterThan(span.start);
          expect(text.slice(at, span.start).trim()).toBe('');
          const inside = paragraphs[paragraph];
          expect(inside && inside.start <= span.start && span.end <= inside.end).toBe(true);
          expect(text.slice(span.start, span.end)).toBe(text.slice(span.start, span.end).trim());
          at = span.end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
      { numRuns: 500 },
    );
  });

  // Work that grew with the square of the length would not end within the limit of the test.
  it('are found to the end of endless repetitions', () => {
    const hostile = ['word ', '. ', '.)', '. - ', 'A.', '…"', '\n', '1. ', '« a. - '];
    for (const unit of hostile) {
      const text = `${unit.repeat(Math.ceil(1_000_000 / unit.length))}end`;
      expect(parse(text, { lang: 'xx' }).sentences.at(-1)?.span.end, unit).toBe(text.length);
    }
  });

  it('are all found on a line of 50 MB', () => {
    const text = 'Soldiers of the 3rd brigade shot ten men in the market of Gao on Tuesday. '.repeat(670_000);
    expect(parse(text, { lang: 'xx' }).sentences).toHaveLength(670_000);
  });
});
