import {
  type Design,
  type Fitted,
  interaction,
  intercept,
  ljungBox,
  NotEstimable,
  negativeBinomial,
  neweyWest,
  poissonModel,
  rateRatio,
  season,
} from '../stats/index.ts';

/** A ratio of rates with its 95 % interval, or why there is none. */
export interface Ratio {
  readonly model: 'exact' | 'negative binomial' | 'quasi-Poisson' | 'Newey-West';
  /** What the model allows for beside the change. */
  readonly allowsFor: readonly ('season' | 'control' | 'correlation over time')[];
  /** Infinity: something after nothing; null: not estimable. */
  readonly ratio: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Why there is no figure, as a sentence. */
  readonly refused: string | null;
}

/** Monthly counts to compare; all lists have a value a month. */
export interface Compared {
  readonly counts: readonly number[];
  /** Days of each month. */
  readonly days: readonly number[];
  /** 1 after (or in the place asked for), 0 before (or in the other place). */
  readonly after: readonly number[];
  /** Place of each month in the order of time. */
  readonly time: readonly number[];
  /** 1 for the place asked for, 0 for the control; null: no control. */
  readonly treated: readonly number[] | null;
}

/** Months that a season needs: two whole years, else it cannot be told from the change. */
const seasonMonths = 24;

const estimated = (
  model: Ratio['model'],
  allowsFor: Ratio['allowsFor'],
  values: Pick<Ratio, 'ratio' | 'low' | 'high'>,
) => ({
  model,
  allowsFor,
  ...values,
  refused: null,
});

const refusal = (model: Ratio['model'], allowsFor: Ratio['allowsFor'], refused: string): Ratio => ({
  model,
  allowsFor,
  ratio: null,
  low: null,
  high: null,
  refused,
});

/** The exact ratio of two counts; a refusal where nothing was counted at all. */
export function exactRatio(
  after: { readonly count: number; readonly time: number },
  before: { readonly count: number; readonly time: number },
): Ratio {
  if (after.count + before.count === 0)
    return refusal('exact', [], 'Nothing was counted on either side: there is nothing to compare.');
  const { ratio, low, high } = rateRatio(after, before);
  return estimated('exact', [], { ratio, low, high });
}

export interface Modelled {
  readonly ratios: readonly Ratio[];
  readonly warnings: readonly string[];
}

/**
 * The ratio by regression of monthly counts on days of exposure: negative binomial, or where the counts vary no more than
 * chance quasi-Poisson; with a season over two years, with a control the ratio beyond the control's own. Where what is left
 * is correlated over time, also with the errors of Newey & West.
 */
export function modelledRatio(compared: Compared): Modelled {
  const { counts, days, after, time, treated } = compared;
  const level = { name: 'level', values: after };
  const seasonal = new Set(time).size >= seasonMonths;
  const design: Design = [
    intercept(counts.length),
    level,
    ...(seasonal ? season(time, 12) : []),
    ...(treated === null
      ? []
      : [{ name: 'group', values: treated }, interaction({ name: 'group', values: treated }, level)]),
  ];
  const allowsFor = [...(seasonal ? (['season'] as const) : []), ...(treated === null ? [] : (['control'] as const))];
  const at = treated === null ? 1 : design.length - 1;
  try {
    const { model, name } = fitted(design, counts, days);
    const found = model.coefficients[at];
    if (found === undefined) throw new RangeError(`no coefficient ${at}`);
    const ratios: Ratio[] = [
      estimated(name, allowsFor, {
        ratio: Math.exp(found.value),
        low: Math.exp(found.low),
        high: Math.exp(found.high),
      }),
    ];
    const correlated = correlationOf(model, compared);
    if (correlated === null) return { ratios, warnings: [] };
    // Two places in one model: the order of its rows is not that of time.
    if (treated === null && new Set(time).size === time.length) {
      const error = neweyWest(model, { lag: null, adjust: true }).errors[at] ?? Number.NaN;
      const reach = ((found.high - found.low) / 2 / found.error) * error;
      const end = (value: number) => Math.exp(found.value + value);
      const wide = { ratio: Math.exp(found.value), low: end(-reach), high: end(reach) };
      ratios.push(estimated('Newey-West', [...allowsFor, 'correlation over time'], wide));
    }
    return { ratios, warnings: [correlated] };
  } catch (error) {
    if (error instanceof NotEstimable)
      return { ratios: [refusal('negative binomial', allowsFor, error.message)], warnings: [] };
    throw error;
  }
}

function fitted(
  design: Design,
  counts: readonly number[],
  exposure: readonly number[],
): { model: Fitted; name: 'negative binomial' | 'quasi-Poisson' } {
  try {
    return { model: negativeBinomial(design, counts, { exposure }), name: 'negative binomial' };
  } catch (error) {
    if (!(error instanceof NotEstimable)) throw error;
    // Where the Poisson model fails too, its sentence says why.
    return { model: poissonModel(design, counts, { exposure, quasi: true }), name: 'quasi-Poisson' };
  }
}

/** Below this p value what is left counts as correlated over time. */
const leastP = 0.05;

/** Caution where the residuals of the place asked for are correlated over time (Ljung-Box), or null. */
function correlationOf(model: Fitted, { counts, treated }: Compared): string | null {
  const residuals = counts
    .map((count, i) => {
      const mean = model.fitted[i] ?? 1;
      return (count - mean) / Math.sqrt(mean);
    })
    .filter((_, i) => treated === null || treated[i] === 1);
  const lag = Math.min(10, Math.floor(residuals.length / 5));
  if (lag < 1) return null;
  try {
    const { p } = ljungBox(residuals, lag);
    return p < leastP
      ? `months that follow one another are alike even after the change is taken out (Ljung-Box, ${lag} lags, p ${p < 0.001 ? '< 0.001' : p.toFixed(3)}): intervals that take them as independent are too narrow`
      : null;
  } catch (error) {
    if (error instanceof NotEstimable) return null;
    throw error;
  }
}
