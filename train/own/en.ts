import {
  adj,
  count,
  det,
  doer,
  doers,
  first,
  kase,
  last,
  name,
  noun,
  numerals,
  place,
  punct,
  singular,
  time,
  titles,
  towns,
  victims,
  words,
} from './en-phrases.ts';
import { behind, type Chooser, front, type Node, node } from './tree.ts';

// English of conflict reporting: constructions that the treebanks hold seldom or never.

const past = words(
  'killed wounded injured kidnapped abducted attacked shot executed arrested detained captured massacred murdered ambushed beheaded seized freed',
);
const agent = (c: Chooser) => doer(c, 'obl:agent', [kase('by')]);
const were = (n = 'were') => node(n, 'AUX|VBD', 'aux:pass');

function adjuncts(c: Chooser, label = 'obl'): Node[] {
  const out: Node[] = [];
  if (c.chance(0.7)) out.push(place(c, label));
  if (c.chance(0.6)) out.push(time(c, label));
  return out;
}

/** "from their homes in Gao". */
const home = (c: Chooser) =>
  noun(c.one(['homes', 'houses', 'villages', 'home', 'vehicles', 'school']), 'obl', [
    kase('from'),
    node('their', 'PRON|PRP$', 'nmod:poss'),
  ]);

function participle(c: Chooser): Node {
  if (c.chance(0.4))
    return node(
      'leaving',
      'VERB|VBG',
      'advcl',
      [punct(',')],
      [count(c, 'obj', false), node('dead', 'ADJ|JJ', 'xcomp')],
    );
  const second = node('wounding', 'VERB|VBG', 'conj', [node('and', 'CCONJ|CC', 'cc')], [count(c, 'obj', false)]);
  return node(
    'killing',
    'VERB|VBG',
    'advcl',
    [punct(',')],
    [count(c, 'obj', false), ...(c.chance(0.6) ? [second] : [])],
  );
}

function active(c: Chooser, label = 'root'): Node {
  const subject = doer(c, 'nsubj');
  if (c.chance(0.25)) {
    const second = node(
      c.one(past),
      'VERB|VBD',
      'conj',
      [node('and', 'CCONJ|CC', 'cc')],
      [count(c, 'obj', false), ...adjuncts(c)],
    );
    return node(c.one(past), 'VERB|VBD', label, [subject], [count(c, 'obj', false), second]);
  }
  if (c.chance(0.2))
    return node(
      'attacked',
      'VERB|VBD',
      label,
      [subject],
      [
        singular(c.one(['village', 'convoy', 'market', 'camp', 'base']), 'obj', [det('a')]),
        ...adjuncts(c),
        participle(c),
      ],
    );
  if (c.chance(0.15))
    return node(
      'opened',
      'VERB|VBD',
      label,
      [subject],
      [singular('fire', 'obj'), noun(c.one(victims), 'obl', [kase('on')]), ...adjuncts(c)],
    );
  return node(c.one(past), 'VERB|VBD', label, [subject], [count(c, 'obj'), ...adjuncts(c)]);
}

function passive(c: Chooser, label = 'root'): Node {
  const verb = c.one(past);
  const taken = verb === 'kidnapped' || verb === 'abducted' || verb === 'seized';
  const after = taken && c.chance(0.7) ? [home(c)] : [];
  const by = c.chance(0.7) ? [agent(c)] : [];
  if (c.chance(0.2)) {
    return node(
      'shot',
      'VERB|VBN',
      label,
      [count(c, 'nsubj:pass'), were()],
      [node('dead', 'ADJ|JJ', 'xcomp'), ...by, ...adjuncts(c)],
    );
  }
  if (c.chance(0.25)) {
    const when = node(
      c.one(['attacked', 'raided', 'stormed', 'ambushed']),
      'VERB|VBD',
      'advcl',
      [node('when', 'ADV|WRB', 'advmod'), doer(c, 'nsubj')],
      [singular(c.one(['village', 'convoy', 'market', 'church']), 'obj', [det('a')])],
    );
    return node(verb, 'VERB|VBN', label, [count(c, 'nsubj:pass'), were()], [when]);
  }
  if (c.chance(0.25)) {
    const second = node('injured', 'VERB|VBN', 'conj', [node('and', 'CCONJ|CC', 'cc'), count(c, 'nsubj:pass', false)]);
    return node('killed', 'VERB|VBN', label, [count(c, 'nsubj:pass', false), were()], [second, ...by, ...adjuncts(c)]);
  }
  return node(verb, 'VERB|VBN', label, [count(c, 'nsubj:pass'), were()], [...after, ...by, ...adjuncts(c)]);
}

const deeds = words('killing abduction kidnapping massacre murder arrest shooting execution detention bombing');

/** "the killing of twelve civilians by soldiers". */
function deed(c: Chooser, label: string, before: readonly Node[] = []): Node {
  const of = front(count(c, 'nmod', false), kase('of'));
  const by = c.chance(0.8) ? [doer(c, 'nmod', [kase('by')])] : [];
  return singular(
    c.one(deeds),
    label,
    [...before, det('the')],
    [of, ...by, ...(c.chance(0.4) ? [place(c, 'nmod')] : [])],
  );
}

function nominal(c: Chooser): Node {
  switch (c.one([0, 1, 2, 3])) {
    case 0:
      return node(
        c.one(['condemned', 'denounced', 'reported', 'confirmed', 'investigated']),
        'VERB|VBD',
        'root',
        [doerOrBody(c, 'nsubj')],
        [deed(c, 'obj')],
      );
    case 1:
      return node(
        c.one(['sparked', 'drew', 'followed', 'triggered']),
        'VERB|VBD',
        'root',
        [deed(c, 'nsubj')],
        [noun(c.one(['protests', 'outrage', 'condemnation', 'fears']), 'obj'), ...adjuncts(c)],
      );
    case 2:
      return node(
        c.one(['condemned', 'reported', 'blamed']),
        'VERB|VBN',
        'root',
        [deed(c, 'nsubj:pass'), were('was')],
        [doerOrBody(c, 'obl:agent', [kase('by')])],
      );
    default:
      return node(
        'blamed',
        'VERB|VBD',
        'root',
        [doerOrBody(c, 'nsubj')],
        [doer(c, 'obj'), deed(c, 'obl', [kase('for')])],
      );
  }
}

function doerOrBody(c: Chooser, label: string, before: readonly Node[] = []): Node {
  switch (c.one([0, 1, 2, 3])) {
    case 0:
      return noun(
        c.one(['witnesses', 'residents', 'officials', 'survivors', 'authorities', 'activists']),
        label,
        before,
      );
    case 1:
      return singular(c.one(['government', 'army', 'mission', 'governor']), label, [...before, det('the')]);
    case 2: {
      const person = name(
        c.one(first),
        label,
        [...before, name(c.one(titles), 'nmod:desc')],
        [name(c.one(last), 'flat')],
      );
      return person;
    }
    default:
      return name('Nations', label, [...before, det('the'), node('United', 'ADJ|NNP', 'amod')]);
  }
}

function reported(c: Chooser): Node {
  const what = c.chance(0.5) ? active(c, 'ccomp') : passive(c, 'ccomp');
  if (c.chance(0.5)) {
    const mark = c.chance(0.6) ? [node('that', 'SCONJ|IN', 'mark')] : [];
    return node(
      c.one(['said', 'reported', 'confirmed', 'alleged']),
      'VERB|VBD',
      'root',
      [doerOrBody(c, 'nsubj')],
      [front(what, ...mark)],
    );
  }
  return node(
    'said',
    'VERB|VBD',
    'root',
    [behind(what, punct(',')), doerOrBody(c, 'nsubj')],
    c.chance(0.4) ? [time(c, 'obl')] : [],
  );
}

function relative(c: Chooser): Node {
  const clause = node(
    c.one(past),
    'VERB|VBD',
    'acl:relcl',
    [node(c.one(['who', 'that']), 'PRON|WP', 'nsubj')],
    [count(c, 'obj', false), ...(c.chance(0.5) ? [place(c, 'obl')] : [])],
  );
  const attack = singular(
    c.one(['attack', 'raid', 'ambush', 'strike', 'blast']),
    'nsubj',
    [det('the')],
    [
      punct(','),
      node('killed', 'VERB|VBD', 'acl:relcl', [node('which', 'PRON|WDT', 'nsubj')], [count(c, 'obj', false)]),
      punct(','),
    ],
  );
  const acl = noun(
    c.one(victims),
    'nsubj',
    [det('the')],
    [
      node(
        c.one(['killed', 'injured', 'abducted']),
        'VERB|VBN',
        'acl',
        [],
        [singular('attack', 'obl', [kase('in'), det('the')])],
      ),
    ],
  );
  switch (c.one([0, 1, 2])) {
    case 0:
      return node(
        c.one(['arrested', 'pursued', 'sought']),
        'VERB|VBD',
        'root',
        [doerOrBody(c, 'nsubj')],
        [noun(c.one(doers), 'obj', [det('the')], [clause])],
      );
    case 1:
      return node('took', 'VERB|VBD', 'root', [attack], [singular('place', 'obj'), ...adjuncts(c)]);
    default:
      return node(c.one(['included', 'numbered']), 'VERB|VBD', 'root', [acl], [count(c, 'obj', false)]);
  }
}

function controlled(c: Chooser): Node {
  const to = (verb: string, after: readonly Node[]) =>
    node(verb, 'VERB|VB', 'xcomp', [node('to', 'PART|TO', 'mark')], after);
  switch (c.one([0, 1, 2, 3, 4])) {
    case 3:
      return node(
        c.one(['agreed', 'pledged', 'promised', 'planned']),
        'VERB|VBD',
        'root',
        [
          noun(c.one(['sides', 'leaders', 'groups', 'governments']), 'nsubj', [
            det('the'),
            node(c.one(['two', 'three']), 'NUM|CD', 'nummod'),
          ]),
        ],
        [
          to(c.one(['release', 'swap', 'free', 'protect']), [
            noun(c.one(['prisoners', 'hostages', 'civilians']), 'obj'),
          ]),
        ],
      );
    case 4: {
      const end = node('attacking', 'VERB|VBG', 'xcomp', [], [noun(c.one(victims), 'obj')]);
      return node(
        'called',
        'VERB|VBD',
        'root',
        [doerOrBody(c, 'nsubj')],
        [noun(c.one(doers), 'obl', [kase('on'), det('the')]), to(c.one(['stop', 'end']), [end])],
      );
    }
    case 0:
      return node(
        c.one(['threatened', 'vowed', 'refused', 'tried']),
        'VERB|VBD',
        'root',
        [doer(c, 'nsubj')],
        [to(c.one(['attack', 'kill', 'free', 'release']), [count(c, 'obj', false)])],
      );
    case 1:
      return node(
        c.one(['forced', 'ordered', 'allowed']),
        'VERB|VBD',
        'root',
        [doer(c, 'nsubj')],
        [noun(c.one(victims), 'obj'), to(c.one(['flee', 'leave', 'surrender']), [])],
      );
    default:
      return node(
        'accused',
        'VERB|VBD',
        'root',
        [doerOrBody(c, 'nsubj')],
        [
          doer(c, 'obj'),
          node(
            c.one(['killing', 'abducting', 'torturing', 'executing']),
            'VERB|VBG',
            'advcl',
            [node('of', 'SCONJ|IN', 'mark')],
            [count(c, 'obj', false), ...adjuncts(c)],
          ),
        ],
      );
  }
}

/** "have killed", "had been abducted": the perfect, active and passive. */
function perfect(c: Chooser): Node {
  const form = c.one(['have', 'had']);
  const aux = node(form, form === 'had' ? 'AUX|VBD' : 'AUX|VBP', 'aux');
  if (c.chance(0.5)) {
    const subject = noun(c.one(doers), 'nsubj', c.chance(0.5) ? [adj('armed')] : []);
    return node(c.one(past), 'VERB|VBN', 'root', [subject, aux], [count(c, 'obj'), ...adjuncts(c)]);
  }
  const by = c.chance(0.6) ? [agent(c)] : [];
  const verb = c.one([...past, 'displaced', 'evacuated']);
  const before = [count(c, 'nsubj:pass'), aux, node('been', 'AUX|VBN', 'aux:pass')];
  return node(verb, 'VERB|VBN', 'root', before, [...by, ...adjuncts(c)]);
}

/** "An attack on a village near Gao left at least 12 people dead", "clashes between rebels and soldiers killed five". */
function outcome(c: Chooser): Node {
  const onWhat = singular(
    c.one(['village', 'convoy', 'camp', 'market', 'mosque', 'base']),
    'nmod',
    [kase('on'), det('a')],
    c.chance(0.5) ? [name(c.one(towns), 'nmod', [kase('near')])] : [],
  );
  const others = noun(c.one(['soldiers', 'troops', 'villagers', 'forces']), 'conj', [node('and', 'CCONJ|CC', 'cc')]);
  const happening = c.one(['attack', 'raid', 'assault', 'strike', 'ambush']);
  const article = c.one([/^a/.test(happening) ? 'an' : 'a', 'the']);
  const what = c.chance(0.6)
    ? singular(happening, 'nsubj', [det(article)], [onWhat])
    : noun(c.one(['clashes', 'battles']), 'nsubj', [], [noun(c.one(doers), 'nmod', [kase('between')], [others])]);
  if (c.chance(0.5)) {
    const dead = c.chance(0.4) ? node(c.one(numerals), 'NUM|CD', 'obj') : count(c, 'obj', false);
    const state = node(c.one(['dead', 'wounded', 'missing']), 'ADJ|JJ', 'xcomp');
    return node('left', 'VERB|VBD', 'root', [what], [dead, state, ...adjuncts(c)]);
  }
  return node(
    c.one(['killed', 'wounded', 'injured', 'displaced']),
    'VERB|VBD',
    'root',
    [what],
    [count(c, 'obj'), ...adjuncts(c)],
  );
}

/** "The bodies of nine men were found", "no group has claimed responsibility for the attack". */
function aftermath(c: Chooser): Node {
  const attack = singular(c.one(['attack', 'bombing', 'raid', 'abduction']), 'nmod', [kase('for'), det('the')]);
  switch (c.one([0, 1, 2])) {
    case 0: {
      const bodies = noun('bodies', 'nsubj:pass', [det('the')], [front(count(c, 'nmod', false), kase('of'))]);
      return node(c.one(['found', 'discovered', 'buried']), 'VERB|VBN', 'root', [bodies, were()], adjuncts(c));
    }
    case 1:
      return node(
        'claimed',
        'VERB|VBN',
        'root',
        [singular('group', 'nsubj', [det('no')]), node('has', 'AUX|VBZ', 'aux')],
        [singular('responsibility', 'obj', [], [attack])],
      );
    default: {
      const of = singular(c.one(['army', 'government', 'group']), 'nmod', [kase('for'), det('the')]);
      const what = node(
        'attacked',
        'VERB|VBN',
        'ccomp',
        [node('that', 'SCONJ|IN', 'mark'), noun(c.one(doers), 'nsubj'), node('had', 'AUX|VBD', 'aux')],
        [noun(c.one(victims), 'obj')],
      );
      const who = singular('spokesman', 'nsubj', [det('a')], [of]);
      return node(c.one(['denied', 'confirmed']), 'VERB|VBD', 'root', [who], [what]);
    }
  }
}

/** "According to residents, ...". */
function accordingTo(c: Chooser): Node {
  const source = noun(c.one(['residents', 'officials', 'witnesses', 'survivors']), 'obl', [
    node('according', 'VERB|VBG', 'case', [], [node('to', 'ADP|IN', 'fixed')]),
  ]);
  return front(c.chance(0.5) ? active(c) : passive(c), source, punct(','));
}

/** One sentence of conflict reporting, with its tree. */
export function englishSentence(c: Chooser): Node {
  const root = c.one([
    active,
    active,
    active,
    passive,
    passive,
    passive,
    nominal,
    nominal,
    reported,
    reported,
    relative,
    controlled,
    perfect,
    perfect,
    outcome,
    outcome,
    aftermath,
    accordingTo,
  ])(c);
  return c.chance(0.9) ? behind(root, punct('.')) : root;
}
