import { fold } from '../../text/index.ts';
import type { Facts } from './facts.ts';

/**
 * The independent source that each report rests on: who is named as saying so; else the publisher, one for all copies
 * of an article; else the data set. Ten papers that quote one ministry are one source, and so is a text that gives
 * another publication of the event as where it has it from.
 */
export function independent(facts: readonly Facts[]): ReadonlyMap<Facts, string> {
  // Texts of one site, and copies of one text on several, are one publisher: the first name met stands for all.
  const publisher = new Map<string, string>();
  for (const { told } of facts) {
    if (told.origin.kind !== 'document') continue;
    const { site, copies } = told.origin;
    const keys = [`text ${copies}`, ...(site === null ? [] : [`site ${fold(site)}`])];
    const [known = keys[0] as string, ...others] = new Set(keys.flatMap((key) => publisher.get(key) ?? []));
    for (const key of keys) publisher.set(key, known);
    if (others.length === 0) continue;
    for (const [key, value] of publisher) if (others.includes(value)) publisher.set(key, known);
  }
  return new Map(
    facts.map((one) => {
      const { origin } = one.told;
      if (one.speaker !== null) return [one, publisher.get(`site ${one.speaker}`) ?? `says ${one.speaker}`];
      return [one, origin.kind === 'dataset' ? `data ${origin.name}` : (publisher.get(`text ${origin.copies}`) ?? '')];
    }),
  );
}
