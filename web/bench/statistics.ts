/** The middle one. */
export function median(values: number[]): number {
  return quantile(values, 0.5)
}

export function quantile(values: number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}
