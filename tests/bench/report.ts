/** The middle of some measurements: the machines are noisy, and the middle minds it least. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/** One figure with its name. */
export function row(name: string, value: number): void {
  const shown = value >= 100 ? value.toFixed(0) : value.toFixed(1);
  process.stdout.write(`${shown.padStart(9)}  ${name}\n`);
}

/** The value below which so large a share of the measurements lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
}
