// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import type { Example, ExampleAbout, ExampleRequest } from '@volee/core-adapter/testing';
import { giveWork, partRow } from '../start/work-for-tests.js';
import { ownSpace } from '../../store/space-ref.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import type { WorkRow } from '../../store/work.entity.js';
import { openPartFolder } from '../../domain/works/work-folders.js';
import { exampleFile } from './example-node-for-tests.js';

const clock = { now: () => new Date('2026-11-24T09:00:00Z') };

/** A work of the class with the marker in its title, its text and its files. */
function exampleWork(about: ExampleAbout, columns: Partial<WorkRow> = {}): Promise<WorkRow> {
  const { groupId, marker } = about;
  const texts = { title: `Travail ${marker}`, text: marker, read: { [`${marker}.txt`]: marker } };
  return giveWork({ groupId, ...texts, ...columns }, { ...about, clock });
}

async function handedIn(about: ExampleAbout): Promise<{ workId: string; pupilId: string }> {
  const { db, pupilId, marker } = about;
  const work = await exampleWork(about);
  const row = await partRow(work, pupilId, { db });
  const changes = { state: 'handedIn', startedAt: clock.now(), handedInAt: clock.now(), word: marker } as const;
  await db.repository(WorkPupilRow).update({ id: row.id }, changes);
  await exampleFile(about, await openPartFolder(row, 'own', { db, clock }));
  return { workId: work.id, pupilId };
}

const ofWork = async (about: ExampleAbout): Promise<ExampleRequest> => ({
  params: { workId: (await exampleWork(about)).id },
});

const fieldsOf = (marker: string): Record<string, string> => ({ title: `Travail ${marker}`, text: marker });

export const workExamples: Readonly<Record<string, Example>> = {
  'GET /groups/:groupId/works': async (about) => {
    await exampleWork(about);
    return { params: { groupId: about.groupId } };
  },
  'GET /groups/:groupId/works/new': ({ groupId }) => ({ params: { groupId }, query: { form: randomUUID() } }),
  'POST /groups/:groupId/works/new': ({ groupId, marker }) => ({ params: { groupId }, form: fieldsOf(marker) }),
  'GET /works/:workId': ofWork,
  'POST /works/:workId': async (about) => ({ ...(await ofWork(about)), form: { do: 'remind' } }),
  'GET /works/:workId/take': async (about) => ({ params: { workId: (await handedIn(about)).workId } }),
  'GET /works/:workId/edit': ofWork,
  'POST /works/:workId/edit': async (about) => {
    const work = await exampleWork(about);
    return {
      params: { workId: work.id },
      form: { ...fieldsOf(about.marker), version: work.changedAt.toISOString(), do: 'handOut' },
    };
  },
  'GET /works/:workId/files/:use': async (about) => {
    await exampleFile(about, ownSpace(about.personId));
    return { params: { workId: (await exampleWork(about)).id, use: 'read' } };
  },
  'POST /works/:workId/files/:use': async (about) => ({
    params: { workId: (await exampleWork(about)).id, use: 'fill' },
    files: { [`${about.marker}.txt`]: about.marker },
  }),
  'POST /works/:workId/chosen/:use': async (about) => {
    const { id } = await exampleFile(about, ownSpace(about.personId));
    return { params: { workId: (await exampleWork(about)).id, use: 'read' }, form: { ids: id } };
  },
  'POST /works/:workId/pupils/:pupilId/give-back': async (about) => ({
    params: await handedIn(about),
    form: { answer: about.marker, next: 'corrected', do: 'give' },
  }),
  'POST /works/:workId/pupils/:pupilId/returned': async (about) => ({
    params: await handedIn(about),
    files: { [`${about.marker}.txt`]: about.marker },
  }),
};
