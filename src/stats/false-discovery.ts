/**
 * P values adjusted so that calling those up to a share q significant makes at most that share of the calls wrong, on
 * average: Benjamini & Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x; p.adjust(method = 'BH') of R. In the order
 * given; NaN stays NaN and is not counted as a test. Throws RangeError for values outside 0 to 1.
 */
export function falseDiscovery(p: readonly number[]): number[] {
  const tests = p.map((value, index) => ({ value, index })).filter(({ value }) => !Number.isNaN(value));
  if (!tests.every(({ value }) => value >= 0 && value <= 1)) throw new RangeError('p values lie between 0 and 1');
  tests.sort((a, b) => b.value - a.value);
  const adjusted = p.map(() => Number.NaN);
  let least = 1;
  tests.forEach(({ value, index }, i) => {
    least = Math.min(least, value * (tests.length / (tests.length - i)));
    adjusted[index] = least;
  });
  return adjusted;
}
