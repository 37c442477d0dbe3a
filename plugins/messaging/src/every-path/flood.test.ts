// SPDX-License-Identifier: EUPL-1.2
import { startTestHost, testDatabases, type Role } from '@volee/core-adapter/testing';
import messaging from '../index.js';

/** In an hour. */
const LIMITS: readonly (readonly [Role, Role, number])[] = [
  ['pupil', 'teacher', 20],
  ['guardian', 'teacher', 40],
];
/** How many more are sent. */
const TOO_MANY = 10;
/** Requests at the same time. */
const TOGETHER = 20;

describe.each(testDatabases())('very many messages on $name', (database) => {
  let host: Awaited<ReturnType<typeof startTestHost>>;
  const started = startTestHost({ bricks: [messaging], database });
  beforeAll(async () => {
    host = await started;
  });

  test.each(LIMITS)(
    'X5: a %s sends no more in an hour than there may be, also at the same time',
    async (from, to, most) => {
      const sender = host.as(from);
      const toPerson = await host.ids.person(to);
      const statuses: number[] = [];
      const send = async (): Promise<void> => {
        while (statuses.length < most + TOO_MANY) {
          const place = statuses.push(0) - 1;
          const { status } = await sender.post('/write').form({ toPerson, subject: from, body: 'x' });
          statuses[place] = status;
        }
      };
      await Promise.all(Array.from({ length: TOGETHER }, send));
      const sent = await host.host.database.dataSource.query<unknown[]>(
        `SELECT id FROM messaging_message WHERE subject = '${from}' AND state <> 'draft'`,
      );
      expect(new Set(statuses)).toEqual(new Set([303, 503]));
      expect(sent).toHaveLength(most);
    },
  );
});
