import type { Claim, Estimate, Period, Report } from '../model/index.ts';

/** Words for values, the same on every screen: "6-8", "at least 12", "March 2022", "not stated". */
export const notStated = 'not stated';

const number = (n: number) => n.toLocaleString('en');

/** "12", "6 to 8", "at least 12", "up to 20", "at most 20", "about 20", "not stated". */
export function estimateText(estimate: Estimate | null): string {
  if (estimate === null) return notStated;
  const { low, best, high } = estimate;
  if (low !== null && high !== null) return low === high ? number(low) : `${number(low)} to ${number(high)}`;
  if (low !== null) return `at least ${number(low)}`;
  if (high !== null) return `${best === null ? 'at most' : 'up to'} ${number(high)}`;
  return best === null ? notStated : `about ${number(best)}`;
}

const months = 'January February March April May June July August September October November December'.split(' ');

/** An ISO prefix as people write it: "27 March 2022", "March 2022", "2022". */
export function prefixText(prefix: string): string {
  const [year, month, day] = prefix.split('-');
  const name = month === undefined ? '' : `${months[Number(month) - 1]} `;
  return `${day === undefined ? '' : `${Number(day)} `}${name}${year}`;
}

/** "27 March 2022", "27 March 2022 to 31 March 2022", "since 2013", "until June 2020", "not stated". */
export function periodText(period: Period | null): string {
  if (period === null || (period.from === null && period.to === null)) return notStated;
  if (period.from === null) return `until ${prefixText(period.to ?? '')}`;
  if (period.to === null) return `since ${prefixText(period.from)}`;
  return period.from === period.to ? prefixText(period.from) : `${prefixText(period.from)} to ${prefixText(period.to)}`;
}

const measures: Readonly<Record<Claim['of'], string>> = {
  events: 'events',
  fatalities: 'people killed',
  civilianFatalities: 'civilians killed',
  injured: 'people wounded',
  personnel: 'personnel',
  displaced: 'people displaced',
  accounts: 'accounts',
  money: 'money',
  other: 'other',
};

/** What a claim says, in one line. */
export function claimText(claim: Claim): string {
  const size =
    claim.percent !== null
      ? `${claim.direction === 'down' ? '−' : '+'}${bounded(claim, `${claim.percent} %`)}`
      : claim.factor !== null
        ? bounded(claim, `${claim.factor} times`)
        : claim.direction !== null && claim.value === null
          ? `a ${claim.direction === 'up' ? 'rise' : 'fall'} of no stated size`
          : null;
  const value =
    claim.value === null ? null : `${estimateText(claim.value)} ${claim.unit}${claim.per ? ` per ${claim.per}` : ''}`;
  const versus = versusText(claim);
  const since = claim.since === null ? '' : `, since ${claim.since.text}`;
  const period = claim.period === null ? '' : `, ${periodText(claim.period)}`;
  const place = claim.place === null ? '' : `, ${claim.place.name ?? claim.place.text}`;
  return `${claim.kind} of ${measures[claim.of]}: ${[size, value, versus].filter((part) => part !== null).join(', ') || notStated}${place}${period}${since}`;
}

function versusText({ versus }: Claim): string | null {
  if (versus === undefined) return null;
  switch (versus.kind) {
    case 'whole':
      return `${estimateText(versus.percent)} % of all ${measures[versus.of]}`;
    case 'rank':
      return `no other ${versus.unit} surpasses it`;
    case 'place':
      return `compared with ${versus.place.name ?? versus.place.text}`;
    default:
      return versus satisfies never;
  }
}

function bounded({ size }: Claim, text: string): string {
  if (size === null || (size.low !== null && size.high !== null)) return text;
  if (size.low !== null) return `${text} or more`;
  return size.high === null ? `about ${text}` : `${text} or less`;
}

/** Who says so, as text. */
export const sayer = ({ by }: Pick<Claim, 'by'>): string => by?.name ?? by?.text ?? 'the document itself';

/** Parties as "source → target"; sides without a direction as "A – B". */
export function partiesText({ source, target }: Pick<Report, 'source' | 'target'>): string {
  if (target.length === 0) return sideText(source).replaceAll(', ', ' – ') || notStated;
  return `${sideText(source) || notStated} → ${sideText(target)}`;
}

/** The names of one side, each once; '' where none is stated. */
export const sideText = (side: Report['source']): string =>
  [...new Set(side.map(({ actor, text }) => actor ?? text))].join(', ');
