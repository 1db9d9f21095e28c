import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawTree, parse, toConllu } from '../../src/parse/index.ts';

const forms = (text: string, lang: string) =>
  parse(text, { lang }).sentences.flatMap(({ tokens }) => tokens.map(({ form }) => form));

describe('tokens', () => {
  it('follow the UD treebanks in English: hyphens apart, clitics apart, figures whole', () => {
    expect(forms("They didn't free the 15-year-old al-Qaeda man's $1,400.", 'en')).toEqual(
      "They did n't free the 15 - year - old al - Qaeda man 's $ 1,400 .".split(' '),
    );
    expect(forms('Gen. Diallo of the U.S. Army cannot visit www.example.org/a?b=1, e.g. on 9/11.', 'en')).toEqual(
      'Gen. Diallo of the U.S. Army can not visit www.example.org/a?b=1 , e.g. on 9/11 .'.split(' '),
    );
    expect(forms('Non-state groups took the soldiers’ guns.', 'en')).toEqual(
      'Non-state groups took the soldiers ’ guns .'.split(' '),
    );
  });

  it('follow the UD treebanks in French: elision, contractions as two words in one place', () => {
    expect(forms("Aujourd'hui l'armée n'a pas parlé aux chefs du village.", 'fr')).toEqual(
      "Aujourd'hui l' armée n' a pas parlé à les chefs de le village .".split(' '),
    );
    expect(forms('Y a-t-il 1 400 soldats à 14h30 ?', 'fr')).toEqual(
      'Y a -t-il 1 400 soldats à 14 h 30 ?'
        .replace('1 400', '1_400')
        .split(' ')
        .map((form) => form.replace('_', ' ')),
    );
    const [sentence] = parse('Il parle au chef.', { lang: 'fr' }).sentences;
    const pair = sentence?.tokens.filter(({ contraction }) => contraction !== undefined) ?? [];
    expect(pair.map(({ form, span }) => [form, span.start, span.end])).toEqual([
      ['à', 9, 11],
      ['le', 9, 11],
    ]);
  });

  it('re-find the text, in order, whatever the text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 10 }),
      fc.constantFrom(
        "don't ",
        'du ',
        "l'",
        ' -',
        'U.S. ',
        '1,4',
        "s' ",
        'http://',
        '@a.b',
        '\ud83d',
        'É',
        '\u0301',
        '$$$ ',
        'a-t-il ',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.constantFrom('en', 'fr'), (pieces, lang) => {
        const text = pieces.join('');
        for (const { span, tokens } of parse(text, { lang }).sentences) {
          let at = span.start;
          tokens.forEach((token, i) => {
            const shared = token.span.start < at;
            expect(!shared || token.contraction !== undefined).toBe(true);
            if (!shared) expect(text.slice(at, token.span.start).trim()).toBe('');
            if (token.contraction === undefined) expect(text.slice(token.span.start, token.span.end)).toBe(token.form);
            at = token.span.end;
            expect(token.head).toBeGreaterThanOrEqual(-1);
            expect(token.head).toBeLessThan(tokens.length);
            expect(token.head).not.toBe(i);
          });
          expect(text.slice(at, span.end).trim()).toBe('');
          expect(tokens.filter(({ head }) => head === -1)).toHaveLength(1);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('are found to the end of a text without any full stop', () => {
    const text = 'soldiers killed ten men and '.repeat(4000);
    const { sentences } = parse(text, { lang: 'en' });
    expect(sentences.reduce((sum, { tokens }) => sum + tokens.length, 0)).toBe(20_000);
  });
});

describe('trees', () => {
  const only = (text: string, lang: string) => {
    const [sentence] = parse(text, { lang }).sentences;
    if (sentence === undefined) throw new Error('no sentence');
    return sentence;
  };

  it('tell tense, number and voice', () => {
    const { tokens } = only('Twelve villagers were killed by soldiers.', 'en');
    const killed = tokens.find(({ form }) => form === 'killed');
    expect(killed).toMatchObject({ lemma: 'kill', upos: 'VERB', feats: { VerbForm: 'Part', Voice: 'Pass' }, head: -1 });
    expect(tokens.find(({ form }) => form === 'villagers')).toMatchObject({
      lemma: 'villager',
      feats: { Number: 'Plur' },
      deprel: 'nsubj:pass',
    });
    const active = only('Soldiers have killed twelve villagers.', 'en').tokens.find(({ form }) => form === 'killed');
    expect(active?.feats.Voice).toBeUndefined();
  });

  it('read a dateline apart from its sentence', () => {
    const { tokens } = only('BAMAKO, Mali (Reuters) - Gunmen killed ten people.', 'en');
    const root = tokens.findIndex(({ head }) => head === -1);
    expect(tokens[root]?.form).toBe('killed');
    expect(tokens[0]).toMatchObject({ form: 'BAMAKO', deprel: 'parataxis', head: root });
  });

  it('read capitals as small letters', () => {
    const { tokens } = only('GUNMEN KILLED TEN PEOPLE IN A VILLAGE ON TUESDAY.', 'en');
    expect(tokens.find(({ form }) => form === 'KILLED')).toMatchObject({ upos: 'VERB', lemma: 'kill', head: -1 });
  });

  it('are the same at every run', () => {
    const text = 'The army said that rebels had attacked a convoy near Gao, killing five soldiers.';
    expect(parse(text, { lang: 'en' })).toEqual(parse(text, { lang: 'en' }));
  });

  it('print as CoNLL-U with contractions as ranges', () => {
    const text = "Le chef du village n'est pas là.";
    const rows = toConllu(text, parse(text, { lang: 'fr' })).split('\n');
    expect(rows[0]).toBe('# newpar');
    expect(rows).toContain(`# text = ${text}`);
    const range = rows.find((row) => row.startsWith('3-4\t'));
    expect(range?.split('\t')[1]).toBe('du');
    const words = rows.filter((row) => /^\d+\t/.test(row)).map((row) => row.split('\t'));
    expect(words.every((row) => row.length === 10)).toBe(true);
    expect(words.map((row) => row[1])).toEqual("Le chef de le village n' est pas là .".split(' '));
    expect(words.find((row) => row[1] === "n'")?.[9]).toBe('SpaceAfter=No');
    const english = "They don't know.";
    const printed = toConllu(english, parse(english, { lang: 'en' }));
    expect(printed).toContain("2-3\tdon't\t_");
    expect(printed.endsWith('\n\n')).toBe(true);
  });

  it('are drawn for people, every word on a line below its head', () => {
    const drawn = drawTree(only('Soldiers killed ten men.', 'en')).split('\n');
    expect(drawn[0]).toMatch(/^killed {2}root/);
    expect(drawn).toHaveLength(5);
    expect(drawn.some((line) => /Soldiers {2}nsubj/.test(line))).toBe(true);
  });
});
