export { chosenSnapshots } from './coverage.ts';
export { type Trend, type TrendOptions, type TrendPoint, type TrendSeries, trend } from './trend.ts';
export { seriesName, trendChart } from './trend-chart.ts';
export { type Measure, measures } from './words.ts';
