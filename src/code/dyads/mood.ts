import { childrenOf, dependants, lemmaOf, relationOf } from '../frames/index.ts';
import { matchAt } from '../lexicon/index.ts';
import type { Scene } from '../reports/index.ts';
import type { Happening } from './dyad.ts';
import { isHarm, isYielded, mirrored } from './mirror.ts';

/**
 * A deed in the mood of its verb: what is denied is refused (root 12), what is to come intended (03) or threatened (13)
 * where CAMEO has such a code; null for what is supposed, or denied and no refusal.
 */
export function inMood(scene: Scene, at: number, happening: Happening): Happening | null {
  if (isSupposed(scene, at)) return null;
  const { code } = happening;
  const as = (root: string, mood: string) => {
    const turned = mirrored(root, code) ?? code;
    return { ...happening, code: turned, why: [...happening.why, `${turned}: ${mood}`] };
  };
  if (isNegated(scene, at)) return isYielded(code) || code.startsWith('03') ? as('12', 'it is denied') : null;
  if (!isFuture(scene, at)) return happening;
  if (isYielded(code)) return as('03', 'it is still to come');
  return isHarm(code) ? as('13', 'it is still to come') : happening;
}

const isNegated = ({ tree, lexicon }: Scene, at: number): boolean =>
  childrenOf(tree, at).some(
    (child) =>
      ['advmod', 'aux', 'det', 'cc'].includes(relationOf(tree, child)) &&
      matchAt(tree, child, lexicon.cues.negator) !== null,
  );

const isFuture = ({ tree }: Scene, at: number): boolean =>
  dependants(tree, at, 'aux').some((child) => ['will', 'shall', 'would', "'ll"].includes(lemmaOf(tree, child)));

const isSupposed = ({ tree, lexicon }: Scene, at: number): boolean =>
  dependants(tree, at, 'mark').some(
    (child) => matchAt(tree, child, lexicon.cues.conditional)?.effect === 'if' && lemmaOf(tree, child) !== 'since',
  );
