// SPDX-License-Identifier: EUPL-1.2
import { HANDED } from './invented-bilans.js';
import type { LivretPlace } from './livret-place.js';
import { FLOOR, livretRequests } from './livret-requests.js';
import { measureRequests, type RequestExtent } from './measure-requests.js';
import { measureHanding, measureOpening } from './measure-steps.js';
import { measureTyping, PACE_MS } from './measure-typing.js';
import type { LimitReport } from '../measure/limit-report.js';

export interface Extent extends RequestExtent {
  readonly seconds: number;
  /** The name of one part; empty for all of them. */
  readonly only: string;
}

/** The requests that are measured beside the floor. */
export const REQUESTS: readonly string[] = ['grid', 'autosave', 'bilan', 'sixth'];

type Part = (place: LivretPlace, extent: Extent, report: LimitReport) => Promise<void>;

/** The other parts, by name. */
export const PARTS: ReadonlyMap<string, Part> = new Map([
  ['opening', benchOpening],
  ['handing', benchHanding],
  ['typing', benchTyping],
]);

/** Measures pages and the autosave, each beside the floor. */
export async function benchRequests(place: LivretPlace, extent: Extent, report: LimitReport): Promise<void> {
  const kinds = (await livretRequests(place)).filter(({ name }) => ['', name].includes(extent.only) || name === FLOOR);
  const measured = await measureRequests(place, kinds, extent);
  const floor = measured.get(FLOOR)?.p50 ?? NaN;
  report.say(line('', ['p50', 'p95', '×p50', 'cpu', 'bytes', 'packed', 'queries']));
  for (const [name, { p50, p95, cpu, bytes, packed, statements }] of measured) {
    const times = [p50, p95].map((figure) => `${figure.toFixed(1)} ms`);
    const sizes = [bytes, packed].map((figure) => `${(figure / 1000).toFixed(1)} kB`);
    report.say(line(name, [...times, (p50 / floor).toFixed(2), `${cpu.toFixed(1)} ms`, ...sizes, String(statements)]));
  }
  for (const { name, limits } of kinds) {
    const { p50 = NaN, p95 = NaN, bytes = NaN, packed = NaN } = measured.get(name) ?? {};
    if (limits.times) report.limit(`${name}, to the floor`, p50 / floor, limits.times, '×');
    if (limits.p95) report.limit(`${name}, p95`, p95, limits.p95, 'ms');
    if (limits.kilobytes) report.limit(`${name}, size`, bytes / 1000, limits.kilobytes, 'kB');
    if (limits.packedKilobytes) report.limit(`${name}, packed`, packed / 1000, limits.packedKilobytes, 'kB');
  }
}

async function benchOpening(place: LivretPlace, { rounds }: Extent, report: LimitReport): Promise<void> {
  const { bilans, opened } = await measureOpening(place, rounds);
  report.say(`A period is opened for ${place.ecole.classes.length} classes, ${bilans} bilans:`);
  report.limit('opening', opened, 1_000, 'ms');
}

async function benchHanding(place: LivretPlace, { rounds }: Extent, report: LimitReport): Promise<void> {
  const { pupils, offered, accepted, delivered, whole } = await measureHanding(place, rounds);
  report.say(`${pupils} pupils with ${HANDED} bilans each are handed over:`);
  report.say(
    `  offered ${offered.toFixed(0)} ms, accepted ${accepted.toFixed(0)} ms, delivered ${delivered.toFixed(0)} ms.`,
  );
  report.limit('until all have arrived', whole, 2_000, 'ms');
}

async function benchTyping(place: LivretPlace, { seconds }: Extent, report: LimitReport): Promise<void> {
  const { teachers, saved, busy, lost, p50, p95, max } = await measureTyping(place, seconds);
  report.say(`${teachers} teachers type at once for ${seconds} s, a cell each ${PACE_MS} ms:`);
  report.say(
    `  ${saved} cells saved, p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, longest ${max.toFixed(0)} ms;`,
  );
  report.say(`  ${busy} answers asked to try again.`);
  report.limit('lost cells', lost, 0, '');
}

function line(name: string, figures: readonly string[]): string {
  return name.padEnd(10) + figures.map((figure) => figure.padStart(10)).join('');
}
