// SPDX-License-Identifier: EUPL-1.2
import type { Example, ExampleAbout } from '@volee/core-adapter/testing';
import { keptPath, tracePath } from '../paths.js';
import type { BilanRow } from '../store/bilan.entity.js';
import { TraceRow } from '../store/trace.entity.js';
import { keepPublication } from '../trace/kept-publication.js';
import { exampleBilan } from './example-bilan-for-tests.js';

/** Writes that a bilan was unlocked, with the publication that ended then. @returns the id of the step */
export async function exampleUnlocking(
  { db, marker }: Pick<ExampleAbout, 'db' | 'marker'>,
  row: BilanRow,
): Promise<string> {
  const [step] = await db.repository(TraceRow).insert([
    {
      ...{ bilanId: row.id, pupilId: row.pupilId, personId: null, personName: marker, what: 'unlocked' },
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

export const historyExamples: Readonly<Record<string, Example>> = {
  [`GET ${tracePath(':id')}`]: async (about) => ({ params: { id: (await unlockedBilan(about)).id } }),
  [`GET ${keptPath(':id', ':step')}`]: async (about) => ({ params: { ...(await unlockedBilan(about)) } }),
};
