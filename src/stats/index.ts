export { type AnchorStep, type AnchorTest, anchorTest } from './anchors.ts';
export { geary, moran, type SpatialTest } from './autocorrelation.ts';
export { type BootstrapOptions, bootstrap } from './bootstrap.ts';
export { type BreakDate, breakDates } from './break-dates.ts';
export { type BreakModel, type MeanBreaks, meanBreaks } from './breaks.ts';
export { type CaptureCell, chapman, type LogLinear, logLinear, type PopulationSize } from './capture-recapture.ts';
export type { Coefficient, Fitted } from './coefficients.ts';
export { bandwidth, type Density, type DensityOptions, kernelDensity } from './density.ts';
export {
  type Column,
  type Design,
  type Interruption,
  interaction,
  intercept,
  interruptedSeries,
  season,
} from './design.ts';
export { falseDiscovery } from './false-discovery.ts';
export { crps, ignorance, intervalScore } from './forecast-scores.ts';
export { type Hawkes, type HawkesFit, hawkes, hawkesLogLikelihood } from './hawkes.ts';
export { type HotSpot, hotSpots, type LocalMoran, localMoran } from './local-clusters.ts';
export { type NegativeBinomialModel, negativeBinomial } from './negative-binomial.ts';
export { NotEstimable } from './not-estimable.ts';
export { type Ordinary, ordinary } from './ordinary.ts';
export { optimalPartition, type Partition } from './partition.ts';
export { type Counted, countInterval, countP, rateRatio, rateRatioP } from './poisson.ts';
export { type CountModelOptions, type PoissonModel, type PoissonOptions, poissonModel } from './poisson-model.ts';
export { type Interval, scoreInterval, shareInterval, shareP } from './proportion.ts';
export { heteroscedastic, type NeweyWestOptions, neweyWest, type Robust } from './sandwich.ts';
export { type ScanCluster, type ScanOptions, type ScanSite, scan, scanP } from './scan.ts';
export { seeded } from './seeded.ts';
export { autocorrelations, durbinWatson, kendallTrend, ljungBox } from './serial.ts';
export { binaryWeights, type Neighbours, rowWeights, type SpatialWeights, type Weight } from './spatial-weights.ts';
export { etaSquared, median, quantile } from './spread.ts';
export { supF } from './sup-f.ts';
export type { Alternative } from './tails.ts';
export { type Bin, type Dated, type DaySpan, type Step, timeline } from './timeline.ts';
