import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { look } from './look.ts';

/** A figure's middle part: SVG of its own, and its height. */
export interface Plotted {
  readonly svg: string;
  readonly height: number;
}

/** Draws a plot without a browser, in the look of every figure. */
export function plotted(options: Plot.PlotOptions & { readonly height: number }): Plotted {
  const { document } = parseHTML('<!doctype html><html></html>');
  const drawn = Plot.plot({
    ...options,
    document: document as unknown as NonNullable<Plot.PlotOptions['document']>,
    className: 'griot',
    style: { fontFamily: 'inherit', fontSize: `${look.size.small}px`, color: look.ink },
  });
  // A plot alone in the document needs no style sheet of its own, which would name colours of its own.
  for (const sheet of drawn.querySelectorAll('style')) sheet.remove();
  return { svg: drawn.outerHTML, height: options.height };
}
