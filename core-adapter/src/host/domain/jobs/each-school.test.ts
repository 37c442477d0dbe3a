// SPDX-License-Identifier: EUPL-1.2
import { OTHER_SCHOOL, SCHOOL } from '../../../testing/sample-directory.js';
import { startTestHost } from '../../../testing/start-test-host.js';
import { bothDatabases } from '../../../testing/test-databases.js';
import { notesBrick } from '../../http/reply-brick-for-tests.js';
import { NoteRow } from '../../infra/database/notes-for-tests.js';
import type { ReadyBrick } from '../bricks/loaded-brick.js';
import { eachSchool } from './each-school.js';

const hosts = await Promise.all(
  bothDatabases().map(async (database) => {
    const { host } = await startTestHost({ bricks: [notesBrick], database });
    return { name: database.name, host, brick: host.bricks[0] as ReadyBrick };
  }),
);

test.each(hosts)('T7: on $name, each school comes once, with its own rows and jobs', async ({ host, brick }) => {
  const seen: [string, number][] = [];
  const { signal } = new AbortController();
  for await (const { school, db, jobs } of eachSchool(host, brick, signal)) {
    await db.repository(NoteRow).insert([{ text: school.name, groupId: null }]);
    seen.push([school.uai, await db.repository(NoteRow).count()]);
    await expect(jobs.enqueue('send', {})).rejects.toThrow('send');
  }
  expect(seen).toEqual([
    [SCHOOL, 1],
    [OTHER_SCHOOL, 1],
  ]);
});

test.each(hosts)('on $name, an interrupted command reaches no further school', async ({ host, brick }) => {
  const stop = new AbortController();
  const seen: string[] = [];
  const walk = async (): Promise<void> => {
    for await (const { school } of eachSchool(host, brick, stop.signal)) {
      seen.push(school.uai);
      stop.abort(new Error('enough'));
    }
  };
  await expect(walk()).rejects.toThrow('enough');
  expect(seen).toEqual([SCHOOL]);
});
