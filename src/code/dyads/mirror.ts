/**
 * CAMEO says in its roots for appeals, intents, demands, refusals and threats what is appealed for, intended ...: `023`
 * appeals for the aid of `07`, `103` demands it, `122` refuses it (codebook 1.1b3, chapters 2, 3, 10, 12, 13).
 */
const mirrors: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '02': { '03': '020', '04': '026', '05': '022', '06': '021', '07': '023', '08': '025', '09': '021', '045': '028' },
  '03': { '04': '036', '05': '032', '06': '031', '07': '033', '08': '035', '045': '039' },
  '10': { '03': '100', '04': '106', '05': '102', '06': '101', '07': '103', '08': '105', '09': '1014', '045': '108' },
  '12': { '04': '125', '05': '120', '06': '121', '07': '122', '08': '124', '045': '126', '03': '120', '057': '127' },
  '13': {
    '14': '133',
    '16': '131',
    '161': '1313',
    '162': '1311',
    '163': '1312',
    '164': '134',
    '166': '136',
    '17': '137',
  },
};

/** What a root makes of the deed that hangs below its word; null: CAMEO has no such event ("intends to attack"). */
export function mirrored(root: string, inner: string): string | null {
  if (root === '13')
    return harms.has(inner.slice(0, 2))
      ? (mirrors['13']?.[inner.slice(0, 3)] ?? mirrors['13']?.[inner.slice(0, 2)] ?? '138')
      : '130';
  if (root === '03' && inner.startsWith('09')) return inner;
  if (root === '03' && isHarm(inner)) return mirrored('13', inner);
  const under = mirrors[root];
  if (under === undefined) return null;
  return under[inner.slice(0, 3)] ?? under[inner.slice(0, 2)] ?? null;
}

const harms = new Set(['13', '14', '15', '16', '17', '18', '19', '20']);

/** Deeds that do harm: told by the one they befall, they are an accusation; by the one who did them, an admission. */
export const isHarm = (code: string): boolean => ['17', '18', '19', '20'].includes(code.slice(0, 2));

/** Deeds that two sides do with each other. */
export const isMutual = (code: string): boolean => ['03', '04', '05', '06', '19'].includes(code.slice(0, 2));

/** Deeds that are promised when they are still to come, and refused when they are denied. */
export const isYielded = (code: string): boolean => ['04', '05', '06', '07', '08'].includes(code.slice(0, 2));
