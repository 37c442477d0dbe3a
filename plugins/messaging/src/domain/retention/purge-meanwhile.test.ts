// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { AsyncResource } from 'node:async_hooks';
import { setImmediate } from 'node:timers/promises';
import { ConflictError } from '@volee/core-adapter';
import { SCHOOL, bothDatabases, type TestHost } from '@volee/core-adapter/testing';
import { deliverMessage } from '../deliver/deliver-message.js';
import { readDraft } from '../write/read-draft.js';
import { saveDraft } from '../write/save-draft.js';
import { erasePerson } from '../../jobs/personal-data/erase-person.js';
import { writeMessage } from '../write/write-message.js';
import { CopyRow } from '../../store/copy.entity.js';
import { RecipientRow } from '../../store/recipient.entity.js';
import { NOTHING, NOW, retentionSteps } from '../../testing/start/retention-for-tests.js';
import { purgeMessages } from './purge-messages.js';

const NEVER = new AbortController().signal;

describe.each(bothDatabases())('the retention while something else happens, on $name', (database) => {
  let host: TestHost;
  const { started, watched, keep, night, left } = retentionSteps(database);
  beforeAll(async () => {
    host = await started;
    // The jobs of the school have run once, so that the tests have their context.
    await night();
  });

  test('X8: a message that somebody gets while the night looks for messages without a copy stays', async () => {
    const messageId = await keep({ at: NOW, copies: [] });
    const work = watched.work(SCHOOL);
    const unseen = { readAt: null, shownAt: null, recalledAt: null, hiddenAt: null, purgeAt: null };
    const copy = { ownerId: 'a', messageId, threadId: randomUUID(), box: 'inbox', isLast: true, at: NOW } as const;
    let steps = [() => work.db.repository(CopyRow).insert([{ ...copy, ...unseen }])];
    const query: typeof work.db.query = async (named, parameters) => {
      const rows = await work.db.query(named, parameters);
      const due = steps;
      steps = [];
      for (const step of due) await step();
      return rows;
    };
    await purgeMessages({ ...work, db: { ...work.db, query } }, NEVER);
    expect(await left(messageId)).toEqual({ copies: 1, texts: 1, messages: 1 });
  });

  test.each(['teacher', 'pupil'] as const)(
    'X8: the erasure of a %s in the middle of a delivery leaves no copy of theirs, and none without its message',
    async (role) => {
      const [authorId, toPerson] = [await host.ids.person('teacher'), await host.ids.person('pupil')];
      const messageId = await keep({ at: host.clock.now(), copies: [], state: 'waiting', authorId });
      const work = watched.work(SCHOOL);
      await work.db
        .repository(RecipientRow)
        .insert([{ messageId, toPerson, toGroup: null, part: null, missedAt: null }]);
      const { dataSource } = host.host.database;
      const outside = new AsyncResource('erasure');
      let erasure = Promise.resolve();
      /** Erases the person, until that is done, or waits for the delivery. On SQLite it waits from the beginning. */
      const erase = async (): Promise<void> => {
        const personId = await host.ids.person(role);
        let isErased = false;
        erasure = outside.runInAsyncScope(async () => {
          await erasePerson({ ...work, personId });
          isErased = true;
        });
        if (database.name !== 'MariaDB') return;
        const waits = "SHOW GLOBAL STATUS WHERE Variable_name = 'Innodb_row_lock_current_waits' AND Value > 0";
        while (!isErased && (await dataSource.query<unknown[]>(waits)).length === 0) await setImmediate();
      };
      let steps = [erase];
      const directory: typeof work.directory = {
        ...work.directory,
        relations: async (ids) => {
          const relations = await work.directory.relations(ids);
          const due = steps;
          steps = [];
          for (const step of due) await step();
          return relations;
        },
      };
      const deliver = (): Promise<void> => deliverMessage(messageId, { ...work, directory }, NEVER);
      const collided = await deliver().catch((error: unknown) => error);
      await erasure;
      // After a deadlock with the erasure, the job runs again later.
      if (collided instanceof ConflictError) await deliver();
      else expect(collided).toBeUndefined();
      const copies = await work.db.repository(CopyRow).find({ where: { messageId } });
      expect(copies.filter(({ ownerId }) => ownerId !== toPerson || role === 'pupil')).toEqual([]);
      expect((await left(messageId)).messages).toBeGreaterThanOrEqual(copies.length);
    },
  );

  test('a draft that the night removes while its author sends or saves it leaves no message in nobody’s box', async () => {
    const authorId = await host.ids.person('teacher');
    const db = host.tables(SCHOOL);
    const id = await keep({ at: NOW, copies: [{ owner: authorId, box: 'drafts' }], state: 'draft', authorId });
    const copy = await db.repository(CopyRow).findOne({ where: { messageId: id } });
    const opened = copy && (await readDraft(copy, db));
    if (!copy || !opened) throw new Error('There is no draft.');
    await db.repository(CopyRow).delete({ id: copy.id });
    const { threadId } = copy;
    const stored = { messageId: id, threadId, version: 1, copyId: copy.id };
    const user = { id: authorId, profiles: ['teacher'] } as const;
    const draft = { recipients: [], subject: 's', body: 'b' };
    const tools = { db, clock: host.clock };
    const send = (): Promise<unknown> =>
      writeMessage(
        { ...draft, stored },
        { id: authorId, as: 'teacher', isRecipient: false },
        { held: new Map(), heldFor: undefined },
        tools,
      );
    await expect(db.transaction(send)).rejects.toThrow(ConflictError);
    const storage = watched.work(SCHOOL).storage;
    await expect(saveDraft(draft, opened, { ...tools, storage, user })).rejects.toThrow(ConflictError);
    await night();
    expect(await left(id)).toEqual(NOTHING);
  });
});
