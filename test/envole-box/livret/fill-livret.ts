// SPDX-License-Identifier: EUPL-1.2
import type { Host } from '@volee/core-adapter/host';
import { importOnde } from '../onde/import-onde.js';

import { LAST_YEARS_CLASS, lastYearSource, leaversOfLastYear } from '../last-year/last-year-source.js';
import { sampleSchools } from '../sample/sample-people.js';
import { LIVRET, LivretSteps, type ClassPeriod } from './livret-steps.js';
import { hasBrick, type StoryOptions } from '../story-options.js';

const [TILLEULS = '', , TROIS_RIVIERES = ''] = sampleSchools.map(({ uai }) => uai);
const HEAD = 'mathieu.grosjean';
const HEAD_OF_COLLEGE = 'karim.bensaid';

/** The first instant of the story: the beginning of the last school year. */
export function beginningOfLastYear(now: Date): Date {
  return at(schoolYearOf(now) - 1, '09-01T07:00');
}

/** Reads the directory of the last school year, at the instant that the clock of the host shows. */
export async function readLastYear(host: Host): Promise<void> {
  await host.sync.run(lastYearSource, new AbortController().signal);
}

/**
 * Reads the directories as in September: half of a small class has left, which the guard refuses, and somebody approves it. The École du Moulin
 * then imports its ONDE file.
 * @throws any error of a source
 */
export async function readNewYear(host: Host): Promise<void> {
  for (const source of host.sources) {
    const { id } = await host.sync.plan(source, new AbortController().signal);
    await host.sync.apply(id, { approve: { by: 'cli', reason: 'Rentrée : les élèves de CM2 sont au collège.' } });
  }
  await importOnde(host);
}

/** Writes the livrets of last year's class, publishes them, and hands those of CM2 over to the collège, which accepts them. They arrive when the directory of the new year is read. */
export async function fillLastYear(options: StoryOptions): Promise<void> {
  const { host, url, clock, now } = options;
  if (!hasBrick(host, LIVRET)) return;
  await publishLastYear(options);
  await offerLeavers(options, leaversOfLastYear());
  clock.set(at(schoolYearOf(now), '06-23T09:05'));
  await new LivretSteps(host, url).accept(TROIS_RIVIERES, HEAD_OF_COLLEGE);
  clock.set(now);
}

/** The three terms of last year's class, written and published. */
export async function publishLastYear({ host, url, clock, now }: StoryOptions): Promise<void> {
  const steps = new LivretSteps(host, url);
  const year = schoolYearOf(now) - 1;
  for (const [index, day] of publicationDays(year).entries()) {
    clock.set(day);
    const period = index + 1;
    const { name: className, teacher } = LAST_YEARS_CLASS;
    await publishClass(steps, { uai: TILLEULS, className, teacher, period }, { term: period, clock });
  }
}

/** The head offers livrets of last year's CM2 to the collège, on a day of June. */
export async function offerLeavers({ host, url, clock, now }: StoryOptions, leavers: readonly string[]): Promise<void> {
  clock.set(at(schoolYearOf(now), '06-22T08:15'));
  await new LivretSteps(host, url).handOver(TILLEULS, HEAD, TROIS_RIVIERES, leavers);
}

/** The instant at which the directories of this school year are read first: in September, or earlier when `now` is. */
export function beginningOfThisYear(now: Date): Date {
  const year = schoolYearOf(now);
  const weekBefore = new Date(now.getTime() - 8 * 86_400_000);
  const first = at(year, '08-01T12:00');
  const september = at(year, '09-01T07:00');
  if (weekBefore < first) return first;
  return weekBefore < september ? weekBefore : september;
}

/**
 * Writes the livrets of this year: periods that are over are published, and the current one is being written.
 * @param today the instant at which the current period is written
 */
export async function fillThisYear({ host, url, clock, now }: StoryOptions, today: Date): Promise<void> {
  if (!hasBrick(host, LIVRET)) return;
  const steps = new LivretSteps(host, url);
  const mixed = { uai: TILLEULS, className: 'CM1-CM2', teacher: 'claire.vuillemin' };
  const cm2 = { uai: TILLEULS, className: 'CM2', teacher: HEAD };
  const days = publicationDays(schoolYearOf(now));
  const current = Math.min(days.length, days.filter((day) => day < today).length + 1);
  for (let period = 1; period < current; period += 1) {
    clock.set(days[period - 1] ?? today);
    for (const one of [mixed, cm2]) await publishClass(steps, { ...one, period }, { term: 3 + period, clock });
  }
  clock.set(today);
  await steps.openPeriod(TILLEULS, HEAD, current);
  await steps.write({ ...mixed, period: current }, { term: 3 + current, gaps: [2, 7, 12, 19] });
  await steps.write({ ...cm2, period: current }, { term: 3 + current });
  await steps.sign({ ...cm2, period: current });
}

/** The instants at which a head publishes the bilans of three terms. */
function publicationDays(year: number): Date[] {
  return [at(year, '12-03T16:30'), at(year + 1, '03-12T16:30'), at(year + 1, '06-17T15:30')];
}

async function publishClass(
  steps: LivretSteps,
  at: ClassPeriod,
  { term, clock }: { readonly term: number; readonly clock: StoryOptions['clock'] },
): Promise<void> {
  const { uai, period } = at;
  await steps.openPeriod(uai, HEAD, period);
  await steps.write(at, { term });
  await steps.sign(at);
  await steps.endorse(uai, HEAD, period);
  await steps.publish(uai, HEAD, period, clock);
}

/** The school year of an instant: 2026 from August 2026. */
function schoolYearOf(now: Date): number {
  return now.getUTCMonth() >= 7 ? now.getUTCFullYear() : now.getUTCFullYear() - 1;
}

/** An instant in a calendar year, in UTC. @param rest as `12-03T16:40` */
function at(year: number, rest: string): Date {
  return new Date(`${String(year)}-${rest}:00Z`);
}
