export { type Counted, countInterval, rateRatio } from './poisson.ts';
export { type Interval, shareInterval } from './proportion.ts';
export { etaSquared, median } from './spread.ts';
