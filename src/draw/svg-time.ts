import * as Plot from '@observablehq/plot';
import type { TimeChart, TimePoint } from '../model/index.ts';
import { look } from './look.ts';
import { shortNumber, wholeTicks } from './numbers.ts';
import { type Plotted, plotted } from './plotted.ts';
import { largest } from './terminal-time.ts';

/** Height of a panel in CSS pixels, its title included. */
const panelHeight = 150;
/** Intervals of more bars than this would be a thicket. */
const mostWhiskers = 150;

const day = (iso: string) => new Date(`${iso}T00:00:00Z`);

/** Panels of bars over a common scale, hatched where nothing is covered. */
export function timePlot({ panels, unit }: TimeChart, width: number): Plotted {
  const points = panels.flatMap((panel, at) => panel.points.map((point) => ({ ...point, panel: at })));
  const whiskers = Math.max(0, ...panels.map((panel) => panel.points.length)) <= mostWhiskers;
  const levels = panels.flatMap((panel, at) => panel.levels.map((level) => ({ ...level, panel: at })));
  const marks = panels.flatMap((panel, at) => panel.marks.map((mark) => ({ ...mark, panel: at })));
  const top = Math.max(
    largest(panels, ({ value, high }) => (whiskers ? Math.max(value ?? 0, high ?? 0) : value)),
    ...levels.map(({ value }) => value),
  );
  const ticks = wholeTicks(top);
  const most = ticks.at(-1) ?? 1;
  const ranged = whiskers ? points.filter(({ low, high }) => low !== null && high !== null && high > low) : [];
  const x = (point: Pick<TimePoint, 'from' | 'to'>) => ({ x1: day(point.from), x2: day(point.to) });
  return plotted({
    width,
    height: panels.length * panelHeight + 40,
    marginLeft: 48,
    marginRight: 8,
    marginTop: 24,
    marginBottom: 28,
    x: { type: 'utc', label: null },
    y: { domain: [0, most], ticks, tickFormat: shortNumber, label: null },
    fy: { domain: panels.map((_, i) => i), axis: null, padding: 0.22 },
    marks: [
      Plot.gridY(ticks, { stroke: look.hairline, strokeOpacity: 1 }),
      Plot.rect(
        points.filter(({ value }) => value === null),
        { fy: 'panel', x1: (p) => x(p).x1, x2: (p) => x(p).x2, y1: 0, y2: most, inset: 0, fill: 'url(#hatch)' },
      ),
      Plot.rect(
        marks.filter(({ low, high }) => low !== null && high !== null),
        {
          fy: 'panel',
          x1: (m) => day(m.low),
          x2: (m) => day(m.high),
          y1: 0,
          y2: most,
          fill: look.fitted,
          fillOpacity: 0.15,
        },
      ),
      Plot.rect(
        points.filter(({ value }) => value !== null),
        {
          fy: 'panel',
          x1: (p) => x(p).x1,
          x2: (p) => x(p).x2,
          y1: 0,
          y2: 'value',
          fill: look.data,
          insetLeft: 0.25,
          insetRight: 0.25,
        },
      ),
      Plot.ruleX(ranged, {
        fy: 'panel',
        x: (p) => new Date((day(p.from).getTime() + day(p.to).getTime()) / 2),
        y1: 'low',
        y2: 'high',
        stroke: look.ink,
        strokeOpacity: 0.6,
      }),
      Plot.link(levels, {
        fy: 'panel',
        x1: (l) => day(l.from),
        x2: (l) => day(l.to),
        y1: 'value',
        y2: 'value',
        stroke: look.fitted,
        strokeWidth: 2,
      }),
      Plot.ruleX(marks, {
        fy: 'panel',
        x: (m) => day(m.at),
        y1: 0,
        y2: most,
        stroke: look.fitted,
        strokeDasharray: '3,2',
      }),
      Plot.text(marks, {
        fy: 'panel',
        x: (m) => day(m.at),
        y: most,
        text: 'label',
        textAnchor: 'start',
        dx: 4,
        dy: 6,
        fill: look.fitted,
      }),
      Plot.ruleY([0], { stroke: look.ink }),
      Plot.text(
        panels.map(({ title }, panel) => ({ title, panel })),
        {
          fy: 'panel',
          text: ({ title, panel }) => (panel === 0 ? `${title}  (${unit})` : title),
          frameAnchor: 'top-left',
          dy: -14,
          fontWeight: 600,
          fontSize: look.size.text,
          lineAnchor: 'bottom',
          lineWidth: Number.POSITIVE_INFINITY,
        },
      ),
    ],
  });
}
