import type { Filters } from '../model/index.ts';

/** What can be counted. */
export const measures = ['events', 'deaths', 'civilians'] as const;
export type Measure = (typeof measures)[number];

/** A measure as the axis of a figure names it. */
export const measureNames: Readonly<Record<Measure, string>> = {
  events: 'events',
  deaths: 'people killed (best estimate)',
  civilians: 'civilians killed (best estimate)',
};

/** Filters as people say them: "ASSAULT in MLI, Mopti, by or against JNIM, from 2021-01-01 to 2023-12-31". */
export function filtersText({ country, admin1, actor, type, from, to }: Filters): string {
  const where = country === null ? 'all countries' : country;
  const parts = [
    `${type ?? 'all events'} in ${admin1 === null ? where : `${admin1}, ${where}`}`,
    ...(actor === null ? [] : [`with ${actor} on a side`]),
    ...(from === null && to === null
      ? []
      : [[from === null ? '' : `from ${from}`, to === null ? '' : `to ${to}`].join(' ').trim()]),
  ];
  return parts.join(', ');
}

/** A number with separators. */
export const counted = (n: number): string => Math.round(n).toLocaleString('en');

/** "1 event", "2 events". */
export const plural = (n: number, one: string, many = `${one}s`): string => `${counted(n)} ${n === 1 ? one : many}`;
