export { type Change, type Changes, changes } from './changes.ts';
export { changesChart, changesText } from './changes-chart.ts';
export { type Comparison, type Contrast, compare, givenTurn, type Where } from './compare.ts';
export { compareChart, ratioName } from './compare-chart.ts';
export { chosenSnapshots } from './coverage.ts';
export type { Ratio } from './ratios.ts';
export { type Trend, type TrendOptions, type TrendPoint, type TrendSeries, trend } from './trend.ts';
export { seriesName, trendChart } from './trend-chart.ts';
export { type Measure, measures } from './words.ts';
