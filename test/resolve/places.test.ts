import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadNames } from '../../src/resolve/index.ts';

const names = loadNames();
const seen = (text: string, lang = 'en', countries = ['MLI']) =>
  names.placesIn(text, { lang, countries, date: '2020-01-01' }).map(({ span, place }) => {
    expect(text.slice(span.start, span.end)).toBe(place.text);
    return [place.text, place.name, place.admin1, place.precision];
  });

test('a town is exact, "near" a town is near, a region named as such is an area without a point', () => {
  expect(seen('in Sokolo, near Douentza, in the Segou region')).toEqual([
    ['Sokolo', 'Sokolo', 'Ségou', 'exact'],
    ['near Douentza', 'Douentza', 'Mopti', 'near'],
    ['Segou region', 'Ségou', 'Ségou', 'admin1'],
  ]);
  expect(seen('dans la région de Mopti, près de Gao', 'fr')).toEqual([
    ['région de Mopti', 'Mopti', 'Mopti', 'admin1'],
    ['près de Gao', 'Gao', 'Gao', 'near'],
  ]);
});

test('a distance with a direction moves the point', () => {
  const [mention] = names.placesIn('45 km south of Timbuktu', { lang: 'en', countries: ['MLI'], date: null });
  expect(mention?.place.latitude).toBeCloseTo(16.77 - 45 / 111.2, 1);
  expect(mention?.place.precision).toBe('near');
});

test('a long distance without a direction is an area, not a point', () => {
  const [mention] = names.placesIn('100 km from Gao', { lang: 'en', countries: ['MLI'], date: null });
  expect(mention?.place).toMatchObject({ name: 'Gao', precision: 'admin1', latitude: null, longitude: null });
});

test('"between A and B" is one place half-way, named after the smaller', () => {
  expect(seen('on the road between Timbuktu and Goundam')).toEqual([
    ['between Timbuktu and Goundam', 'Goundam', 'Tombouctou', 'near'],
  ]);
});

test('parts of countries keep the precision of a country, wider regions list their countries', () => {
  expect(seen('dans le nord du Mali', 'fr')).toEqual([['nord du Mali', 'Mali', null, 'country']]);
  const [sahel] = names.placesIn('in the Sahel', { lang: 'en', countries: [], date: null });
  expect(sahel?.place.countries).toContain('NER');
  expect(sahel?.place.precision).toBe('region');
});

test('"the village of X" is a place though no table has it, and says so', () => {
  expect(seen('in the village of Xyzzabad')).toEqual([['Xyzzabad', null, null, null]]);
});

test('a city with a namesake of like size in the same country has no point until its division is named', () => {
  const point = (text: string) => {
    const [mention] = names.placesIn(text, { lang: 'en', countries: ['MEX'], date: null });
    return [mention?.place.name, mention?.place.precision, mention?.place.latitude === null];
  };
  expect(point('in Guadalupe')).toEqual(['Guadalupe', 'country', true]);
  expect(point('in Guadalupe, in Nuevo León')).toEqual(['Guadalupe', 'exact', false]);
});

test('words that some town has for a name are no places', () => {
  expect(seen('Same day in March, Nice people of Reading met at Police headquarters.')).toEqual([]);
});

test('places within names of actors are not mentioned', () => {
  expect(seen('The Islamic State in the Greater Sahara and the Government of Mali')).toEqual([]);
});

test('the context decides between towns of one name', () => {
  const country = (context: string) =>
    names.placesIn('a blast in Tripoli', { lang: 'en', countries: [context], date: null })[0]?.place.countries;
  expect(country('LBN')).toEqual(['LBN']);
  expect(country('LBY')).toEqual(['LBY']);
});

test('countries of a text come by weight of mentions', () => {
  expect(names.countriesOf('Malian soldiers died near Gao, Mali; Niger sent condolences (Reuters).', 'en')).toEqual([
    'MLI',
    'NER',
  ]);
});

test('any text is read without a fault, and mentions stand in order without overlap', () => {
  const word = fc.constantFrom(
    'Mali',
    'near',
    'between',
    'and',
    '45',
    'km',
    'south',
    'of',
    'the',
    'Gao',
    'army',
    "'s",
    'région',
    'de',
    ',',
    'X',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.array(word, { maxLength: 30 }).map((all) => all.join(' ')),
      ),
      (text) => {
        for (const lang of ['en', 'fr', null]) {
          const context = { lang, countries: ['MLI'], date: null };
          for (const mentions of [names.actorsIn(text, context), names.placesIn(text, context)]) {
            let last = 0;
            for (const { span } of mentions) {
              expect(span.start).toBeGreaterThanOrEqual(last);
              expect(span.end).toBeGreaterThan(span.start);
              last = span.end;
            }
          }
        }
      },
    ),
  );
});

test('a long run of hostile words ends', () => {
  for (const unit of [
    'The ',
    'de la ',
    'Mali ',
    'army of the ',
    'Gao, ',
    'between Gao and ',
    "l'",
    'north of ',
    'US ',
    '\u0301a ',
  ]) {
    const text = unit.repeat(Math.ceil(100_000 / unit.length));
    const context = { lang: 'en', countries: ['MLI'], date: null };
    const found =
      names.actorsIn(text, context).length +
      names.placesIn(text, context).length +
      names.countriesOf(text, 'en').length;
    expect(found).toBeGreaterThanOrEqual(0);
  }
});
