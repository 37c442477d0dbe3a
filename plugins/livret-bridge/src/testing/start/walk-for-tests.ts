// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { SCHOOL, type Role, type TestHost } from '@volee/core-adapter/testing';
import { exampleBilan } from '../examples/example-bilan-for-tests.js';
import {
  changesPath,
  PUBLISH_PATH,
  readyPath,
  restorePath,
  SEND_BACK_PATH,
  signPath,
  takeBackPath,
  unlockPath,
  VISA_PATH,
} from '../../paths.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { PeriodRow } from '../../store/period.entity.js';
import { TEN_MINUTES } from '../../domain/life/leaves-at.js';
import { tickValue } from '../../domain/life/ticked.js';

/** The steps that people can try at any time, whatever the state. `publish` is the clock's. */
export const STEPS = [
  ...(['ready', 'draft', 'type', 'sign', 'takeBack', 'visa', 'sendBack', 'publish'] as const),
  ...(['unlock', 'withdraw', 'restore'] as const),
] as const;
export type Step = (typeof STEPS)[number];

/** The walk of one bilan of the pupil in CM1. */
export interface Walk {
  row(): Promise<BilanRow>;
  /** Tries a step as this person, with what they saw: by default the bilan as it is. @returns the status */
  take(step: Step, as: Role, seen?: BilanRow): Promise<number>;
}

/** A complete draft of a period of its own, and the steps. */
export async function startWalk(host: TestHost, db: SchoolDatabase, marker: string): Promise<Walk> {
  const pupilId = await host.ids.person('pupil');
  const about = { school: SCHOOL, groupId: host.ids.cm1, personId: pupilId, pupilId, marker, db };
  const { id, period } = await exampleBilan(about, 'draft', true);
  await db.repository(PeriodRow).insert([
    {
      ...{ year: 2026, rhythm: 'T' as const, period, count: 3, publishAt: null },
      ...{ startsOn: '2026-09-01', endsOn: '2026-12-04', dueOn: '2026-12-04' },
    },
  ]);
  const row = async (): Promise<BilanRow> => {
    const found = await db.repository(BilanRow).findOne({ where: { id } });
    if (!found) throw new Error('The bilan is gone.');
    return found;
  };
  const take = async (step: Step, as: Role, seen?: BilanRow): Promise<number> => {
    if (step === 'publish') return publish(host, db, period);
    const [path, form] = requestOf(step, { ...(seen ?? (await row())), classId: host.ids.cm1 });
    const response = await host.as(as).post(path).form(form);
    return response.status;
  };
  return { row, take };
}

/** The head publishes now, and ten minutes pass; then the instant is taken back: what is endorsed later waits again. */
async function publish(host: TestHost, db: SchoolDatabase, period: number): Promise<number> {
  const form = { period: String(period), do: 'now' };
  const { status } = await host.as('head').post(PUBLISH_PATH).form(form);
  host.clock.advance(TEN_MINUTES);
  await host.runJobs();
  await db.repository(PeriodRow).update({ year: 2026, period }, { publishAt: null, outAt: null });
  return status;
}

function requestOf(step: Exclude<Step, 'publish'>, row: BilanRow): [path: string, form: Record<string, string>] {
  const period = String(row.period);
  switch (step) {
    case 'ready':
    case 'draft':
      return [readyPath(row.id), { to: step }];
    case 'type':
      return [changesPath(row.id), { cell: 'general', was: row.general, now: `${row.general}.` }];
    case 'sign':
      return [signPath(row.classId, row.period), { bilan: tickValue(row) }];
    case 'takeBack':
      return [takeBackPath(row.id), {}];
    case 'visa':
      return [VISA_PATH, { period, bilan: tickValue(row) }];
    case 'sendBack':
      return [SEND_BACK_PATH, { period, bilan: tickValue(row), word: 'À relire' }];
    case 'unlock':
      return [unlockPath(row.id), { word: 'Une erreur', text: 'stays' }];
    case 'withdraw':
      return [unlockPath(row.id), { word: 'Un autre élève', text: 'goes' }];
    case 'restore':
      return [restorePath(row.id), {}];
  }
}
