// SPDX-License-Identifier: EUPL-1.2
import {
  bothDatabases,
  group,
  importClasses,
  member,
  numberedPupils,
  SCHOOL,
  startTestHost,
  testHostSource,
  type TestHost,
} from '@volee/core-adapter/testing';
import type { DirectoryRecord } from '@volee/core-adapter/directory';
import messaging from '../../index.js';
import { messageSteps } from '../../testing/start/messages-for-tests.js';
import { CopyRow } from '../../store/copy.entity.js';
import { ReviewRow } from '../../store/review.entity.js';

/** Two pupils, too few to tell that two classes are one, in no class of the directory yet. */
const pupils = numberedPupils('ce1', 'mia', 2).filter(({ type }) => type === 'person');
const ce1: readonly DirectoryRecord[] = [
  group(SCHOOL, 'ce1', 'CE1'),
  ...['mia0', 'mia1'].map((login) => member(SCHOOL, 'ce1', login)),
  member(SCHOOL, 'ce1', 'teacher', 'teacher'),
];

describe.each(bothDatabases())(
  'pupils of a class that nobody teaches beside that of the directory on $name',
  (database) => {
    let host: TestHost;
    const started = startTestHost({ bricks: [messaging], database, records: pupils });
    beforeAll(async () => {
      host = await started;
    });
    const { has } = messageSteps(() => host);
    const reviews = () =>
      host
        .tables(SCHOOL)
        .repository(ReviewRow)
        .find({ where: { state: 'waiting' } });

    async function writeToEachOther(subject: string): Promise<void> {
      const toPerson = await host.ids.login('mia1');
      await host.asLogin('mia0').post('/write').form({ toPerson, subject, body: subject }).expect(303);
      await host.runJobs();
    }

    test('their messages wait for the teacher, those that were held before as well, while an administrator is asked', async () => {
      const [ofFile = ''] = await importClasses(host, { 'CE1 ONDE': ['mia0', 'mia1'] });
      await writeToEachOther('Avant');
      const [before] = await reviews();
      expect(before?.groupId).toBe(ofFile);

      const directory = {
        ...testHostSource,
        async *read(signal: AbortSignal) {
          yield* testHostSource.read(signal);
          yield* [...pupils, ...ce1];
        },
      };
      await host.host.sync.run(directory, new AbortController().signal);
      await writeToEachOther('Après');

      const waiting = await reviews();
      const [own] = [...new Set(waiting.map(({ groupId }) => groupId))];
      // The rules take the smallest id where they know no more.
      expect(ofFile < (own ?? '')).toBe(true);
      expect(waiting.map(({ groupId }) => groupId)).toEqual([own, own]);
      expect(waiting.find(({ messageId }) => messageId === before?.messageId)?.heldAt).toEqual(before?.heldAt);
      for (const subject of ['Avant', 'Après']) expect(await has('teacher', subject, '/reviews')).toBe(true);

      const { text } = await host.as('teacher').get('/reviews').expect(200);
      for (const [, action = ''] of text.matchAll(/action="([^"]*\/reviews\/[\da-f-]{36})["?]/g))
        await host.as('teacher').post(action).form({ do: 'accept', version: '1' }).expect(303);
      await host.runJobs();
      const ownerId = await host.ids.login('mia1');
      expect(await host.tables(SCHOOL).repository(CopyRow).count({ where: { ownerId } })).toBe(2);
    });
  },
);
