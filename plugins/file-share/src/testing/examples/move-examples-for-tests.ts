// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import type { Example, ExampleAbout } from '@volee/core-adapter/testing';
import { groupSpace } from '../../store/space-ref.js';
import { CopyRow } from '../../store/copy.entity.js';
import { NodeRow } from '../../store/node.entity.js';
import { trashNodes } from '../../domain/tree/trash-nodes.js';
import { exampleFile, exampleFolder } from './example-node-for-tests.js';

const clock = { now: () => new Date('2026-11-24T09:00:00Z') };

async function trashedFile(about: ExampleAbout): Promise<NodeRow> {
  const { db, groupId } = about;
  const folder = await exampleFolder(about, groupSpace(groupId));
  const file = await exampleFile(about, folder);
  await db.transaction(() => trashNodes([file], { db, clock }));
  return file;
}

const tick = async (about: ExampleAbout): Promise<string> =>
  (await exampleFile(about, await exampleFolder(about, groupSpace(about.groupId)))).id;

export const moveExamples: Readonly<Record<string, Example>> = {
  'GET /picked': async (about) => ({ query: { action: 'copy', ids: await tick(about) } }),
  'GET /picked/take': async (about) => ({ query: { ids: await tick(about) } }),
  // A folder that counts as so large that a job copies it.
  'POST /picked': async (about) => {
    const folder = await exampleFolder(about, groupSpace(about.groupId));
    await exampleFile(about, folder);
    await about.db.repository(NodeRow).update({ id: folder.id }, { nodes: 2_001 });
    return { form: { action: 'copy', ids: folder.id, to: 'own' } };
  },
  'GET /spaces/:spaceId/trash': async (about) => ({ params: { spaceId: (await trashedFile(about)).spaceId } }),
  'POST /spaces/:spaceId/trash/empty': async (about) => ({
    params: { spaceId: (await trashedFile(about)).spaceId },
    form: { until: clock.now().toISOString() },
  }),
  'POST /copies/:id/read': async ({ db, personId: ownerId }) => {
    const now = clock.now();
    const [copy] = await db.repository(CopyRow).insert([
      {
        ...{ ownerId, folderId: randomUUID(), spaceId: randomUUID(), name: 'Volcans', ticked: 1, byPupil: false },
        ...{ keepReaders: true, state: 'stopped', reason: 'room', total: 4_321, copied: 1_234 },
        ...{ startedAt: now, changedAt: now },
      },
    ]);
    return { params: { id: copy?.id ?? '' } };
  },
  'POST /picked/restore': async (about) => ({ form: { ids: (await trashedFile(about)).id } }),
  'POST /nodes/:id/restore': async (about) => ({ params: { id: (await trashedFile(about)).id } }),
};
