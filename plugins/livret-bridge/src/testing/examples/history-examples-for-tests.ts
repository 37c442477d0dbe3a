// SPDX-License-Identifier: EUPL-1.2
import type { Example, ExampleAbout } from '@volee/core-adapter/testing';
import { keptPath, restorePath, tracePath } from '../../paths.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { TraceRow, type TraceStep } from '../../store/trace.entity.js';
import { keepPublication } from '../../domain/trace/kept-publication.js';
import { exampleBilan } from './example-bilan-for-tests.js';

/** Writes a step that ended a publication: that it was unlocked and withdrawn, by default. @returns the id of the step */
export async function exampleUnlocking(
  { db, marker }: Pick<ExampleAbout, 'db' | 'marker'>,
  row: BilanRow,
  what: TraceStep = 'unlocked',
): Promise<string> {
  const [step] = await db.repository(TraceRow).insert([
    {
      ...{ bilanId: row.id, pupilId: row.pupilId, personId: null, personName: marker, what },
      ...{ day: '2026-11-24', at: new Date('2026-11-24T10:00:00Z'), word: marker, ...keepPublication(row) },
    },
  ]);
  if (!step) throw new Error('The step was not written.');
  return step.id;
}

async function unlockedBilan(about: ExampleAbout): Promise<{ readonly id: string; readonly step: string }> {
  const row = await exampleBilan(about, 'published');
  return { id: row.id, step: await exampleUnlocking(about, row) };
}

/** A bilan that was published, unlocked by a step, and is written again. */
export async function correctedBilan(
  about: Pick<ExampleAbout, 'db' | 'groupId' | 'pupilId' | 'marker'>,
  what: 'reopened' | 'unlocked' = 'reopened',
): Promise<BilanRow> {
  const row = await exampleBilan(about, 'published');
  await exampleUnlocking({ db: about.db, marker: 'Une erreur' }, row, what);
  const none = { signedAs: null, signedAt: null, sha256: null, visaAs: null, visaAt: null, publishedAt: null };
  const columns = { ...none, state: 'draft' as const, general: 'En cours de correction' };
  await about.db.repository(BilanRow).update({ id: row.id }, columns);
  return { ...row, ...columns };
}

export const historyExamples: Readonly<Record<string, Example>> = {
  [`GET ${tracePath(':id')}`]: async (about) => ({ params: { id: (await unlockedBilan(about)).id } }),
  [`GET ${keptPath(':id', ':step')}`]: async (about) => ({ params: { ...(await unlockedBilan(about)) } }),
  [`POST ${restorePath(':id')}`]: async (about) => ({ params: { id: (await correctedBilan(about)).id } }),
};
