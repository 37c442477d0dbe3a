// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases, member, person, SCHOOL, startTestHost } from '@volee/core-adapter/testing';
import messaging from '@volee/messaging';

import { waitUntil } from '../services/index.js';
import { serveBeside } from './serve-beside.js';

const MINUTE = 60_000;
/** Several parts of a delivery. */
const TEAM = 2_400;
/** The team, its two teachers in the sample, and the author. */
const EVERYBODY = TEAM + 2 + 1;
const records = Array.from({ length: TEAM }, (_, n) => `teacher-${n}`).flatMap((login) => [
  person(login, 'teacher', SCHOOL, 'Alix', login),
  member(SCHOOL, 'cm1', login, 'teacher'),
]);

/** Two processes on one database: the tests' own, which delivers only when it is told to, and a `volee serve` that is killed. */
const pairs = await Promise.all(
  bothDatabases().map(async (database) => {
    const host = await startTestHost({ bricks: [messaging], database, records, now: new Date() });
    return { name: database.name, host, served: await serveBeside(host, { '@volee/messaging': {} }) };
  }),
);

describe.each(pairs)('volee serve is killed while it delivers messages, on $name', ({ host, served }) => {
  const { database } = host.host;
  afterAll(() => served.stop());

  const copies = async (subject: string): Promise<string[]> => {
    const rows = await database.dataSource.query<{ ownerId: string }[]>(
      `SELECT c.ownerId FROM messaging_copy c JOIN messaging_message m ON m.id = c.messageId WHERE m.subject = '${subject}'`,
    );
    return rows.map(({ ownerId }) => ownerId);
  };
  const send = (subject: string): PromiseLike<unknown> =>
    host.as('staff').post('/write').form({ toTeamOf: host.ids.cm1, subject, body: 'x' }).expect(303);

  test('between the commit and the delivery: the next process delivers, to each person once', async () => {
    // The process that took the form ends without having run a job.
    await send('Validé');
    expect(await copies('Validé')).toHaveLength(1);
    await served.serve();
    await waitUntil('each person has a copy', async () => (await copies('Validé')).length === EVERYBODY, 60_000);
    expect(new Set(await copies('Validé')).size).toBe(EVERYBODY);
  });

  test('in the middle of a delivery: what was written stays, and the rest follows', async () => {
    await send('Interrompu');
    await waitUntil('a part is delivered', async () => (await copies('Interrompu')).length > 1, 60_000);
    await served.kill();
    // The author's own copy, and one part at least, but not everybody: else the process was killed too late.
    const written = (await copies('Interrompu')).length;
    expect(written).toBeGreaterThan(1);
    expect(written).toBeLessThan(EVERYBODY);
    // Longer than the lease of the job.
    host.clock.advance(10 * MINUTE);
    await host.runJobs();
    const owners = await copies('Interrompu');
    expect([owners.length, new Set(owners).size]).toEqual([EVERYBODY, EVERYBODY]);
  });
});
