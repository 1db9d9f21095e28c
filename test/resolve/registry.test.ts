import { expect, test } from 'vitest';
import { loadNames } from '../../src/resolve/index.ts';

const { registry } = loadNames();

test.each([
  ['JNIM', "Jama'at Nusrat al-Islam wal-Muslimin"],
  ['the JNIM', "Jama'at Nusrat al-Islam wal-Muslimin"],
  ['armée malienne', 'Malian Armed Forces'],
  ['Civilians (Mali)', 'Civilians (Mali)'],
  ['Government of Mali', 'Government of Mali'],
])('the whole of the name %s is %s', (name, actor) => {
  expect(registry.actorNamed(name)?.name).toBe(actor);
});

test('a phrase that only holds a name is not that name', () => {
  expect(registry.actorNamed('Widows of JNIM')).toBeNull();
  expect(registry.actorNamed('Zarbo Front')).toBeNull();
});

test('a place is named by itself, or with its division, country or precision', () => {
  expect(registry.placesNamed('Moura, Mopti, MLI')).toMatchObject([
    { name: 'Moura', latitude: 14.33, precision: 'exact' },
  ]);
  expect(registry.placesNamed('moura, mali')).toHaveLength(1);
  expect(registry.placesNamed('Gao, MLI').map(({ precision }) => precision)).toEqual(['admin1', 'exact']);
  expect(registry.placesNamed('Gao, exact, MLI')).toHaveLength(1);
  expect(registry.placesNamed('Mali, country')).toMatchObject([{ countries: ['MLI'], latitude: null }]);
  expect(registry.placesNamed('Nowhereville')).toEqual([]);
});

test('an actor of the tables has its aliases, parent and dates', () => {
  const macina = registry.actors.find(({ actor }) => actor.name === 'Katiba Macina');
  expect(macina).toMatchObject({
    parent: "Jama'at Nusrat al-Islam wal-Muslimin",
    from: '2015',
    actor: { country: 'MLI' },
  });
  expect(macina?.aliases).toContain('FLM');
  const parent = registry.actors.find(({ actor }) => actor.name === macina?.parent);
  expect(parent?.children).toContain('Katiba Macina');
});
