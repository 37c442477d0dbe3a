// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases, nameSampleTwice, startTestHost } from '@volee/core-adapter/testing';
import fileShare from '@volee/file-share';

import { runVolee } from '../e2e/volee-command.js';
import { serveBeside } from './serve-beside.js';
import { cookieHeader } from './session-cookie.js';

interface Pair {
  readonly id: string;
  readonly groupId: string;
  readonly ownId: string;
  readonly state: string;
}

/** Two processes on one database: that of the tests, and a `volee serve`. */
const pairs = await Promise.all(
  bothDatabases().map(async (database) => {
    const test = await startTestHost({ bricks: [fileShare], database, now: new Date() });
    await nameSampleTwice(test, { answer: 'none' });
    return { name: database.name, test, served: await serveBeside(test, { '@volee/file-share': {} }) };
  }),
);

describe.each(pairs)('L13 two administrators decide about the same classes in two processes, on $name', (place) => {
  const { test: here, served } = place;
  const { host, ids } = here;
  beforeAll(async () => {
    for (const login of ['teacher', 'head']) await host.administrators.grant(login, null, 'cli');
    await served.serve();
  }, 90_000);
  afterAll(() => served.stop());

  const query = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    host.database.dataSource.query(sql, values);
  const open = (): Promise<Pair[]> => query("SELECT * FROM core_class_join WHERE state = 'open' ORDER BY id");

  /** The status of an answer, and its page. */
  async function decide(
    role: 'teacher' | 'head',
    { id }: Pair,
    decision: string,
  ): Promise<{ readonly decision: string; readonly status: number; readonly page: string }> {
    const url = role === 'teacher' ? here.url : served.url;
    const answer = await fetch(`${url}/admin/homonyms/classes/${id}`, {
      ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams({ state: 'open', decision }) },
      headers: { Cookie: await cookieHeader(host, await ids.person(role)), 'Sec-Fetch-Site': 'same-origin' },
    });
    return { decision, status: answer.status, page: await answer.text() };
  }

  test.each([
    ['same', 'same'],
    ['same', 'different'],
    ['different', 'same'],
  ])('%s and %s: one decision holds, the other one gets a sentence', async (first, second) => {
    const [pair, ...others] = await open();
    if (!pair) throw new Error('there is no question left');
    const [answers, listed] = await Promise.all([
      Promise.all([decide('teacher', pair, first), decide('head', pair, second)]),
      runVolee(served.settingsFile, 'sync', 'homonyms'),
    ]);
    expect(listed).toMatchObject({ code: 0, stderr: '' });
    for (const { id } of others) expect(listed.stdout).toContain(`${id}: class "`);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const [held, late] = answers.toSorted((one, other) => one.status - other.status);
    expect(late?.page).toContain('Quelqu’un a décidé juste avant vous');

    const joined = held?.decision === 'same' ? pair.ownId : null;
    expect(await query('SELECT state FROM core_class_join WHERE id = ?', [pair.id])).toEqual([
      { state: held?.decision },
    ]);
    expect(await query('SELECT joinedTo FROM core_group WHERE id = ?', [pair.groupId])).toEqual([{ joinedTo: joined }]);
    const lines = await query<{ action: string; outcome: string }>(
      "SELECT action, outcome FROM core_audit WHERE action LIKE 'core.class.%' AND subject LIKE ? ORDER BY outcome",
      [`%${pair.groupId}%`],
    );
    expect(lines).toEqual([
      { action: `core.class.${held?.decision}`, outcome: 'done' },
      { action: `core.class.${late?.decision}`, outcome: 'failed' },
    ]);
    expect((await open()).map(({ id }) => id)).toEqual(others.map(({ id }) => id));
  });
});
