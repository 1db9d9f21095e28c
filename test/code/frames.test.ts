import { describe, expect, it } from 'vitest';
import { nounFrame, treeOf, verbFrame } from '../../src/code/frames/index.ts';
import { tokensOf } from './trees.ts';

/** The frame of one word with its arguments as words. */
function frameOf(rows: string, form: string, kind: 'verb' | 'noun' = 'verb') {
  const tree = treeOf(tokensOf(rows));
  const at = tree.tokens.findIndex((token) => token.form === form);
  const frame = kind === 'verb' ? verbFrame(tree, at) : nounFrame(tree, at);
  const words = (all: readonly number[]) => all.map((word) => tree.tokens[word]?.form);
  return {
    voice: frame.voice,
    subjects: words(frame.subjects),
    objects: words(frame.objects),
    obliques: frame.obliques.map(({ by, word }) => `${by} ${tree.tokens[word]?.form}`),
  };
}

describe('frames of verbs', () => {
  it('finds who does it to whom in an active clause', () => {
    const rows = `
      Gunmen gunman NOUN 2 nsubj Number=Plur
      attacked attack VERB 0 root Tense=Past|VerbForm=Fin
      the the DET 4 det
      village village NOUN 2 obj
      on on ADP 6 case
      Monday Monday PROPN 2 obl`;
    expect(frameOf(rows, 'attacked')).toEqual({
      voice: 'active',
      subjects: ['Gunmen'],
      objects: ['village'],
      obliques: ['on Monday'],
    });
  });

  it('turns passives round, with and without an agent', () => {
    const rows = `
      Soldiers soldier NOUN 3 nsubj:pass
      were be AUX 3 aux:pass
      killed kill VERB 0 root VerbForm=Part|Voice=Pass
      by by ADP 5 case
      rebels rebel NOUN 3 obl:agent`;
    expect(frameOf(rows, 'killed')).toMatchObject({ voice: 'passive', subjects: ['rebels'], objects: ['Soldiers'] });
    const agentless = rows.split('\n').slice(0, 4).join('\n');
    expect(frameOf(agentless, 'killed')).toMatchObject({ subjects: [], objects: ['Soldiers'] });
  });

  it('lends the subject to a coordinated verb and the auxiliary to a coordinated participle', () => {
    const active = `
      Police police NOUN 2 nsubj
      beat beat VERB 0 root Tense=Past|VerbForm=Fin
      and and CCONJ 4 cc
      arrested arrest VERB 2 conj Tense=Past|VerbForm=Fin
      students student NOUN 4 obj`;
    expect(frameOf(active, 'arrested')).toMatchObject({ subjects: ['Police'], objects: ['students'] });
    const passive = `
      Two two NUM 3 nsubj:pass
      were be AUX 3 aux:pass
      killed kill VERB 0 root Tense=Past|VerbForm=Part|Voice=Pass
      and and CCONJ 7 cc
      six six NUM 6 nummod
      others other NOUN 7 nsubj
      wounded wound VERB 3 conj Tense=Past|VerbForm=Fin`;
    expect(frameOf(passive, 'wounded')).toMatchObject({ voice: 'passive', subjects: [], objects: ['others'] });
  });

  it('keeps the members of a list apart, and an apposition out of it', () => {
    const listed = `
      Soldiers soldier NOUN 4 nsubj
      and and CCONJ 3 cc
      mercenaries mercenary NOUN 1 conj
      fled flee VERB 0 root Tense=Past|VerbForm=Fin`;
    expect(frameOf(listed, 'fled').subjects).toEqual(['Soldiers', 'mercenaries']);
    const apposed = `
      envoy envoy NOUN 4 nsubj
      , , PUNCT 3 punct
      Chambas Chambas PROPN 1 conj
      spoke speak VERB 0 root Tense=Past|VerbForm=Fin`;
    expect(frameOf(apposed, 'spoke').subjects).toEqual(['envoy']);
  });

  it('gives relative clauses and participles the noun they belong to', () => {
    const relative = `
      men man NOUN 0 root
      who who PRON 3 nsubj PronType=Rel
      attacked attack VERB 1 acl:relcl Tense=Past|VerbForm=Fin
      a a DET 5 det
      base base NOUN 3 obj`;
    expect(frameOf(relative, 'attacked')).toMatchObject({ subjects: ['men'], objects: ['base'] });
    const participle = `
      fighters fighter NOUN 0 root
      killed kill VERB 1 acl Tense=Past|VerbForm=Part|Voice=Pass
      in in ADP 4 case
      raid raid NOUN 2 obl`;
    expect(frameOf(participle, 'killed')).toMatchObject({ voice: 'passive', objects: ['fighters'] });
  });

  it('follows control: whoever is ordered is the doer, and so is whoever attacks "killing" others', () => {
    const ordered = `
      General general NOUN 2 nsubj
      ordered order VERB 0 root Tense=Past|VerbForm=Fin
      troops troops NOUN 2 obj
      to to PART 5 mark
      fire fire VERB 2 xcomp VerbForm=Inf`;
    expect(frameOf(ordered, 'fire').subjects).toEqual(['troops']);
    const accused = `
      Witnesses witness NOUN 2 nsubj
      accused accuse VERB 0 root Tense=Past|VerbForm=Fin
      guards guard NOUN 2 obj
      of of SCONJ 5 mark
      firing fire VERB 2 advcl VerbForm=Ger`;
    expect(frameOf(accused, 'firing').subjects).toEqual(['guards']);
    const killing = `
      Gunmen gunman NOUN 2 nsubj
      stormed storm VERB 0 root Tense=Past|VerbForm=Fin
      it it PRON 2 obj
      , , PUNCT 5 punct
      killing kill VERB 2 advcl VerbForm=Ger
      ten ten NUM 5 obj`;
    expect(frameOf(killing, 'killing')).toMatchObject({ subjects: ['Gunmen'], objects: ['ten'] });
  });

  it('reads the French perfect as active and the agent behind "par"', () => {
    const active = `
      soldats soldat NOUN 3 nsubj
      avaient avoir AUX 3 aux:tense Tense=Imp
      renversé renverser VERB 0 root Tense=Past|VerbForm=Part
      le le DET 5 det
      président président NOUN 3 nsubj:pass`;
    expect(frameOf(active, 'renversé')).toMatchObject({
      voice: 'active',
      subjects: ['soldats'],
      objects: ['président'],
    });
    const passive = `
      président président NOUN 4 nsubj:pass
      a avoir AUX 4 aux:tense
      été être AUX 4 aux:pass
      arrêté arrêter VERB 0 root Tense=Past|VerbForm=Part|Voice=Pass
      par par ADP 6 case
      militaires militaire NOUN 4 obl:agent`;
    expect(frameOf(passive, 'arrêté')).toMatchObject({ subjects: ['militaires'], objects: ['président'] });
  });
});

describe('frames of nouns', () => {
  it('names the prepositions and the possessor', () => {
    const rows = `
      the the DET 2 det
      killing killing NOUN 0 root
      of of ADP 4 case
      villagers villager NOUN 2 nmod
      by by ADP 6 case
      rebels rebel NOUN 2 nmod`;
    expect(frameOf(rows, 'killing', 'noun').obliques).toEqual(['of villagers', 'by rebels']);
    const poss = `
      France France PROPN 3 nmod:poss
      's 's PART 1 case
      withdrawal withdrawal NOUN 0 root`;
    expect(frameOf(poss, 'withdrawal', 'noun').obliques).toEqual(['poss France']);
  });
});

describe('trees', () => {
  it('come to an end where heads go round in a circle', () => {
    const rows = `
      a a NOUN 2 nsubj
      b b VERB 3 advcl
      c c VERB 2 advcl`;
    expect(frameOf(rows, 'b').subjects).toEqual(['a']);
  });
});
