import type {
  Actor,
  Attribution,
  Claim,
  ClaimValues,
  Decision,
  Participant,
  Place,
  Report,
  ReportValues,
  SettledPlace,
} from '../model/index.ts';
import { nameWords } from '../text/index.ts';
import type { OpenRecord } from './open.ts';
import { currentIds } from './successors.ts';

/** What people decided, laid over what was read: reports and claims pass through it as they leave the record. */
export interface Overlay {
  /** Nothing was decided that changes a value: everything leaves as it was read. */
  readonly none: boolean;
  /** The report as it stands; null: somebody rejected it. */
  report(report: Report): Report | null;
  claim(claim: Claim): Claim | null;
  party(party: Participant): Participant;
  rejects(id: string): boolean;
  /** What was set right in a report or a claim. */
  valuesOf(id: string): ReportValues & ClaimValues;
  /** Reports and claims that were rejected or corrected. */
  readonly touched: ReadonlySet<string>;
}

/** Articles that a name may be written with. */
const articles = new Set(['the', 'le', 'la', 'les', 'l']);

/** What names are compared by: case, accents, punctuation and a leading article set aside. */
export function nameAsKey(name: string): string {
  const words = nameWords(name).map(({ folded }) => folded);
  return (words.length > 1 && articles.has(words[0] ?? '') ? words.slice(1) : words).join(' ');
}

/** A decision with the id that its subject has now; null: no report takes its place since the text was coded anew. */
export interface Current {
  readonly decision: Decision;
  readonly subject: string | null;
}

/**
 * Lays decisions, the oldest first, over reports and claims. Names as written are settled first, corrections stand above
 * them, merged actors come last: who is corrected to be B is A as well once B is A.
 */
export function overlayOf(decisions: readonly Current[]): Overlay {
  const actors = new Map<string, Actor>();
  const places = new Map<string, SettledPlace>();
  const merged = new Map<string, Actor>();
  const rejected = new Set<string>();
  const values = new Map<string, ReportValues & ClaimValues>();
  for (const { decision, subject } of decisions) {
    if (is(decision, 'actor-is')) for (const { name, actor } of decision.data.names) actors.set(nameAsKey(name), actor);
    else if (is(decision, 'place-is'))
      for (const { name, place } of decision.data.names) places.set(nameAsKey(name), place);
    else if (is(decision, 'same-actor')) merged.set(decision.data.merged.name, decision.data.keep);
    else if (subject === null) continue;
    else if (is(decision, 'accept')) rejected.delete(subject);
    else if (is(decision, 'reject')) rejected.add(subject);
    else if (is(decision, 'correct'))
      values.set(subject, { ...values.get(subject), ...(decision.data.values as ReportValues & ClaimValues) });
  }

  const actorNamed = byKey(actors);
  const placeNamed = byKey(places);
  const keeper = (name: string): Actor | null => {
    let found = merged.get(name) ?? null;
    const seen = new Set([name]);
    while (found !== null && !seen.has(found.name)) {
      seen.add(found.name);
      found = merged.get(found.name) ?? found;
    }
    return found;
  };

  const settled = (party: Participant): Participant => {
    const actor = actorNamed(party.text);
    return actor === null ? party : { ...party, ...asParty(actor) };
  };
  const joined = (party: Participant): Participant => {
    // A data set's side has a name and no actor.
    const actor = keeper(party.actor ?? party.text);
    return actor === null ? party : { ...party, ...asParty(actor) };
  };
  const named = (by: Attribution | null): Attribution | null => {
    const actor = by === null ? null : actorNamed(by.text);
    return by === null || actor === null ? by : { ...by, name: actor.name };
  };
  const joinedName = (by: Attribution | null): Attribution | null => {
    const actor = by === null ? null : keeper(by.name ?? by.text);
    return by === null || actor === null ? by : { ...by, name: actor.name };
  };
  const placed = (place: Place | null): Place | null => {
    const found = place === null ? null : (placeNamed(place.text) ?? (place.name && placeNamed(place.name)) ?? null);
    return place === null || !found ? place : { text: place.text, ...found };
  };

  return {
    none: actors.size + places.size + merged.size + rejected.size + values.size === 0,
    party: (party) => joined(settled(party)),
    rejects: (id) => rejected.has(id),
    valuesOf: (id) => values.get(id) ?? {},
    touched: new Set([...rejected, ...values.keys()]),
    report(report) {
      if (rejected.has(report.id)) return null;
      const read =
        actors.size + places.size === 0
          ? report
          : {
              ...report,
              source: report.source.map(settled),
              target: report.target.map(settled),
              // A row has its place from its data set, not from its words.
              place: report.provenance.kind === 'row' ? report.place : placed(report.place),
              by: named(report.by),
            };
      const corrected = values.has(report.id) ? { ...read, ...(values.get(report.id) as ReportValues) } : read;
      if (merged.size === 0) return corrected;
      const { source, target, by } = corrected;
      return { ...corrected, source: source.map(joined), target: target.map(joined), by: joinedName(by) };
    },
    claim(claim) {
      if (rejected.has(claim.id)) return null;
      const actor = claim.actor === null ? null : (actorNamed(claim.actor)?.name ?? claim.actor);
      const read =
        actors.size + places.size === 0 ? claim : { ...claim, actor, place: placed(claim.place), by: named(claim.by) };
      const corrected = values.has(claim.id) ? { ...read, ...(values.get(claim.id) as ClaimValues) } : read;
      if (merged.size === 0) return corrected;
      const kept = corrected.actor === null ? null : keeper(corrected.actor);
      return { ...corrected, actor: kept?.name ?? corrected.actor, by: joinedName(corrected.by) };
    },
  };
}

/** Narrows a decision to a kind. */
export function is<Kind extends Decision['kind']>(decision: Decision, kind: Kind): decision is Decision<Kind> {
  return decision.kind === kind;
}

const asParty = ({ name, sector, country }: Actor) => ({ actor: name, sector, country });

/** Looks names up by their keys, each spelling once. */
function byKey<T>(map: ReadonlyMap<string, T>): (name: string) => T | null {
  if (map.size === 0) return () => null;
  const known = new Map<string, T | null>();
  return (name) => {
    let found = known.get(name);
    if (found === undefined) {
      found = map.get(nameAsKey(name)) ?? null;
      known.set(name, found);
    }
    return found;
  };
}

/** The overlay of the decisions that stand. */
export async function readOverlay(record: OpenRecord): Promise<Overlay> {
  return overlayOf(await readSubjects(record));
}

/** The decisions that stand, the oldest first, each with what it is about in the present coding. */
export async function readSubjects(record: OpenRecord): Promise<Current[]> {
  const rows = await record.database.all<{ seq: number; json: string }>(
    'SELECT seq, json FROM decisions WHERE undone IS NULL ORDER BY seq',
  );
  const decisions = rows.map(({ seq, json }) => ({ seq, decision: JSON.parse(json) as Decision }));
  const judging = decisions.flatMap(({ seq, decision: { data } }) =>
    'subject' in data ? [{ id: data.subject.id as string, seq }] : [],
  );
  const current = (await currentIds(record, judging)).values();
  return decisions.map(({ decision }) => ({
    decision,
    subject: 'subject' in decision.data ? (current.next().value ?? null) : null,
  }));
}
