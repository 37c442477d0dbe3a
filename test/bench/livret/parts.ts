// SPDX-License-Identifier: EUPL-1.2
import { FLOOR, openFloor } from '../floor/open-floor.js';
import { HANDED, OPENED } from './invented-bilans.js';
import type { LivretPlace } from './livret-place.js';
import { livretRequests, type LimitedRequest } from './livret-requests.js';
import { measureRequests, type RequestExtent, type RequestMeasure } from '../measure/measure-requests.js';
import { measureTyping, PACE_MS } from './measure-typing.js';
import type { LimitReport } from '../measure/limit-report.js';
import { middleOf } from '../measure/percentiles.js';
import { pathOf } from './grid-of-class.js';
import { CM2_CLASSES } from './livret-schools.js';

export interface Extent extends RequestExtent {
  /** Whether the multiples of the floor page have limits. */
  readonly isSqlite: boolean;
  readonly seconds: number;
  /** The name of one part; empty for all of them. */
  readonly only: string;
}

/** The requests that are measured beside the floor page. */
export const REQUESTS: readonly string[] = ['grid', 'autosave', 'bilan', 'sixth'];

type Part = (place: LivretPlace, extent: Extent, report: LimitReport) => Promise<void>;

/** The other parts, by name. */
export const PARTS: ReadonlyMap<string, Part> = new Map([
  ['opening', benchOpening],
  ['handing', benchHanding],
  ['typing', benchTyping],
]);

/** Measures pages and the autosave, each beside the floor page. */
export async function benchRequests(place: LivretPlace, extent: Extent, report: LimitReport): Promise<void> {
  const kinds = (await livretRequests(place)).filter(({ name }) => ['', name].includes(extent.only));
  const floor = await openFloor();
  try {
    const requests = floor.between(kinds.map((kind) => ({ ...kind, server: place })));
    tell(extent.isSqlite ? kinds : kinds.map(withoutTimes), await measureRequests(requests, extent), report);
  } finally {
    await floor.stop();
  }
}

function tell(
  kinds: readonly LimitedRequest[],
  measured: ReadonlyMap<string, RequestMeasure>,
  report: LimitReport,
): void {
  const floor = measured.get(FLOOR)?.cpu ?? NaN;
  report.say(line('', ['p50', 'p95', 'cpu', '×cpu', 'bytes', 'packed', 'queries']));
  for (const [name, { p50, p95, cpu, bytes, packed, statements }] of measured) {
    const times = [p50, p95, cpu].map((figure) => `${figure.toFixed(1)} ms`);
    const sizes = [bytes, packed].map((figure) => `${(figure / 1000).toFixed(1)} kB`);
    report.say(line(name, [...times, (cpu / floor).toFixed(2), ...sizes, String(statements.length)]));
  }
  for (const { name, limits } of kinds) {
    const { cpu = NaN, p95 = NaN, bytes = NaN, packed = NaN } = measured.get(name) ?? {};
    if (limits.times) report.limit(`${name}, processor, to the floor page`, cpu / floor, limits.times, '×');
    if (limits.p95) report.limit(`${name}, p95`, p95, limits.p95, 'ms');
    if (limits.kilobytes) report.limit(`${name}, size`, bytes / 1000, limits.kilobytes, 'kB');
    if (limits.packedKilobytes) report.limit(`${name}, packed`, packed / 1000, limits.packedKilobytes, 'kB');
  }
}

function withoutTimes({ limits: { times: _times, ...limits }, ...others }: LimitedRequest): LimitedRequest {
  return { ...others, limits };
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
  return name.padEnd(12) + figures.map((figure) => figure.padStart(10)).join('');
}

/** Medians over rounds, in milliseconds. */
interface OpeningTaken {
  readonly bilans: number;
  readonly opened: number;
}

/** Lets the head open a period for all classes, and measures that. The first round is not counted. */
async function measureOpening(place: LivretPlace, rounds: number): Promise<OpeningTaken> {
  const { uai, headId, classes } = place.ecole;
  const head = await place.client(headId);
  const times: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const { milliseconds } = await head.form(pathOf(uai, '/periods'), [['open', String(OPENED)]]);
    if (round > 0) times.push(milliseconds);
    await place.tell({ kind: 'closePeriod', uai });
  }
  return { bilans: classes.flatMap(({ pupilIds }) => pupilIds).length, opened: middleOf(times) };
}

/** Medians over rounds, in milliseconds. */
interface HandingTaken {
  readonly pupils: number;
  readonly offered: number;
  readonly accepted: number;
  /** The time of the job that delivers to the collège, after the answer to its head. */
  readonly delivered: number;
  /** The time of all three. */
  readonly whole: number;
}

/**
 * Measures a handover: the head of an école offers the bilans of the pupils in CM2, the head of the collège accepts all, and a job
 * delivers.
 */
async function measureHanding(place: LivretPlace, rounds: number): Promise<HandingTaken> {
  const { ecole, college } = place;
  const [from, to] = [await place.client(ecole.headId), await place.client(college.headId)];
  const pupils = ecole.classes.slice(0, CM2_CLASSES).flatMap(({ pupilIds }) => pupilIds);
  const fields = (name: string) => pupils.map((id) => [name, id] as const);
  const taken: Omit<HandingTaken, 'pupils'>[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const offer = [['do', 'offer'], ['to', college.uai], ...fields('pupil')] as const;
    const { milliseconds: offered } = await from.form(pathOf(ecole.uai, '/hand-over'), offer);
    const answer = [['from', ecole.uai], ['reason', 'later'], ['word', ''], ...fields('shown'), ...fields('pupil')];
    const { milliseconds: accepted } = await to.form(pathOf(college.uai, '/arrivals'), answer as [string, string][]);
    const begun = performance.now();
    await place.tell({ kind: 'runJobs' });
    const delivered = performance.now() - begun;
    const arrived = await place.count({ kind: 'arrived', uai: ecole.uai });
    if (arrived !== pupils.length * HANDED) throw new Error(`Of ${pupils.length * HANDED} bilans ${arrived} arrived.`);
    if (round > 0) taken.push({ offered, accepted, delivered, whole: offered + accepted + delivered });
    await place.tell({ kind: 'forgetParcels', uai: ecole.uai });
  }
  const middle = (figure: keyof Omit<HandingTaken, 'pupils'>): number => middleOf(taken.map((one) => one[figure]));
  return {
    ...{ pupils: pupils.length, offered: middle('offered'), accepted: middle('accepted') },
    ...{ delivered: middle('delivered'), whole: middle('whole') },
  };
}
