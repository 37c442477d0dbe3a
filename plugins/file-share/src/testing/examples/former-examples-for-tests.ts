// SPDX-License-Identifier: EUPL-1.2
import type { QueryExample } from '@volee/core-adapter/testing';
import { giveWork, partRow } from '../start/work-for-tests.js';
import { groupSpace, ownSpace } from '../../store/space-ref.js';
import { FILE, NodeRow } from '../../store/node.entity.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { exampleFile } from './example-node-for-tests.js';

const now = new Date('2026-11-24T09:00:00Z');

export const formerQueries: Readonly<Record<string, QueryExample>> = {
  formerWorks: async (about) => {
    const { db, groupId, pupilId } = about;
    const part = await partRow(await giveWork({ groupId }, { ...about, clock: { now: () => now } }), pupilId, { db });
    await db.repository(WorkPupilRow).update({ id: part.id }, { state: 'started', startedAt: now });
    return { pupilId, schoolYear: 2026, now, own: true, yes: true, no: false };
  },
  formerTrash: async (about) => {
    const { id } = await exampleFile(about, ownSpace(about.personId));
    await about.db.repository(NodeRow).update({ id }, { trashedAt: now });
    return { personId: about.personId, pupil: true, file: FILE, yes: true };
  },
  formerClassFiles: async (about) => {
    const { id } = await exampleFile(about, groupSpace(about.groupId));
    await about.db.repository(NodeRow).update({ id }, { readers: 'pupils' });
    return { personId: about.personId, seen: ['pupils'], file: FILE };
  },
};
