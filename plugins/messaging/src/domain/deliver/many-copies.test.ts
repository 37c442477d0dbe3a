// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases, person, SCHOOL, startTestHost } from '@volee/core-adapter/testing';
import messaging from '../../index.js';
import { messageSteps } from '../../testing/start/messages-for-tests.js';
import { CopyRow } from '../../store/copy.entity.js';
import { MessageRow } from '../../store/message.entity.js';

/** A number of people larger than one part of a delivery. */
const PUPILS = 520;
const records = Array.from({ length: PUPILS }, (_, number) =>
  person(`many${number}`, 'pupil', SCHOOL, 'Zoé', `Petit ${number}`),
);

describe.each(bothDatabases())('a message to many on $name', (database) => {
  const started = startTestHost({ bricks: [messaging], database, records });

  test('everybody and the author, named too, has one copy, and the author is told when all are there', async () => {
    const host = await started;
    const { send } = messageSteps(() => host);
    const authorId = await host.ids.person('teacher');
    await send('teacher', { toEveryone: 'pupil', toPerson: authorId }, 'À tous');
    await host.runJobs();
    const { manager } = host.host.database.dataSource;
    const copies = await manager.find(CopyRow);
    const owners = new Set(copies.map(({ ownerId }) => ownerId));
    expect([copies.length, owners.size]).toEqual([owners.size, copies.length]);
    expect(owners.size).toBeGreaterThan(PUPILS);
    expect(owners.has(authorId)).toBe(true);
    expect(new Set(copies.map(({ box }) => box))).toEqual(new Set(['inbox']));
    expect(await manager.find(MessageRow)).toMatchObject([{ state: 'sent' }]);
  });
});
