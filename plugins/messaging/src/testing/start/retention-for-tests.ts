// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { SCHOOL, startTestHost, type TestDatabase, type TestHost } from '@volee/core-adapter/testing';
import { CopyRow, type Box } from '../../store/copy.entity.js';
import { MessageRow, type MessageState } from '../../store/message.entity.js';
import { TextRow } from '../../store/text.entity.js';
import { watchedBrick } from './watched-brick-for-tests.js';

const DAY = 86_400_000;

/** The instant at which tests of the retention begin. */
export const NOW = new Date('2026-11-24T09:00:00Z');

/** The rows of a message that nothing is left of. */
export const NOTHING = { copies: 0, texts: 0, messages: 0 };

interface Kept {
  readonly at: Date;
  readonly copies: readonly { readonly owner: string; readonly box?: Box; readonly purgeAt?: Date }[];
  readonly state?: MessageState;
  readonly authorId?: string | null;
  readonly school?: string;
  readonly threadId?: string;
}

/** The steps of tests of the retention, on a host with the brick. */
export interface RetentionSteps {
  readonly started: Promise<TestHost>;
  readonly watched: ReturnType<typeof watchedBrick>;
  /** Writes a message with its text and copies. @returns its id */
  keep(kept: Kept): Promise<string>;
  /** Runs the jobs of the next night. */
  night(): Promise<void>;
  left(messageId: string): Promise<typeof NOTHING>;
}

export function retentionSteps(database: TestDatabase): RetentionSteps {
  const watched = watchedBrick();
  const started = startRetention(watched, database);
  return {
    ...{ started, watched },
    async keep({ at, copies, state = 'sent', authorId = null, school = SCHOOL, threadId = randomUUID() }) {
      const { manager } = (await started).host.database.dataSource;
      const messageId = randomUUID();
      const common = { school, threadId };
      await manager.insert(MessageRow, {
        ...{ ...common, id: messageId, replyToId: null, authorId, asProfile: 'teacher', subject: 's', state },
        ...{ version: 1, urgent: false, apart: null, sentAt: at, formKey: null, formTurn: null },
      });
      await manager.insert(TextRow, { id: randomUUID(), school, messageId, body: 'b', folded: ' b' });
      for (const { owner, box = 'inbox', purgeAt = null } of copies) {
        const copy = { ...common, id: randomUUID(), ownerId: owner, messageId, box, isLast: true, at };
        await manager.insert(CopyRow, { ...copy, readAt: null, hiddenAt: null, purgeAt });
      }
      return messageId;
    },
    async night() {
      const host = await started;
      host.clock.advance(DAY);
      const outcomes = await host.runJobs();
      expect(outcomes.filter(({ state }) => state !== 'done')).toEqual([]);
    },
    async left(messageId) {
      const { manager } = (await started).host.database.dataSource;
      return {
        copies: await manager.count(CopyRow, { where: { messageId } }),
        texts: await manager.count(TextRow, { where: { messageId } }),
        messages: await manager.count(MessageRow, { where: { id: messageId } }),
      };
    },
  };
}

async function startRetention({ brick }: ReturnType<typeof watchedBrick>, database: TestDatabase): Promise<TestHost> {
  // The brick has been on for longer than anything is in a trash.
  const host = await startTestHost({ bricks: [brick], database, now: new Date(NOW.getTime() - 31 * DAY) });
  host.clock.set(NOW);
  // The first run of jobs sets their times.
  await host.runJobs();
  return host;
}
