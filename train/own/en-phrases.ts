import { behind, type Chooser, front, type Node, node } from './tree.ts';

// English of conflict reporting: the phrases of which its sentences are made.

export const words = (text: string) => text.split(' ');
export const towns = words(
  'Tarkint Boni Dioura Mopti Kidal Gao Djibo Dori Arbinda Bunia Beni Goma Baidoa Barawe Maiduguri Zamfara Bamenda Palma Mocimboa Sirte Aden Taiz Kunduz Tillaberi Diffa Pibor Malakal Bangui Bria',
);
const countries = words(
  'Mali Niger Chad Somalia Nigeria Sudan Libya Yemen Syria Iraq Mozambique Cameroon Congo Ethiopia',
);
const days = words('Monday Tuesday Wednesday Thursday Friday Saturday Sunday');
const months = words('January February March April June July August September October November December');
export const victims = words(
  'civilians villagers people soldiers men women children farmers herders policemen officers fighters militants rebels worshippers passengers students aid-workers residents migrants peacekeepers protesters girls boys traders prisoners',
).filter((w) => !w.includes('-'));
export const doers = words(
  'gunmen soldiers militants rebels insurgents militiamen fighters attackers bandits jihadists troops assailants extremists raiders mercenaries',
);
const doerAdjectives = words(
  'armed suspected unidentified masked Islamist heavily unknown Malian Nigerian Somali foreign separatist jihadist',
);
export const numerals = words(
  'two three four five six seven eight nine ten eleven twelve fifteen twenty thirty 12 14 17 20 23 31 40 55 60 100 150 200 1,200',
);
export const titles = words('Gen. Col. Lt. Maj. Capt. Sgt. President Minister Governor Mayor Commander');
export const first = words('Amadou Ibrahim Fatima John Musa Abdullahi Jean Mariam Ousmane Ahmed Grace Daniel');
export const last = words('Traoré Keita Diallo Bello Mohamed Okafor Deng Hassan Cissé Sidibé Warsame Yusuf');

export const punct = (form: string) => node(form, `PUNCT|${form === '.' ? '.' : ','}`, 'punct');
export const det = (form: string) => node(form, 'DET|DT', 'det');
export const adj = (form: string) => node(form, 'ADJ|JJ', 'amod');
export const kase = (form: string) => node(form, 'ADP|IN', 'case');
export const name = (form: string, label: string, before: readonly Node[] = [], after: readonly Node[] = []) =>
  node(form, 'PROPN|NNP', label, before, after);
export const noun = (form: string, label: string, before: readonly Node[] = [], after: readonly Node[] = []) =>
  node(
    form,
    form.endsWith('s') || /^(?:people|men|women|children|gunmen|militiamen|policemen)$/.test(form)
      ? 'NOUN|NNS'
      : 'NOUN|NN',
    label,
    before,
    after,
  );
export const singular = (form: string, label: string, before: readonly Node[] = [], after: readonly Node[] = []) =>
  node(form, 'NOUN|NN', label, before, after);

export function place(c: Chooser, label: string): Node {
  const town = c.one(towns);
  switch (c.one([0, 0, 1, 1, 2, 3, 4, 5])) {
    case 0:
      return name(town, label, [kase(c.one(['in', 'near', 'outside', 'in', 'around']))]);
    case 1:
      return singular(
        c.one(['village', 'town', 'city', 'district', 'province']),
        label,
        [kase('in'), det('the')],
        [name(town, 'nmod', [kase('of')])],
      );
    case 2:
      return name(c.one(countries), label, [
        kase('in'),
        adj(c.one(['northern', 'central', 'eastern', 'southern', 'north-eastern'].filter((w) => !w.includes('-')))),
      ]);
    case 3:
      return singular(c.one(['region', 'area', 'district']), label, [kase('in'), det('the'), name(town, 'compound')]);
    case 4:
      return singular(
        c.one(['market', 'village', 'camp', 'church', 'mosque', 'base', 'checkpoint', 'school']),
        label,
        [kase(c.one(['in', 'at', 'near'])), det('a')],
        [name(town, 'nmod', [kase(c.one(['in', 'near']))])],
      );
    default:
      return singular(
        c.one(['border', 'outskirts', 'road']),
        label,
        [kase(c.one(['near', 'on', 'along'])), det('the')],
        [name(c.one(countries), 'nmod', [kase('with')])],
      );
  }
}

export function time(c: Chooser, label: string): Node {
  const unmarked = label === 'nmod' ? 'nmod:unmarked' : 'obl:unmarked';
  switch (c.one([0, 0, 0, 1, 2, 3])) {
    case 0:
      return name(c.one(days), label, [kase('on')]);
    case 1:
      return name(c.one(months), label, [kase('in')]);
    case 2:
      return singular(c.one(['week', 'month', 'year', 'night']), unmarked, [adj('last')]);
    default:
      return name(c.one(months), label, [kase('on')], [node(c.one(['3', '12', '27', '30']), 'NUM|CD', 'nummod')]);
  }
}

function number(c: Chooser, label: string): Node {
  const n = node(c.one(numerals), 'NUM|CD', label);
  switch (c.one([0, 0, 0, 1, 1, 2, 3, 4])) {
    case 1:
      return front(n, node('least', 'ADJ|JJS', 'nmod', [kase('at')]));
    case 2:
      return front(n, node('more', 'ADJ|JJR', 'advmod', [], [node('than', 'ADP|IN', 'fixed')]));
    case 3:
      return front(n, node(c.one(['nearly', 'about', 'almost', 'around', 'over']), 'ADV|RB', 'advmod'));
    case 4:
      return front(n, node('up', 'ADP|IN', 'advmod', [], [node('to', 'ADP|IN', 'fixed')]));
    default:
      return n;
  }
}

/** "at least five men and two boys", "dozens of villagers", "12 people, including three children". */
export function count(c: Chooser, label: string, deep = true): Node {
  if (c.chance(0.1))
    return node(
      c.one(['dozens', 'hundreds', 'scores']),
      'NOUN|NNS',
      label,
      [],
      [noun(c.one(victims), 'nmod', [kase('of')])],
    );
  const adjectives = c.chance(0.2) ? [adj(c.one(['unarmed', 'local', 'young', 'Malian', 'other', 'government']))] : [];
  const head = noun(c.one(victims), label, [number(c, 'nummod'), ...adjectives]);
  if (!deep) return head;
  if (c.chance(0.3)) {
    return behind(head, noun(c.one(victims), 'conj', [node('and', 'CCONJ|CC', 'cc'), number(c, 'nummod')]));
  }
  if (c.chance(0.15)) {
    return behind(
      head,
      noun(c.one(['children', 'women', 'soldiers', 'officers']), 'nmod', [
        punct(','),
        node('including', 'VERB|VBG', 'case'),
        node(c.one(numerals), 'NUM|CD', 'nummod'),
      ]),
    );
  }
  return head;
}

export function doer(c: Chooser, label: string, before: readonly Node[] = []): Node {
  switch (c.one([0, 0, 1, 1, 2, 3, 4, 5, 6])) {
    case 0:
      return noun(c.one(doers), label, before);
    case 1:
      return noun(c.one(doers), label, [...before, adj(c.one(doerAdjectives.filter((w) => w !== 'heavily')))]);
    case 2:
      return singular(c.one(['army', 'group', 'junta', 'militia', 'police']), label, [...before, det('the')]);
    case 3:
      return noun('forces', label, [...before, singular(c.one(['government', 'security']), 'compound')]);
    case 4:
      return noun('men', label, before, [
        noun(c.one(['motorbikes', 'motorcycles', 'horseback']), 'nmod', [kase('on')]),
      ]);
    case 5:
      return noun(c.one(doers), label, before, [
        node(
          'linked',
          'VERB|VBN',
          'acl',
          [],
          [
            name(
              'al',
              'obl',
              [kase('to')],
              [node('-', 'PUNCT|HYPH', 'punct'), name(c.one(['Qaeda', 'Shabaab']), 'flat')],
            ),
          ],
        ),
      ]);
    default:
      return noun(c.one(['fighters', 'troops', 'militants']), label, [
        ...before,
        name(c.one(['Wagner', 'JNIM', 'M23', 'Fulani', 'Tuareg', 'Seleka']), 'compound'),
      ]);
  }
}
