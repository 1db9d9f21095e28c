import type { Fill } from '../match.ts';
import { normalised } from './phrases.ts';

/** A string slot's fill; `of` names the fill that it describes. */
interface Slot {
  readonly alts: readonly string[];
  readonly optional?: boolean | null;
}

export interface Template {
  readonly optional: boolean;
  /** Several are alternatives. */
  readonly type: readonly string[];
  readonly instrument: readonly Slot[];
  readonly perp_ind: readonly Slot[];
  readonly perp_org: readonly Slot[];
  readonly phys_tgt: readonly Slot[];
  readonly victims: readonly {
    readonly mentions: readonly string[];
    readonly optional?: boolean | null;
    readonly effect?: readonly string[];
  }[];
  readonly killed: { readonly any: boolean; readonly count: number | null };
}

export interface MucRow {
  readonly doc_id: string;
  readonly dateline_date: string | null;
  readonly text_truecased: string;
  readonly templates: readonly Template[];
}

export const roles = ['perp_individual', 'perp_org', 'target', 'victim', 'weapon'] as const;
export type Role = (typeof roles)[number];

const slotsOf: Readonly<Record<Role, (template: Template) => readonly Slot[]>> = {
  perp_individual: ({ perp_ind }) => perp_ind,
  perp_org: ({ perp_org }) => perp_org,
  target: ({ phys_tgt }) => phys_tgt,
  victim: ({ victims }) => victims.map(({ mentions, optional }) => ({ alts: mentions, optional: optional ?? false })),
  weapon: ({ instrument }) => instrument,
};

/** The fills of one role, pooled over the document: what several templates name is one fill, required if one asks it. */
export function fillsOf({ templates }: MucRow, role: Role): Fill[] {
  const pooled: { alts: Set<string>; names: Set<string>; optional: boolean }[] = [];
  for (const template of templates)
    for (const { alts, optional } of slotsOf[role](template)) {
      const names = alts.map(normalised).filter((name) => name !== '');
      if (names.length === 0) continue;
      const neutral = template.optional || optional === true;
      const known = pooled.find((fill) => names.some((name) => fill.names.has(name)));
      if (known === undefined) pooled.push({ alts: new Set(alts), names: new Set(names), optional: neutral });
      else {
        for (const alt of alts) known.alts.add(alt);
        for (const name of names) known.names.add(name);
        known.optional &&= neutral;
      }
    }
  return pooled.map(({ alts, optional }) => ({ alts: [...alts], optional }));
}

/** The victims who died. */
export const deadOf = ({ templates }: MucRow): Fill[] =>
  templates.flatMap(({ victims, optional: whole }) =>
    victims.flatMap(({ mentions, optional, effect }) =>
      effect?.includes('DEATH') ? [{ alts: mentions, optional: whole || optional === true }] : [],
    ),
  );

/** The incident types of a document, each once; those of optional templates alone are optional. */
export function typesOf({ templates }: MucRow): Fill[] {
  const fills = new Map<string, Fill>();
  for (const { type, optional } of templates) {
    const key = [...type].sort().join('|');
    fills.set(key, { alts: type, optional: optional && (fills.get(key)?.optional ?? true) });
  }
  return [...fills.values()];
}

/** The dead of a document, where every incident with dead has a count; null: not known. */
export function killedOf({ templates }: MucRow): number | null {
  const deadly = templates.filter(({ optional, killed }) => !optional && killed.any);
  if (deadly.length === 0 || deadly.some(({ killed }) => killed.count === null)) return null;
  return deadly.reduce((sum, { killed }) => sum + (killed.count ?? 0), 0);
}
