// SPDX-License-Identifier: EUPL-1.2

/** Figures in milliseconds: half of the requests, and 19 in 20, were no slower. */
export interface Latency {
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/** Figures in milliseconds. The processor time of a request, in user mode and in the system, is the same however busy the machine is. */
export interface Measure extends Latency {
  readonly cpu: number;
}

export function latencyOf(milliseconds: readonly number[]): Latency {
  const ordered = sorted(milliseconds);
  return { p50: rank(ordered, 0.5), p95: rank(ordered, 0.95), max: rank(ordered, 1) };
}

/** The median of each figure over rounds, so that one disturbed round does not decide. */
export function medianOf(rounds: readonly Measure[]): Measure {
  const median = (figure: keyof Measure): number => latencyOf(rounds.map((round) => round[figure])).p50;
  return { p50: median('p50'), p95: median('p95'), max: median('max'), cpu: median('cpu') };
}

export function middleOf(figures: readonly number[]): number {
  return rank(sorted(figures), 0.5);
}

export function sorted(figures: readonly number[]): number[] {
  return [...figures].sort((one, other) => one - other);
}

/** The nearest-rank percentile. */
export function rank(ordered: readonly number[], share: number): number {
  return ordered[Math.max(0, Math.ceil(share * ordered.length) - 1)] ?? NaN;
}
