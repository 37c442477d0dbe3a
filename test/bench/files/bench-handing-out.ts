// SPDX-License-Identifier: EUPL-1.2
import type { BenchClient, Fields } from '../measure/bench-client.js';
import type { LimitReport } from '../measure/limit-report.js';
import { middleOf } from '../measure/percentiles.js';
import type { DrivePlace } from './drive-place.js';
import type { Stored } from './drive-server.js';
import { ms, type Extent } from './extent.js';

const FILES = 10;
const MOST_MS = 300;

/** Hands out a work with 10 files to fill in to a class; then each pupil begins it. */
export async function benchHandingOut(place: DrivePlace, { rounds }: Extent, report: LimitReport): Promise<void> {
  const { pupilIds } = place;
  const pupils: BenchClient[] = [];
  for (const id of pupilIds) pupils.push(await place.client(id));
  const handed: number[] = [];
  const begun: number[] = [];
  let copied = 0;
  for (let round = 0; round <= rounds; round += 1) {
    const { workId, fields } = await draft(place, round);
    const before = await place.ask<Stored>({ kind: 'stored' });
    const path = `${place.at}/works/${workId}`;
    const { milliseconds } = await place.teacher.form(`${path}/edit`, fields);
    const times: number[] = [];
    for (const [index, pupil] of pupils.entries()) {
      const page = `${path}/pupils/${pupilIds[index] ?? ''}`;
      times.push((await pupil.form(page, [['action', 'start']])).milliseconds);
    }
    copied += (await place.ask<Stored>({ kind: 'stored' })).bytes - before.bytes;
    if (round === 0) continue;
    handed.push(milliseconds);
    begun.push(...times);
  }
  report.say(`${FILES} files are handed out to ${pupilIds.length} pupils, and each begins (${ms(middleOf(begun))}):`);
  report.limit('handing out', middleOf(handed), MOST_MS, 'ms');
  report.limit('bytes stored twice', copied, 0, '');
}

/** Makes a draft with its files. @returns the fields that hand it out */
async function draft(
  { at, teacher, classId }: DrivePlace,
  round: number,
): Promise<{ readonly workId: string; readonly fields: Fields }> {
  const times = [
    ['dueOn', '2026-12-04'],
    ['dueAt', '16:00'],
    ['late', 'true'],
  ] as const;
  const fields = [
    ['title', `Exposé ${round}`],
    ['text', 'x'],
    ['for', 'class'],
    ['collects', 'true'],
    ...times,
  ] as const;
  const form = await teacher.form(`${at}/groups/${classId}/works/new`, [...fields, ['do', 'keep']]);
  const [, workId = ''] = /\/works\/([\da-f-]{36})/.exec(form.location) ?? [];
  const files = Array.from({ length: FILES }, (_, n) => [`fiche ${n}.odt`, `sheet ${round} ${n}`] as const);
  await teacher.files(`${at}/works/${workId}/files/fill`, files);
  const { text } = await teacher.page(`${at}/works/${workId}/edit`);
  const version = /name="version" value="([^"]+)"/.exec(text)?.[1] ?? '';
  return { workId, fields: [...fields, ['version', version], ['do', 'handOut']] };
}
