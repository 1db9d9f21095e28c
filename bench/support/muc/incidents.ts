import type { Participant, Report } from '../../../src/model/index.ts';
import { fold } from '../../../src/text/index.ts';
import { quoteOf } from '../coding.ts';
import type { Role } from './gold.ts';
import { headOfFill, names, weaponsIn } from './phrases.ts';

export const incidentTypes = ['ATTACK', 'BOMBING', 'KIDNAPPING', 'ARSON', 'ROBBERY', 'FORCED WORK STOPPAGE'] as const;
export type IncidentType = (typeof incidentTypes)[number];

/** Reports taken for one incident of a document. */
export interface Incident {
  readonly type: IncidentType;
  readonly reports: readonly Report[];
}

const bombs = new Set(['explosives', 'suicide-attack', 'aerial', 'drone']);
const says = (report: Report, words: RegExp) => words.test(fold(quoteOf(report)));

const irregular = ({ sector }: Participant) => sector === 'rebel' || sector === 'militia' || sector === 'unknown';

/**
 * MUC incident type of a report. ASSAULT by its mode: abduct KIDNAPPING; explosives and bombs from the air BOMBING;
 * destroy or primitive by fire ARSON; the rest ATTACK, artillery included. COERCE seize that is robbing or stealing by
 * irregulars is ROBBERY, a strike that armed groups impose FORCED WORK STOPPAGE, violence that they threaten with an
 * ATTACK (its stage would be THREATENED). Null: no incident of these kinds.
 */
export function incidentTypeOf(report: Report): IncidentType | null {
  const { type, mode, source, target } = report;
  if (type === 'ASSAULT') {
    if (mode === 'abduct') return 'KIDNAPPING';
    if (mode !== null && bombs.has(mode)) return 'BOMBING';
    const burns = (mode === 'destroy' || mode === 'primitive') && says(report, /\b(burn\w*|fire|torch\w*|arson\w*)\b/);
    return burns ? 'ARSON' : 'ATTACK';
  }
  const byIrregulars = source.some(irregular);
  if (type === 'COERCE' && mode === 'seize' && byIrregulars && says(report, /\b(robb\w*|stole\w*|steal\w*|loot\w*)\b/))
    return 'ROBBERY';
  if (type === 'PROTEST' && mode === 'strike' && source.some(({ sector }) => sector === 'rebel'))
    return 'FORCED WORK STOPPAGE';
  return type === 'THREATEN' && mode === 'violence' && byIrregulars && target.length > 0 ? 'ATTACK' : null;
}

const fighters = new Set(['military', 'rebel', 'militia']);
const forces = new Set(['military', 'police', 'igo']);
const unarmed = new Set(['civilian', 'government', 'media', 'ngo', 'igo']);

/**
 * Whether MUC asks for it: not denied or only planned, no fight of armed forces among themselves, and not more than two
 * months older than the text (the rules of the task). Police and officials count as targets, soldiers do not; forces of
 * the state are asked for only where they harm people without arms. A fight that names nothing harmed is none.
 */
export function isAsked(report: Report, published: string | null): boolean {
  if (report.status !== 'asserted' && report.status !== 'alleged') return false;
  const suffered = report.target.length > 0 ? report.target : report.source.length > 1 ? report.source : [];
  if (suffered.length > 0 && suffered.every(({ sector }) => fighters.has(sector))) return false;
  const byState = report.source.length > 0 && report.source.every(({ sector }) => forces.has(sector));
  if (byState && !report.target.some(({ sector }) => unarmed.has(sector))) return false;
  const harm = [report.killed, report.injured, report.abducted].some((count) => count !== null);
  if (report.target.length === 0 && !harm && !(report.mode !== null && bombs.has(report.mode))) return false;
  const end = report.when?.to ?? null;
  if (end === null || published === null) return true;
  const limit = new Date(`${published}T00:00:00Z`);
  limit.setUTCMonth(limit.getUTCMonth() - 2);
  return end >= limit.toISOString().slice(0, end.length);
}

/**
 * Reports of a document to incidents: a report joins the last incident of its type that neither its place nor its time
 * contradicts; a harm without means also joins a bombing or a fire so ("a bomb went off ... two people died").
 */
export function incidentsOf(reports: readonly Report[], published: string | null): Incident[] {
  const incidents: { type: IncidentType; reports: Report[] }[] = [];
  for (const report of reports) {
    const type = incidentTypeOf(report);
    if (type === null || !isAsked(report, published)) continue;
    const follows = (other: IncidentType) =>
      other === type || (type === 'ATTACK' && report.mode === null && (other === 'BOMBING' || other === 'ARSON'));
    const known = incidents.findLast(
      (incident) => follows(incident.type) && incident.reports.every((other) => agree(report, other)),
    );
    if (known === undefined) incidents.push({ type, reports: [report] });
    else known.reports.push(report);
  }
  return incidents;
}

/** No contradiction: places of one name, or one not known closer than a division; periods that meet. */
function agree(a: Report, b: Report): boolean {
  const point = ({ place }: Report) =>
    place === null || (place.precision !== 'exact' && place.precision !== 'near')
      ? null
      : fold(place.name ?? place.text);
  const [here, there] = [point(a), point(b)];
  if (here !== null && there !== null && here !== there) return false;
  const begins = (x: Report['when'], y: Report['when']) =>
    x?.from == null || y?.to == null || x.from.slice(0, y.to.length) <= y.to;
  return begins(a.when, b.when) && begins(b.when, a.when);
}

/** The dead of a document: of each incident the highest count that a report of it gives. Null: no report counts any. */
export function killedIn(incidents: readonly Incident[]): number | null {
  const counts = incidents.flatMap(({ reports }) => {
    const said = reports.flatMap(({ killed }) => killed?.best ?? killed?.low ?? []);
    return said.length === 0 ? [] : [Math.max(...said)];
  });
  return counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0);
}

/**
 * Doers as people or bodies. Bodies are named actors, acronyms and nouns of standing bodies ("army"); a nameless group
 * or column is people, as the templates have it; "FMLN guerrillas" are people of a body that is named.
 */
function perpetrators(doer: Participant): { readonly people: string | null; readonly body: string | null } {
  const head = headOfFill(doer.text);
  if (names(head, 'body') || /^\p{Lu}{2,}$/u.test(doer.text.replace(/^the /i, '')))
    return { people: null, body: doer.text };
  if (doer.actor === null) return { people: doer.text, body: null };
  // A head in small letters is a noun of people, and the capitals in front of it name their body.
  const people = new RegExp(`\\b${head}\\b`).test(doer.text);
  if (!people) return { people: null, body: doer.text };
  const named = doer.text.match(/\p{Lu}[\p{L}.'-]*(?:\s+\p{Lu}[\p{L}.'-]*)*/u)?.[0] ?? null;
  return { people: doer.text, body: named };
}

/** People: somebody of a known sort without arms or a policeman, or a name; soldiers are no victims to MUC. */
const isVictim = ({ text, sector }: Participant): boolean =>
  !fighters.has(sector) &&
  (sector !== 'unknown' || /^(?:the |a |an )?(?:\p{L}+\. )?\p{Lu}/u.test(text) || /\d/.test(text));

/** What fills each role of a document, each as its alternatives: mentions with one head are one fill. */
export function rolesOf(incidents: readonly Incident[]): Readonly<Record<Role, readonly (readonly string[])[]>> {
  const found: Record<Role, Map<string, string[]>> = {
    perp_individual: new Map(),
    perp_org: new Map(),
    target: new Map(),
    victim: new Map(),
    weapon: new Map(),
  };
  const add = (role: Role, text: string | null, actor: string | null = null) => {
    if (text === null || text === '') return;
    const key = actor ?? headOfFill(text);
    found[role].set(key, [...(found[role].get(key) ?? []), text]);
  };
  for (const report of incidents.flatMap(({ reports }) => reports)) {
    for (const doer of report.source) {
      const { people, body } = perpetrators(doer);
      add('perp_individual', people);
      add('perp_org', body, doer.actor);
    }
    for (const party of report.target) {
      if (names(headOfFill(party.text), 'property')) add('target', party.text);
      else if (isVictim(party)) add('victim', party.text);
    }
    if (report.type === 'ASSAULT') for (const weapon of weaponsIn(quoteOf(report))) add('weapon', weapon);
  }
  return {
    perp_individual: [...found.perp_individual.values()],
    perp_org: [...found.perp_org.values()],
    target: [...found.target.values()],
    victim: [...found.victim.values()],
    weapon: [...found.weapon.values()],
  };
}
