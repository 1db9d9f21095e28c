import type { Place, PlaceMention, Span } from '../../model/index.ts';
import { caseOf, dependants, headOfWord, lemmaOf, relationOf, uposOf } from '../frames/index.ts';
import { matchAt } from '../lexicon/index.ts';
import { placeNear } from '../where.ts';
import type { Deed } from './deed.ts';
import { type Scene, tokenAt } from './scene.ts';

const overlap = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

/** Prepositions that say where, or whereto for those who go. */
const locating = new Set([
  'in',
  'at',
  'near',
  'inside',
  'outside',
  'around',
  'across',
  'within',
  'to',
  'into',
  'on',
  'between',
  'over',
  'along',
  'à',
  'dans',
  'en',
  'sur',
  'près',
  'entre',
  'vers',
  'autour',
  'chez',
  'aux',
  'au',
  'lors',
]);

const finer: Readonly<Record<string, number>> = { exact: 0, near: 0, admin2: 1, admin1: 2, country: 3, region: 4 };

/**
 * Where a group of deeds happened: of the places that hang below its predicates, whether the phrase says "in" or is the
 * place attacked ("the village of Ogossagou"), the most precise; else what the words of the clause tell.
 */
export function placeOf(scene: Scene, group: readonly Deed[], clause: Span, not: readonly Span[]): Place | null {
  const { reading, tree } = scene;
  const words = new Set(group.flatMap(({ frame, noun }) => (noun === null ? [frame.word] : [frame.word, noun.word])));
  const found: { readonly mention: PlaceMention; readonly rank: number }[] = [];
  for (const mention of reading.places()) {
    if (not.some((span) => overlap(span, mention.span))) continue;
    const token = tokenAt(scene, mention.span.end - 1);
    const path = [token];
    for (let up = headOfWord(tree, token); up >= 0 && path.length < 8; up = headOfWord(tree, up)) path.push(up);
    const reached = path.findIndex((word) => words.has(word));
    if (reached === -1 || path.slice(0, reached).some((word) => uposOf(tree, word) === 'VERB')) continue;
    const led = path.slice(0, reached).some((word) => locating.has(caseOf(tree, word).split(' ')[0] ?? ''));
    const objects = path
      .slice(0, reached)
      .some(
        (word) =>
          ['obj', 'nsubj:pass', 'nmod', 'obl', 'appos'].includes(tree.tokens[word]?.deprel ?? '') ||
          relationOf(tree, word) === 'obl',
      );
    const origin = path.slice(0, reached).some((word) => ['from', 'with', 'against'].includes(caseOf(tree, word)));
    if (origin || (!led && !objects)) continue;
    found.push({ mention, rank: (led ? 0 : 0.5) + (finer[mention.place.precision ?? 'country'] ?? 3) });
  }
  const unknown = unknownPlace(scene, words);
  const best = Math.min(9, ...found.map(({ rank }) => rank));
  if (unknown !== null && best >= 2) {
    const within = found.find(({ mention }) => mention.place.countries.length === 1)?.mention.place.countries ?? [];
    return {
      text: unknown,
      name: null,
      admin1: null,
      countries: within,
      precision: null,
      latitude: null,
      longitude: null,
    };
  }
  found.sort((a, b) => a.rank - b.rank || a.mention.span.start - b.mention.span.start);
  return found[0]?.mention.place ?? placeNear(reading, clause, not);
}

/** Prepositions in front of a place and of little else. */
const strictly = new Set(['in', 'at', 'near', 'around', 'à', 'près', 'outside', 'autour', 'inside']);

/** "in Koshobe", "the village of Sobame Da": a name that stands where a place stands, though no gazetteer has it. */
function unknownPlace({ reading, tree, lexicon }: Scene, words: ReadonlySet<number>): string | null {
  for (let word = 0; word < tree.tokens.length; word++) {
    const token = tree.tokens[word];
    if (token?.upos !== 'PROPN' || relationOf(tree, word) === 'flat') continue;
    const held = (mention: { readonly span: Span }) => overlap(mention.span, token.span);
    if (reading.actors().some(held) || reading.places().some(held) || reading.times.some(held)) continue;
    const by = caseOf(tree, word).split(' ')[0] ?? '';
    const head = headOfWord(tree, word);
    const village =
      ['of', 'de'].includes(by) &&
      uposOf(tree, head) === 'NOUN' &&
      matchAt(tree, head, lexicon.cues.collective) !== null;
    if (!strictly.has(by) && !village) continue;
    const path: number[] = [];
    for (let up = head; up >= 0 && path.length < 6; up = headOfWord(tree, up)) path.push(up);
    const reached = path.findIndex((up) => words.has(up));
    if (reached === -1 || path.slice(0, reached).some((up) => uposOf(tree, up) === 'VERB')) continue;
    const parts = [word, ...dependants(tree, word, 'flat', 'compound')];
    const [from, next] = [Math.min(...parts), Math.max(...parts) + 1];
    const span = { start: tree.tokens[from]?.span.start ?? 0, end: tree.tokens[next - 1]?.span.end ?? 0 };
    return reading.document.text.slice(span.start, span.end);
  }
  return null;
}

/** True when a clause points at a place told before: "the city", "the same forest", "there". */
export function pointsBack(scene: Scene, clause: Span): boolean {
  const { tree, lexicon } = scene;
  return tree.tokens.some(
    (token, word) =>
      token.span.start >= clause.start &&
      token.span.end <= clause.end &&
      (lemmaOf(tree, word) === 'there' ||
        lemmaOf(tree, word) === 'y' ||
        matchAt(tree, word, lexicon.cues.collective) !== null) &&
      (token.upos !== 'NOUN' || locating.has(caseOf(tree, word).split(' ')[0] ?? '')) &&
      dependants(tree, word, 'nmod', 'appos').length === 0,
  );
}
