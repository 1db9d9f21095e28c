import { above, dependants, featOf, relationOf, uposOf } from '../frames/index.ts';
import { matchAt } from '../lexicon/index.ts';
import type { Discourse, Scene } from '../reports/index.ts';
import { type Actors, actorsOf } from './actors.ts';
import type { ActorCoder, Dyad, DyadOptions, Happening } from './dyad.ts';
import { happeningsIn } from './happenings.ts';
import { isMutual } from './mirror.ts';
import type { DyadWords } from './words.ts';

/** The dyads of one sentence: those of its main clauses; where these have none, those of its other clauses and its nouns. */
export function dyadsOf(
  scene: Scene,
  discourse: Discourse,
  words: DyadWords,
  codesOf: ActorCoder,
  options: DyadOptions = {},
): Dyad[] {
  const { tree } = scene;
  const actors = actorsOf(scene, discourse, codesOf);
  const happenings = happeningsIn(scene, words, actors, options);
  const isVerb = (at: number) =>
    uposOf(tree, at) === 'VERB' ||
    (uposOf(tree, at) === 'ADJ' && (matchAt(tree, at, words.govern) ?? matchAt(tree, at, words.own)) !== null);
  const all = tree.tokens.map((_, at) => at);
  // What governs comes before what it governs.
  const verbs = all
    .filter(isVerb)
    .map((at) => ({ at, depth: above(tree, at).length }))
    .sort((a, b) => a.depth - b.depth || a.at - b.at);
  const main: Dyad[] = [];
  const other: Dyad[] = [];
  for (const { at } of verbs) {
    const happening = happenings.isTaken(at) ? null : happenings.atVerb(at);
    if (happening !== null) (isMain(scene, at) ? main : other).push(...pairs(scene, happening, actors));
  }
  if (main.length > 0) return distinct(main);
  if (other.length > 0) return distinct(other);
  const nouns = all.filter((at) => uposOf(tree, at) === 'NOUN').map((at) => happenings.atNoun(at));
  return distinct(nouns.flatMap((happening) => (happening === null ? [] : pairs(scene, happening, actors))));
}

/** In a main clause or one told or joined to it; not in a relative clause, a condition, a "while". */
function isMain({ tree }: Scene, at: number): boolean {
  return ![at, ...above(tree, at)].some((up) => {
    const relation = relationOf(tree, up);
    const closed = featOf(tree, up, 'VerbForm') === 'Fin' || dependants(tree, up, 'mark').length > 0;
    return relation === 'acl' || (relation === 'advcl' && closed);
  });
}

/** Every doer with every target; each with each where a mutual deed has no target. */
function pairs(
  { reading, tree }: Scene,
  { sources, targets, code, weis, back, frame, why: reasons }: Happening,
  { wordsOf }: Actors,
): Dyad[] {
  const span = {
    start: tree.tokens[frame.from]?.span.start ?? reading.sentence.span.start,
    end: tree.tokens[frame.next - 1]?.span.end ?? reading.sentence.span.end,
  };
  const between = (from: readonly string[], to: readonly string[], deed: string) =>
    from.flatMap((source) =>
      to
        .filter((target) => target !== source)
        .map((target): Dyad => {
          const words = { source: wordsOf(source), target: wordsOf(target) };
          const code = amongDissent(source, target, deed);
          const why = [
            ...reasons,
            ...(code === deed ? [] : [`${code}: ${deed} with protesters on one side`]),
            `${source}: "${words.source}"`,
            `${target}: "${words.target}"`,
          ];
          return { source, target, words, code, weis, span, why };
        }),
    );
  if (targets.length > 0)
    return [...between(sources, targets, code), ...(back === null ? [] : between(targets, sources, back))];
  return isMutual(code) ? between(sources, sources, code) : [];
}

const isDissent = (actor: string) => actor.endsWith('OPP');
const isState = (actor: string) => /^[A-Z]{3}(GOV|MIL|COP)?$/.test(actor);
/** Blows and destruction, not armed attacks of a kind of their own. */
const isRough = (code: string) => ['170', '171', '175', '180', '182', '190'].some((kind) => code.startsWith(kind));

/** Rough deeds of protesters are riots, those of a state against them repression (codebook, 145 and 175). */
function amongDissent(source: string, target: string, code: string): string {
  if (!isRough(code)) return code;
  if (isDissent(source)) return '145';
  return isDissent(target) && isState(source) ? '175' : code;
}

function distinct(dyads: readonly Dyad[]): Dyad[] {
  const byCodes = new Map<string, Dyad>();
  for (const dyad of dyads) {
    const key = `${dyad.source} ${dyad.target} ${dyad.code}`;
    if (!byCodes.has(key)) byCodes.set(key, dyad);
  }
  return [...byCodes.values()];
}
