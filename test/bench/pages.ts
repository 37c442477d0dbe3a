// SPDX-License-Identifier: EUPL-1.2
import { openFloor, FLOOR } from './floor/open-floor.js';
import { LimitReport } from './measure/limit-report.js';
import { measureRequests, type MeasuredRequest, type RequestExtent } from './measure/measure-requests.js';
import { EMPTY_PAGE, MEMBERS } from './pages/page-limits.js';
import { openPagePlace, type MeasuredPlace } from './pages/page-place.js';
import { otherRequests, schoolRequests } from './pages/page-requests.js';
import { judgePages, tellPages, tellRepeated, type PageMeasure } from './pages/tell-pages.js';
import { benchOptions, profileIn } from './shared/bench-options.js';
import { howBusy } from './shared/how-busy.js';
import { onDatabases } from './shared/on-databases.js';

/** The number of times that the members of a class are asked for. */
const TIMES = 200;

interface Extent extends RequestExtent {
  /** A part of the names of pages; empty for all of them. */
  readonly only: string;
}

/** Measures the pages of a school of 360, 500 and 5,000 pupils on both databases. The exit code is 1 when a limit does not hold. */
export async function benchPages(words: readonly string[]): Promise<void> {
  const defaults = { only: '', database: '', rounds: '5', requests: '30', 'cpu-prof': '' };
  const { only, database, rounds, requests, 'cpu-prof': profile } = benchOptions(words, defaults);
  const report = new LimitReport();
  report.say(howBusy());
  const run = async (name: string, databaseUrl?: string, databasePid?: number): Promise<void> => {
    const place = await openPagePlace(databaseUrl, profileIn(profile));
    try {
      report.say(`\n${name}; medians of ${rounds} rounds, ${requests} requests each; cpu and p50 in ms.\n`);
      const extent = { only, rounds: Number(rounds), requests: Number(requests), databasePid };
      await benchOn(place, extent, report);
    } finally {
      await place.stop();
    }
  };
  await onDatabases(run, { only: database });
  report.say(howBusy());
  report.conclude();
}

async function benchOn(place: MeasuredPlace, extent: Extent, report: LimitReport): Promise<void> {
  const floorPage = await openFloor();
  try {
    const pages = await requestsOf(place, extent.only);
    const measured = await measureRequests(floorPage.between(pages.flatMap(({ requests }) => requests)), extent);
    const floor = measured.get(FLOOR);
    const taken = pages.flatMap(({ name, requests }): PageMeasure[] => {
      const [ecole, ...colleges] = requests.flatMap((request) => measured.get(request.name) ?? []);
      return ecole ? [{ name, ecole, colleges }] : [];
    });
    if (!floor) return;
    tellPages(taken, floor, report);
    tellRepeated(taken, report);
    judgePages(taken, { floor, isSqlite: extent.databasePid === undefined }, report);
    await benchMembers(place, report);
  } finally {
    await floorPage.stop();
  }
}

interface PageRequests {
  readonly name: string;
  /** One in each school that has the page. */
  readonly requests: readonly MeasuredRequest[];
}

/** @throws Error when no page has such a name */
async function requestsOf(place: MeasuredPlace, only: string): Promise<readonly PageRequests[]> {
  const pages = new Map<string, MeasuredRequest[]>();
  for (const school of place.schools) {
    for (const { name, send } of await schoolRequests(place, school)) {
      const request = { name: `${name} in ${school.uai}`, send, server: place };
      pages.set(name, [...(pages.get(name) ?? []), request]);
    }
  }
  for (const request of await otherRequests(place)) pages.set(request.name, [{ ...request, server: place }]);
  const names = [...pages.keys()];
  if (!names.some((name) => name.includes(only)))
    throw new Error(`There is no page "${only}"; name one of ${names.join(', ')}.`);
  const meant = [...pages].filter(([name]) => name.includes(only) || name === EMPTY_PAGE);
  return meant.map(([name, requests]) => ({ name, requests }));
}

async function benchMembers(place: MeasuredPlace, report: LimitReport): Promise<void> {
  const [, few, many] = place.schools;
  if (!few || !many) return;
  const [inFew, inMany] = [await timeOf(few), await timeOf(many)];
  report.say(
    `The pupils of a class, the statement alone: ${inFew.toFixed(2)} ms of 500, ${inMany.toFixed(2)} of 5,000.`,
  );
  report.limit('the pupils of a class, 5,000 beside 500 pupils', inMany / inFew, MEMBERS, '×');

  function timeOf({ uai, classId }: { readonly uai: string; readonly classId: string }): Promise<number> {
    return place.members(uai, classId, TIMES);
  }
}
