import { headOfWord, relationOf, uposOf } from '../frames/index.ts';
import type { Time } from '../reading.ts';
import type { Deed } from './deed.ts';
import { differInTime } from './moment.ts';
import type { Party } from './party.ts';
import type { Scene } from './scene.ts';

/** Deeds of one sentence that tell one happening: "killed and wounded when gunmen opened fire". */
export type Group = Deed[];

const violent = ({ entry }: Deed) => entry.type === 'ASSAULT' && entry.mode !== 'abduct';

/** Puts the deeds of a sentence together by happening, in the order of the text. */
export function groupsOf(scene: Scene, deeds: readonly Deed[], times: ReadonlyMap<Time, Deed | null>): Group[] {
  const groups: Group[] = [];
  for (const deed of deeds) {
    const group = groups.find((one) => belongs(scene, one, deed, times));
    if (group === undefined) groups.push([deed]);
    else group.push(deed);
  }
  // Moving troops is part of the attack that they make.
  return groups.filter(
    (group) =>
      !(
        group[0]?.entry.type === 'MOBILIZE' &&
        groups.some(
          (other) =>
            other[0] !== undefined &&
            violent(other[0]) &&
            shared(
              group.flatMap((d) => d.source),
              other.flatMap((d) => d.source),
            ),
        )
      ),
  );
}

function belongs(scene: Scene, group: Group, deed: Deed, times: ReadonlyMap<Time, Deed | null>): boolean {
  const [first] = group;
  if (first === undefined) return false;
  // "threatened to attack": the menace and what it is made with are one.
  if (first.entry.type === 'THREATEN' && deed.stand.standing === 'threatened' && deed.stand.cue === first.frame.word)
    return true;
  if (first.entry.type !== deed.entry.type || first.stand.standing !== deed.stand.standing) return false;
  if (violent(first) && violent(deed)) {
    if (differInTime(times, group, [deed])) return false;
    // Who is attacked in one and attacks in the other fights back: another happening.
    const doers = group.flatMap(({ source }) => source);
    const done = group.flatMap(({ target }) => target);
    if (shared(deed.source, done) || shared(deed.target, doers)) return false;
    // Two doers, both named, that are not one: two happenings.
    const named = (all: readonly Party[]) =>
      all.filter(({ loose, pronoun, actor, human }) => !loose && (!pronoun || actor !== null) && human);
    const [a, b] = [named(doers), named(deed.source)];
    if (a.length > 0 && b.length > 0 && !shared(a, b)) return false;
    const counts = (one: Deed) => one.entry.fate === 'killed' && one.target.length > 0;
    const rival =
      counts(deed) &&
      group.some((one) => counts(one) && one.entry.fate === deed.entry.fate && !shared(one.target, deed.target));
    return !(rival && (deed.frame.kind === 'noun' || !together(scene, group, deed)));
  }
  if (first.entry.mode !== deed.entry.mode) return false;
  const sameDoers = deed.source.length === 0 || first.source.length === 0 || shared(deed.source, first.source);
  return (
    deed.frame.kind === 'noun' && sameDoers && first.frame.from <= deed.frame.word && deed.frame.word < first.frame.next
  );
}

/** True when one deed is coordinated with or hangs below another of the group. */
function together({ tree }: Scene, group: Group, deed: Deed): boolean {
  const words = group.map(({ frame }) => frame.word);
  const head = headOfWord(tree, deed.frame.word);
  return (relationOf(tree, deed.frame.word) === 'conj' || uposOf(tree, head) === 'VERB') && words.includes(head);
}

const key = ({ actor, text, pronoun, word }: Party) =>
  pronoun && actor === null ? `#${word}` : (actor ?? text.toLowerCase());

/** True when two lists name somebody in common, by word or by known name. */
export const shared = (a: readonly Party[], b: readonly Party[]): boolean =>
  a.some((one) => b.some((other) => one.word === other.word || key(one) === key(other)));
