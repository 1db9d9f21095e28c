import type { Period, PloverType } from '../../model/index.ts';
import { timesOfDeed } from '../claims/period.ts';
import { above, uposOf } from '../frames/index.ts';
import type { Time } from '../reading.ts';
import { datelineOf } from './dateline.ts';
import type { Deed } from './deed.ts';
import { type Scene, tokenAt } from './scene.ts';

/** Words of a sentence in front of which a time holds for all that follows. */
const opening = 3;

/** The times of a sentence, each with the deed that it dates (the nearest above it in the tree) or null. */
export function datedDeeds(scene: Scene, deeds: readonly Deed[]): Map<Time, Deed | null> {
  const { reading, tree, sayings } = scene;
  const dateline = datelineOf(reading.document.text).end;
  const dated = new Map<Time, Deed | null>();
  const free = timesOfDeed(reading, sayings);
  for (const time of reading.times) {
    if (time.period === null || time.role === 'since' || time.span.end <= dateline) continue;
    const token = tokenAt(scene, reading.words[time.from]?.start ?? 0);
    // "said on Thursday it had attacked": behind the verb of saying it is the day of the saying.
    if (!free.includes(time) && saidBefore(scene, time)) continue;
    const up = [token, ...above(tree, token)];
    const owner =
      up
        .map((word) => deeds.find(({ frame, noun }) => frame.word === word || noun?.word === word))
        .find((deed) => deed !== undefined) ?? null;
    // Inside "The army on Thursday condemned ... but said" the day is that of the deed above it.
    if (
      !free.includes(time) &&
      (owner === null || up.find((word) => uposOf(tree, word) === 'VERB') !== owner.frame.word)
    )
      continue;
    dated.set(time, owner);
  }
  return dated;
}

/** True for a time with a verb of saying close in front of it. */
function saidBefore({ reading, tree, sayings }: Scene, { from, next }: Time): boolean {
  const saying = sayings.find((one) => one.from <= from && next <= one.next);
  if (saying === undefined) return false;
  const { start } = reading.spanOf(saying.from, saying.next);
  const end = reading.words[from]?.start ?? start;
  const behind = tree.tokens.findLastIndex(({ span }) => span.end <= end);
  return tree.tokens
    .slice(Math.max(0, behind - 1), behind + 1)
    .some(({ upos, span }) => upos === 'VERB' && span.start >= start);
}

/** Acts of speech about other deeds. */
const aboutDeeds: ReadonlySet<PloverType> = new Set(['ACCUSE', 'REJECT']);

/** When a group of deeds happened: its own time, else one that opens the sentence, else the only one there is. */
export function momentOf(
  times: ReadonlyMap<Time, Deed | null>,
  group: readonly Deed[],
): { period: Period; time: Time } | null {
  // "condemned Monday's attack", "accused the army of killing herders last week": the day of what is spoken of.
  const speaks = group.every(({ entry }) => entry.type !== null && aboutDeeds.has(entry.type));
  const others = (time: Time) => {
    const owner = times.get(time) ?? null;
    return speaks && owner !== null && !group.includes(owner) && owner.frame.word > (group[0]?.frame.word ?? 0);
  };
  const all = [...times.keys()].filter((time) => !others(time));
  const own = all.find((time) => {
    const owner = times.get(time) ?? null;
    return owner !== null && group.includes(owner);
  });
  const first = own ?? all.find(({ from }) => from <= opening) ?? (all.length === 1 ? all[0] : undefined);
  // "In April ... on 9 April": the day is meant.
  const finer = all.find(
    ({ period }) =>
      period?.from?.length === 10 &&
      first?.period?.from != null &&
      first.period.from.length < 10 &&
      period.from.startsWith(first.period.from),
  );
  const found = finer ?? first;
  return found?.period == null ? null : { period: found.period, time: found };
}

/** True when two groups of deeds have times of their own that differ. */
export function differInTime(times: ReadonlyMap<Time, Deed | null>, a: readonly Deed[], b: readonly Deed[]): boolean {
  const own = (group: readonly Deed[]) =>
    [...times].find(([, owner]) => owner !== null && group.includes(owner))?.[0].period ?? null;
  const [x, y] = [own(a), own(b)];
  return x !== null && y !== null && (x.from !== y.from || x.to !== y.to);
}
