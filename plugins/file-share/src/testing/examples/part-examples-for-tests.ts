// SPDX-License-Identifier: EUPL-1.2
import type { Example, ExampleAbout, QueryExample } from '@volee/core-adapter/testing';
import { NodeRow } from '../../store/node.entity.js';
import { WorkPupilRow, type PartState } from '../../store/work-pupil.entity.js';
import type { WorkRow } from '../../store/work.entity.js';
import { giveWork, partRow } from '../start/work-for-tests.js';
import { openPartFolder } from '../../domain/works/work-folders.js';
import { exampleFile } from './example-node-for-tests.js';

const clock = { now: () => new Date('2026-11-24T09:00:00Z') };

interface ExamplePart {
  readonly work: WorkRow;
  readonly params: { readonly workId: string; readonly pupilId: string };
}

/** A work of the class, and the part of a pupil in this state. */
async function partIn(state: PartState, about: ExampleAbout): Promise<ExamplePart> {
  const { groupId, pupilId, marker, db } = about;
  // The work is the class's, and the marker stands in what is the pupil's.
  const work = await giveWork({ groupId }, { ...about, clock });
  const row = await partRow(work, pupilId, { db });
  const at = clock.now();
  const handedInAt = state === 'handedIn' || state === 'again' ? at : null;
  const givenBackAt = state === 'again' ? at : null;
  const dates = { startedAt: state === 'given' ? null : at, handedInAt, givenBackAt };
  await db.repository(WorkPupilRow).update({ id: row.id }, { state, ...dates, word: marker });
  return { work, params: { workId: work.id, pupilId } };
}

async function ownFile({ work, params }: ExamplePart, about: ExampleAbout): Promise<NodeRow> {
  const row = await partRow(work, params.pupilId, about);
  return exampleFile(about, await openPartFolder(row, 'own', { db: about.db, clock }));
}

export const partExamples: Readonly<Record<string, Example>> = {
  'GET /works': async (about) => {
    await partIn('again', about);
    return {};
  },
  'GET /children/:childId/take-all': async (about) => {
    const part = await partIn('again', about);
    const row = await partRow(part.work, about.pupilId, about);
    const { id } = await exampleFile(about, await openPartFolder(row, 'back', { db: about.db, clock }));
    await about.db.repository(NodeRow).update({ id }, { readers: 'families' });
    return { params: { childId: about.pupilId } };
  },
  'GET /works/:workId/pupils/:pupilId': async (about) => {
    const part = await partIn('handedIn', about);
    await ownFile(part, about);
    return { params: part.params };
  },
  'POST /works/:workId/pupils/:pupilId': async (about) => {
    const { params } = await partIn('started', about);
    return { params, form: { action: 'handIn', word: about.marker } };
  },
  'POST /works/:workId/pupils/:pupilId/files': async (about) => {
    const { params } = await partIn('started', about);
    return { params, files: { [`${about.marker}.txt`]: about.marker } };
  },
  'GET /works/:workId/pupils/:pupilId/files/:nodeId': async (about) => {
    const part = await partIn('handedIn', about);
    const { id } = await ownFile(part, about);
    return { params: { ...part.params, nodeId: id } };
  },
};

/** A work that the pupil of the example can still hand in. */
export const partQueries: Readonly<Record<string, QueryExample>> = {
  worksToDo: async (about) => {
    const { groupId, pupilId } = about;
    await partIn('started', about);
    const now = clock.now();
    return { pupilId, groupIds: [groupId], level: null, year: 2026, now, second: now, yes: true, no: false };
  },
  teacherWorks: async (about) => {
    await partIn('handedIn', about);
    const now = clock.now();
    const week = { since: now, until: new Date(now.getTime() + 604_800_000), most: 20 };
    return { groupIds: [about.groupId], year: 2026, ...week, yes: true, no: false };
  },
};
