/** The middle value, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const high = sorted[Math.floor(middle)] ?? NaN;
  return Number.isInteger(middle) ? (high + (sorted[middle - 1] ?? NaN)) / 2 : high;
}

/** The median of each figure over several measurements of the same thing. */
export function medians(measurements: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const names = Object.keys(measurements[0] ?? {});
  return Object.fromEntries(
    names.map((name) => [name, median(measurements.map((each) => each[name] ?? NaN))]),
  );
}
