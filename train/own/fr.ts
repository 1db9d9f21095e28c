import { as, behind, type Chooser, front, type Node, node } from './tree.ts';

// French of conflict reporting: constructions that the treebanks hold seldom, as phrases that combine.

const words = (text: string) => text.split(' ');
const towns = words(
  'Tarkint Boni Mopti Kidal Gao Djibo Dori Arbinda Bunia Beni Goma Bamenda Diffa Tillabéri Bangui Bria Ménaka Ségou Tombouctou Kaya Barsalogho Sévaré',
);
const days = words('lundi mardi mercredi jeudi vendredi samedi dimanche');
const months = words('janvier février mars avril mai juin juillet août septembre octobre novembre décembre');
const numerals = words(
  'deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente 12 14 17 20 23 31 40 60 100 150',
);
const masculine = words(
  'civils villageois soldats hommes enfants agriculteurs éleveurs policiers gendarmes combattants rebelles militaires passagers élèves déplacés manifestants garçons',
);
const feminine = words('personnes femmes filles');
const doers = words(
  'soldats militaires rebelles insurgés miliciens combattants assaillants bandits jihadistes terroristes mercenaires militants',
);
const first = words('Amadou Ibrahim Fatima Moussa Jean Mariam Ousmane Ahmed Aïssata');
const last = words('Traoré Keïta Diallo Ouédraogo Sawadogo Cissé Sidibé Maïga Kaboré');
const verbs = words('tué blessé enlevé attaqué capturé arrêté exécuté massacré libéré abattu');

const punct = (form: string) => node(form, 'PUNCT', 'punct');
const kase = (form: string) => node(form, 'ADP', 'case');
const plural = (form: string, label: string, before: readonly Node[] = [], after: readonly Node[] = []) =>
  node(form, 'NOUN|Number=Plur', label, before, after);
const singular = (form: string, label: string, before: readonly Node[] = [], after: readonly Node[] = []) =>
  node(form, 'NOUN|Number=Sing', label, before, after);
const name = (form: string, label: string, before: readonly Node[] = [], after: readonly Node[] = []) =>
  node(form, 'PROPN', label, before, after);
const the = (form: 'le' | 'la' | "l'" | 'les') =>
  node(form, form === 'les' ? 'DET|Number=Plur' : 'DET|Number=Sing', 'det');
const des = () => node('des', 'DET|Number=Plur', 'det');

function place(c: Chooser, label: string): Node {
  const town = c.one(towns);
  switch (c.one([0, 0, 1, 1, 2, 3])) {
    case 0:
      return name(town, label, [kase('à')]);
    case 1:
      return singular('village', label, [kase('dans'), the('le')], [name(town, 'nmod', [kase('de')])]);
    case 2:
      return singular(
        c.one(['région', 'localité', 'commune', 'province']),
        label,
        [kase('dans'), the('la')],
        [name(town, 'nmod', [kase('de')])],
      );
    default:
      return singular(
        c.one(['nord', 'centre', 'sud']),
        label,
        [kase('dans'), the('le')],
        [singular('pays', 'nmod', [kase('de'), the('le')])],
      );
  }
}

function time(c: Chooser, label: string): Node {
  switch (c.one([0, 0, 1, 2])) {
    case 0:
      return singular(c.one(days), label);
    case 1:
      return singular(c.one(months), label, [kase('en')]);
    default:
      return node(c.one(['3', '12', '16', '27', '30']), 'NUM', label, [the('le')], [singular(c.one(months), 'nmod')]);
  }
}

function number(c: Chooser, label: string): Node {
  const n = node(c.one(numerals), 'NUM', label);
  switch (c.one([0, 0, 1, 2])) {
    case 1:
      return front(
        n,
        node('à', 'ADP', 'advmod', [], [node('le', 'DET|Number=Sing', 'fixed'), node('moins', 'ADV', 'fixed')]),
      );
    case 2:
      return front(n, node(c.one(['environ', 'près']), 'ADV', 'advmod'));
    default:
      return n;
  }
}

const simple = (c: Chooser, label: string) => node(c.one(numerals), 'NUM', label);

function count(c: Chooser, label: string, deep = true): Node {
  const head = plural(c.one(c.chance(0.3) ? feminine : masculine), label, [number(c, 'nummod')]);
  if (deep && c.chance(0.3))
    return behind(head, plural(c.one(masculine), 'conj', [node('et', 'CCONJ', 'cc'), simple(c, 'nummod')]));
  return head;
}

/** An indefinite plural by default: "des hommes armés". */
function doer(c: Chooser, label: string, before: readonly Node[] = []): Node {
  switch (c.one([0, 0, 1, 1, 2, 3, 4])) {
    case 0:
      return plural('hommes', label, [...before, des()], [node('armés', 'ADJ|Number=Plur', 'amod')]);
    case 1:
      return plural(c.one(doers), label, [...before, des()]);
    case 2:
      return plural(c.one(doers), label, [...before, the('les')]);
    case 3:
      return plural(
        c.one(doers),
        label,
        [...before, des()],
        [
          node(
            c.one(['présumés', 'lourdement', 'étrangers', 'islamistes']).replace('lourdement', 'maliens'),
            'ADJ|Number=Plur',
            'amod',
          ),
        ],
      );
    default:
      return plural(
        c.one(['hommes', 'individus']),
        label,
        [...before, des()],
        [plural(c.one(['motos', 'pick-up']), 'nmod', [kase('à')])],
      );
  }
}

function body(c: Chooser, label: string, before: readonly Node[] = []): Node {
  switch (c.one([0, 1, 2])) {
    case 0:
      return singular('armée', label, [...before, the("l'")]);
    case 1:
      return singular(c.one(['gouvernement', 'ministère', 'gouverneur']), label, [...before, the('le')]);
    default:
      return singular(
        'porte-parole',
        label,
        [...before, the('le')],
        [singular('gouvernement', 'nmod', [kase('de'), the('le')])],
      );
  }
}

const have = (form: 'a' | 'ont') =>
  node(form, `AUX|Mood=Ind|Number=${form === 'a' ? 'Sing' : 'Plur'}|Person=3|Tense=Pres|VerbForm=Fin`, 'aux:tense');
const been = () => node('été', 'AUX|Tense=Past|VerbForm=Part', 'aux:pass');
const participle = (form: string, label: string, before: readonly Node[], after: readonly Node[]) =>
  node(form, `VERB|Number=${form.endsWith('s') ? 'Plur' : 'Sing'}|Tense=Past|VerbForm=Part`, label, before, after);

function adjuncts(c: Chooser): Node[] {
  const out: Node[] = [];
  if (c.chance(0.6)) out.push(time(c, 'obl:mod'));
  if (c.chance(0.6)) out.push(place(c, 'obl:mod'));
  return out;
}

const agreed = (verb: string, of: Node) => (feminine.includes(of.form) ? `${verb}es` : `${verb}s`);

function active(c: Chooser, label = 'root'): Node {
  const subject = doer(c, 'nsubj');
  const conj = c.chance(0.3)
    ? [participle(c.one(verbs), 'conj', [node('et', 'CCONJ', 'cc')], [count(c, 'obj', false)])]
    : [];
  return participle(
    c.one(verbs),
    label,
    [subject, have('ont')],
    [count(c, 'obj', conj.length === 0), ...conj, ...adjuncts(c)],
  );
}

function passive(c: Chooser, label = 'root'): Node {
  const subject = count(c, 'nsubj:pass');
  const verb = agreed(c.one(verbs), subject);
  const by = c.chance(0.75) ? [doer(c, 'obl:agent', [kase('par')])] : [];
  const from =
    verb.startsWith('enlev') && c.chance(0.6)
      ? [singular('domicile', 'obl:mod', [kase('à'), node('leur', 'DET|Number=Sing', 'det')])]
      : [];
  if (c.chance(0.3)) return participle(verb, label, [subject, have('ont'), been()], [...from, ...adjuncts(c), ...by]);
  return participle(verb, label, [subject, have('ont'), been()], [...from, ...by, ...adjuncts(c)]);
}

function deed(c: Chooser, label: string, before: readonly Node[] = []): Node {
  const [article, form] = c.one([
    ["l'", 'assassinat'],
    ["l'", 'enlèvement'],
    ['le', 'meurtre'],
    ['le', 'massacre'],
    ["l'", 'exécution'],
    ["l'", 'arrestation'],
  ] as const);
  return singular(
    form,
    label,
    [...before, the(article)],
    [front(count(c, 'nmod', false), kase('de')), ...(c.chance(0.8) ? [doer(c, 'nmod', [kase('par')])] : [])],
  );
}

function nominal(c: Chooser): Node {
  if (c.chance(0.4))
    return participle(
      c.one(['provoqué', 'suscité', 'entraîné']),
      'root',
      [deed(c, 'nsubj'), have('a')],
      [plural(c.one(['manifestations', 'protestations']), 'obj', [des()]), ...adjuncts(c)],
    );
  return participle(
    c.one(['condamné', 'dénoncé', 'confirmé', 'annoncé']),
    'root',
    [body(c, 'nsubj'), have('a')],
    [deed(c, 'obj')],
  );
}

function reported(c: Chooser): Node {
  const what = c.chance(0.5) ? active(c, 'ccomp') : passive(c, 'ccomp');
  if (c.chance(0.6))
    return participle(
      c.one(['déclaré', 'affirmé', 'indiqué', 'annoncé', 'assuré']),
      'root',
      [body(c, 'nsubj'), have('a')],
      [front(what, node('que', 'SCONJ', 'mark'))],
    );
  const said = participle(
    c.one(['déclaré', 'affirmé', 'indiqué', 'annoncé']),
    'parataxis:insert',
    [punct(','), have('a')],
    [body(c, 'nsubj')],
  );
  return behind(as('root', what), said);
}

function relative(c: Chooser): Node {
  const clause = participle(
    c.one(verbs),
    'acl:relcl',
    [node('qui', 'PRON', 'nsubj'), have('ont')],
    [count(c, 'obj', false)],
  );
  if (c.chance(0.5))
    return participle(
      c.one(['arrêté', 'poursuivi', 'tué']),
      'root',
      [body(c, 'nsubj'), have('a')],
      [plural(c.one(doers), 'obj', [the('les')], [clause])],
    );
  const person = name(c.one(first), 'nsubj:pass', [], [name(c.one(last), 'flat:name')]);
  return participle(
    c.one(['tué', 'enlevé', 'arrêté', 'blessé']),
    'root',
    [person, have('a'), been()],
    [doer(c, 'obl:agent', [kase('par')]), ...adjuncts(c)],
  );
}

/** Forms of être: a passive, or the past of a verb of motion. */
function withBe(c: Chooser): Node {
  const be = (form: string, tense: string, label: string) =>
    node(form, `AUX|Mood=Ind|Number=Plur|Person=3|Tense=${tense}|VerbForm=Fin`, label);
  if (c.chance(0.5)) {
    const subject = c.chance(0.5) ? count(c, 'nsubj') : doer(c, 'nsubj');
    return participle(
      agreed(c.one(['mort', 'arrivé', 'parti', 'tombé', 'entré', 'venu', 'resté']), subject),
      'root',
      [subject, be('sont', 'Pres', 'aux:tense')],
      adjuncts(c),
    );
  }
  const subject = plural(c.one(masculine), 'nsubj:pass', [the('les')]);
  return participle(
    c.one(['jugés', 'libérés', 'arrêtés', 'visés', 'accusés', 'poursuivis']),
    'root',
    [subject, c.chance(0.5) ? be('seront', 'Fut', 'aux:pass') : be('sont', 'Pres', 'aux:pass')],
    c.chance(0.6) ? [body(c, 'obl:agent', [kase('par')])] : adjuncts(c),
  );
}

/** A coordinated second participle behind a modified object. */
function coordinated(c: Chooser): Node {
  const object = (label: string) =>
    singular(
      c.one(['convoi', 'poste', 'camp', 'village']),
      label,
      [node('un', 'DET|Number=Sing', 'det')],
      c.chance(0.6) ? [node(c.one(['militaire', 'voisin', 'frontalier']), 'ADJ|Number=Sing', 'amod')] : [],
    );
  return participle(
    c.one(['attaqué', 'encerclé', 'visé']),
    'root',
    [doer(c, 'nsubj'), have('ont')],
    [
      object('obj'),
      participle(
        c.one(['incendié', 'pillé', 'tué', 'détruit', 'brûlé']),
        'conj',
        [node('et', 'CCONJ', 'cc')],
        [
          c.chance(0.5)
            ? count(c, 'obj', false)
            : plural(c.one(['maisons', 'véhicules', 'camions']), 'obj', [simple(c, 'nummod')]),
        ],
      ),
      ...adjuncts(c),
    ],
  );
}

/** One sentence of conflict reporting, with its tree. */
export function frenchSentence(c: Chooser): Node {
  const root = c.one([active, active, passive, passive, passive, nominal, reported, relative, withBe, coordinated])(c);
  return c.chance(0.9) ? behind(root, punct('.')) : root;
}
