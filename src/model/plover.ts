/** PLOVER event types (Open Event Data Alliance, PLOVER manual, 2021 revision). */
export const ploverTypes = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const;

export type PloverType = (typeof ploverTypes)[number];

export function isPloverType(text: string): text is PloverType {
  return (ploverTypes as readonly string[]).includes(text);
}
