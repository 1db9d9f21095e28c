import {
  type Alternative,
  autocorrelations,
  bandwidth,
  binaryWeights,
  chapman,
  countInterval,
  countP,
  crps,
  type Design,
  durbinWatson,
  type Fitted,
  geary,
  hawkes,
  hawkesLogLikelihood,
  heteroscedastic,
  hotSpots,
  ignorance,
  interaction,
  intercept,
  intervalScore,
  kendallTrend,
  kernelDensity,
  ljungBox,
  localMoran,
  logLinear,
  meanBreaks,
  moran,
  negativeBinomial,
  neweyWest,
  optimalPartition,
  ordinary,
  poissonModel,
  rateRatio,
  rateRatioP,
  rowWeights,
  scan,
  scoreInterval,
  season,
  shareInterval,
  shareP,
  supF,
} from '../../src/stats/index.ts';
import { type Golden, type GoldenCase, listOf, numberOf, numbersOf } from './golden.ts';

type Input = GoldenCase['input'];
type Method = (input: Input, golden: GoldenCase) => { readonly [name: string]: unknown };

/** Our answer to a golden case, under the names of its output; keyed by the start of the case's id. */
const methods: Readonly<Record<string, Method>> = {
  'poisson-ratio': (input) => {
    const [x1 = 0, x2 = 0] = numbersOf(input.x);
    const [t1 = 1, t2 = 1] = numbersOf(input.T);
    const alternative = alternativeOf(input.alternative);
    const after = { count: x1, time: t1 };
    const before = { count: x2, time: t2 };
    const { ratio, low, high } = rateRatio(after, before, given(input.conf, 0.95), alternative);
    return { rateRatio: ratio, ci: [low, high], p: rateRatioP(after, before, given(input.r, 1), alternative) };
  },
  'poisson-one-sample': (input) => {
    const count = numberOf(input.x);
    const time = given(input.T, 1);
    const alternative = alternativeOf(input.alternative);
    const { low, high } = countInterval(count, given(input.conf, 0.95), alternative);
    const p = countP(count, time * given(input.r, 1), alternative);
    return { rate: count / time, ci: [low / time, high / time], p };
  },
  'binom-exact': (input) => {
    const [x, n] = [numberOf(input.x), numberOf(input.n)];
    const alternative = alternativeOf(input.alternative);
    const { low, high } = shareInterval(x, n, given(input.conf, 0.95), alternative);
    return { share: x / n, ci: [low, high], p: shareP(x, n, given(input.p, 0.5), alternative) };
  },
  'prop-wilson': (input) => {
    const [x, n] = [numberOf(input.x), numberOf(input.n)];
    const { low, high } = scoreInterval(x, n, given(input.conf, 0.95));
    return { share: x / n, ci: [low, high] };
  },
  'nb-before-after': (input) => {
    const model = negativeBinomialOf(input, ['post']);
    const rateRatioCI = model.waldCI[1]?.map((end) => Math.exp(end));
    return { ...model, rateRatio: Math.exp(model.coef[1] ?? Number.NaN), rateRatioCI };
  },
  'nb-its-level': (input) => negativeBinomialOf(input, ['t', 'post']),
  'nb-its-level-slope': (input) => negativeBinomialOf(input, ['t', 'post', 'tp']),
  'nb-its-seasonal-offset': (input) => {
    const wave = season(numbersOf(input.t), given(input.period, 12)).map((column, i) => ({
      ...column,
      name: `${i === 0 ? 'sin' : 'cos'}(2 * pi * t/${given(input.period, 12)})`,
    }));
    return negativeBinomialOf(input, ['t', 'post', 'tp'], wave, numbersOf(input.e));
  },
  'nb-controlled-its': (input) => {
    const both = interaction(column(input, 'grp'), column(input, 'post'));
    return negativeBinomialOf(input, ['grp', 'post'], [both]);
  },
  'quasipoisson-its': (input) => {
    const model = poissonModel(designOf(input, ['t', 'post', 'tp']), numbersOf(input.y), { quasi: true });
    return { ...table(model), deviance: model.deviance, dispersion: model.dispersion, df: model.df };
  },
  'poisson-neweywest': (input, { rCall }) => {
    const model = poissonModel(designOf(input, ['t', 'post']), numbersOf(input.y));
    const robust = neweyWestOf(model, input, rCall);
    return {
      coef: table(model).coef,
      modelSE: table(model).se,
      nwSE: robust.errors,
      nwCov: robust.covariance,
      hc0SE: heteroscedastic(model).errors,
      deviance: model.deviance,
    };
  },
  'ols-neweywest': (input, { rCall }) => {
    const y = numbersOf(input.y).map((count) => Math.log(count + 1));
    const model = ordinary(designOf(input, ['t', 'post', 'tp']), y);
    const { coef, se } = table(model);
    const nwSE = neweyWestOf(model, input, rCall).errors;
    return { coef, se, nwSE, r2: model.rSquared, durbinWatson: durbinWatson(model.residuals) };
  },
  'ljung-box': (input) => {
    const [x, lag] = [numbersOf(input.x), numberOf(input.lag)];
    return { acf: autocorrelations(x, lag), ...ljungBox(x, lag) };
  },
  'kendall-trend': (input) => kendallTrend(numbersOf(input.y)),
  'bai-perron': (input, { output }) => {
    const { models, best } = meanBreaks(numbersOf(input.y), given(input.h, 0.15));
    const shown = listOf(output.byM).length;
    return {
      optimal: best.breaks,
      rss: models.map(({ squares }) => squares),
      bic: models.map(({ bic }) => bic),
      byM: models.slice(1, 1 + shown).map(({ breaks }) => breaks),
    };
  },
  'sup-f': (input) => {
    const { statistic, after, p } = supF(numbersOf(input.y), given(input.from, 0.15));
    return { supF: statistic, breakpoint: after, p };
  },
  'optimal-partition-poisson': (input) => partition(input, 'poisson'),
  'optimal-partition-normal': (input) => partition(input, 'normal'),
  moran: (input) => {
    const { value, ...rest } = moran(numbersOf(input.x), rowWeights(neighbours(input)));
    return { I: value, ...rest };
  },
  geary: (input) => {
    const { value, ...rest } = geary(numbersOf(input.x), rowWeights(neighbours(input)));
    return { C: value, ...rest };
  },
  'local-moran': (input) => {
    const places = localMoran(numbersOf(input.x), rowWeights(neighbours(input)));
    const name = { high: 'High', low: 'Low' };
    return {
      Ii: places.map(({ value }) => value),
      E: places.map(({ expectation }) => expectation),
      Var: places.map(({ variance }) => variance),
      Z: places.map(({ z }) => z),
      p: places.map(({ p }) => p),
      quadrant: places.map(({ quadrant }) =>
        quadrant
          .split('-')
          .map((side) => name[side as 'high' | 'low'])
          .join('-'),
      ),
    };
  },
  'getis-ord-gstar': (input) => ({
    z: hotSpots(numbersOf(input.x), binaryWeights(neighbours(input), true)).map(({ z }) => z),
  }),
  'getis-ord-g': (input) => ({
    z: hotSpots(numbersOf(input.x), binaryWeights(neighbours(input))).map(({ z }) => z),
  }),
  kde2d: (input) => {
    const [x, y] = [numbersOf(input.x), numbersOf(input.y)];
    const [h1 = 1, h2 = 1] = numbersOf(input.h);
    const [xl = 0, xu = 1, yl = 0, yu = 1] = numbersOf(input.lims);
    const found = kernelDensity(x, y, { bandwidths: [h1, h2], lines: given(input.n, 25), limits: [xl, xu, yl, yu] });
    return { gx: found.x, gy: found.y, z: found.values, bandwidthNrd: [bandwidth(x), bandwidth(y)] };
  },
  'kulldorff-scan': (input) => {
    const [y, population, cases] = [numbersOf(input.y), numbersOf(input.population), numbersOf(input.cases)];
    const sites = numbersOf(input.x).map((x, i) => ({
      x,
      y: y[i] ?? 0,
      population: population[i] ?? 0,
      cases: cases[i] ?? 0,
    }));
    const found = scan(sites);
    return {
      llr: found.logRatio,
      members: found.members.map((i) => i + 1),
      cases: found.cases,
      expected: found.expected,
      rr: found.relativeRisk,
    };
  },
  'hawkes-exp': (input) => {
    const [times, horizon] = [numbersOf(input.times), numberOf(input.T)];
    const [base = 1, branching = 0, decay = 1] = numbersOf(input.at);
    const { logLikelihood, ...best } = hawkes(times, horizon);
    return {
      loglikAt: hawkesLogLikelihood(times, horizon, { base, branching, decay }),
      mle: { mu: best.base, alpha: best.branching, beta: best.decay },
      loglikMax: logLikelihood,
    };
  },
  chapman: (input) => {
    const { size, error, low, high } = chapman(numberOf(input.n1), numberOf(input.n2), numberOf(input.m));
    return { N: size, se: error, ci: [low, high] };
  },
  loglinear: (input, { output }) => {
    const names = Object.keys(input).filter((name) => /^L\d+$/.test(name));
    const cells = numbersOf(input.n).map((count, i) => ({
      count,
      lists: names.map((name) => numbersOf(input[name])[i] === 1),
    }));
    return { models: listOf(output.models).map((model) => logLinearOf(model, names, cells)) };
  },
  'forecast-scores': (input) => {
    const sample = numbersOf(input.samples);
    const scores = numbersOf(input.observations).map((y) => ({
      y,
      crps: crps(sample, y),
      ign: ignorance(sample, y),
      mis: intervalScore(sample, y),
    }));
    return { scores };
  },
};

/** The method whose name the id of a case begins with, the longest of them; null when there is none. */
export function methodOf({ id }: GoldenCase): Method | null {
  const [name] = Object.keys(methods)
    .filter((start) => id.startsWith(start))
    .sort((a, b) => b.length - a.length);
  return name === undefined ? null : (methods[name] ?? null);
}

const given = (value: Golden | undefined, otherwise: number): number =>
  value === undefined || value === null ? otherwise : numberOf(value);

const alternativeOf = (value: Golden | undefined): Alternative =>
  value === 'greater' || value === 'less' ? value : 'two-sided';

const neighbours = (input: Input): number[][] =>
  listOf(input.neighbours).map((list) => numbersOf(list).map((i) => i - 1));

const column = (input: Input, name: string) => ({ name, values: numbersOf(input[name]) });

const designOf = (input: Input, names: readonly string[]): Design => [
  { ...intercept(numbersOf(input.y).length), name: '(Intercept)' },
  ...names.map((name) => column(input, name)),
];

const table = ({ coefficients }: Fitted) => ({
  names: coefficients.map(({ name }) => name),
  coef: coefficients.map(({ value }) => value),
  se: coefficients.map(({ error }) => error),
  waldCI: coefficients.map(({ low, high }) => [low, high]),
  stat: coefficients.map(({ statistic }) => statistic),
  p: coefficients.map(({ p }) => p),
});

function negativeBinomialOf(input: Input, names: readonly string[], more: Design = [], exposure?: number[]) {
  const design = [...designOf(input, names), ...more];
  const model = negativeBinomial(design, numbersOf(input.y), exposure === undefined ? {} : { exposure });
  return {
    ...table(model),
    deviance: model.deviance,
    theta: model.theta,
    seTheta: model.thetaError,
    twoLogLik: 2 * model.logLikelihood,
    aic: model.aic,
  };
}

const neweyWestOf = (model: Fitted, input: Input, rCall: string) =>
  neweyWest(model, {
    lag: numberOf(input.lag),
    prewhite: !/prewhite\s*=\s*(FALSE|F\b|0)/.test(rCall),
    adjust: /adjust\s*=\s*(TRUE|T\b)/.test(rCall),
  });

const partition = (input: Input, kind: 'poisson' | 'normal') => {
  const series = numbersOf(input.y);
  const { changes, objective } = optimalPartition(series, kind, given(input.pen, 2 * Math.log(series.length)));
  return { changepoints: changes, objective };
};

/** The terms of the right side of a formula of R made of names, +, *, : and ( … )^k, in R's order. */
function termsOf(formula: string): string[][] {
  const right = formula.split('~')[1] ?? '';
  const terms: string[][] = [];
  const add = (term: readonly string[]) => {
    if (!terms.some((one) => one.length === term.length && term.every((name) => one.includes(name))))
      terms.push([...term]);
  };
  const addSubsets = (names: readonly string[], most: number, of: readonly string[] = []) => {
    if (of.length > 0) add(of);
    if (of.length === most) return;
    names.forEach((name, i) => {
      addSubsets(names.slice(i + 1), most, [...of, name]);
    });
  };
  const namesIn = (text: string, by: string) => text.split(by).map((name) => name.trim());
  const power = /\(([^)]*)\)\s*\^\s*(\d+)/.exec(right);
  if (power !== null) addSubsets(namesIn(power[1] ?? '', '+'), Number(power[2]));
  for (const part of namesIn(right.replace(power?.[0] ?? '', ''), '+').filter((text) => text !== '')) {
    if (part.includes(':')) add(namesIn(part, ':'));
    else addSubsets(namesIn(part, '*'), Number.POSITIVE_INFINITY);
  }
  return terms.sort((a, b) => a.length - b.length);
}

function logLinearOf(model: Golden, names: readonly string[], cells: Parameters<typeof logLinear>[0]) {
  const formula = String((model as { formula: Golden }).formula);
  const terms = termsOf(formula);
  const dependent = terms.filter((term) => term.length > 1).map((term) => term.map((name) => names.indexOf(name)));
  const found = logLinear(cells, dependent);
  const label = (term: readonly string[]) => term.map((name) => `list ${names.indexOf(name) + 1}`).join(' and ');
  const rows = ['intercept', ...terms.map(label)].map((name) => found.coefficients.find((row) => row.name === name));
  return {
    formula,
    coef: rows.map((row) => row?.value),
    se: rows.map((row) => row?.error),
    missing: found.missing,
    N: found.size,
    aic: found.aic,
    bic: found.bic,
    deviance: found.deviance,
    df: found.df,
  };
}
