// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL, startTestHost, testDatabases } from '@volee/core-adapter/testing';
import { IsNull, Not } from 'typeorm';
import messaging from '../../index.js';
import { messageSteps } from '../../testing/start/messages-for-tests.js';
import { CopyRow } from '../../store/copy.entity.js';
import { MessageRow } from '../../store/message.entity.js';
import { RecipientRow } from '../../store/recipient.entity.js';
import { TextRow } from '../../store/text.entity.js';

/** Messages of a thread that its page shows. */
const SHOWN = 100;

describe.each(testDatabases())('a long thread on $name', (database) => {
  // Awaited below, since a describe cannot wait.
  let host: Awaited<ReturnType<typeof startTestHost>>;
  const started = startTestHost({ bricks: [messaging], database });
  beforeAll(async () => {
    host = await started;
    await send('teacher', { toGuardiansOf: host.ids.cm1 }, 'Suivi');
    await host.runJobs();
    await repeat('Suivi', SHOWN);
  });
  const { send, open } = messageSteps(() => host);

  /** Writes older messages of the same author, text and receivers into the thread. */
  async function repeat(subject: string, times: number): Promise<void> {
    const db = host.tables(SCHOOL);
    const message = await db.repository(MessageRow).findOne({ where: { subject } });
    if (!message) throw new Error(`There is no ${subject}.`);
    const older = (at: Date): Date => new Date(at.getTime() - 1);
    const written = await db
      .repository(MessageRow)
      .insert(Array.from({ length: times }, () => ({ ...message, sentAt: older(message.sentAt), formKey: null })));
    const recipients = await db.repository(RecipientRow).find({ where: { messageId: message.id } });
    const copies = await db.repository(CopyRow).find({ where: { messageId: message.id } });
    for (const { id: messageId } of written) {
      await db.repository(TextRow).insert([{ messageId, body: 'Encore', folded: ' encore' }]);
      await db.repository(RecipientRow).insert(recipients.map((one) => ({ ...one, messageId })));
      await db
        .repository(CopyRow)
        .insert(copies.map((copy) => ({ ...copy, messageId, at: older(copy.at), isLast: copy.box === 'sent' })));
    }
  }

  test('opening it marks as read what the page shows, and nothing else', async () => {
    const ownerId = await host.ids.person('guardian');
    await open('guardian', 'Suivi');
    const copies = host.tables(SCHOOL).repository(CopyRow);
    expect(await copies.count({ where: { ownerId, readAt: Not(IsNull()) } })).toBe(SHOWN);
    expect(await copies.count({ where: { ownerId, readAt: IsNull() } })).toBe(1);
  });

  test('X8: what is older than its page is not lost: the page leads to it, and so does its own address', async () => {
    const ownerId = await host.ids.person('guardian');
    const copies = host.tables(SCHOOL).repository(CopyRow);
    const [oldest] = await copies.find({ where: { ownerId }, order: { at: 'ASC', id: 'ASC' }, take: 1 });
    const { text } = await open('guardian', 'Suivi');
    expect(text.match(/v-message-head/g)).toHaveLength(SHOWN);
    const [, older = ''] =
      /href="([^"]*\/copies\/[\da-f-]{36})"[^>]*>[^]{0,2000}?Messages plus anciens/.exec(text) ?? [];
    expect(older).toContain(oldest?.id);
    await host
      .as('guardian')
      .get(`/copies/${oldest?.id ?? ''}`)
      .expect(200, /Encore[^]*Répondre|Répondre[^]*Encore/)
      .expect(200, /Messages récents/);
    expect(await copies.count({ where: { ownerId, readAt: IsNull() } })).toBe(0);
  });

  test('its author learns of each message what readers did, without a query for each', async () => {
    const { logger } = host.host.database.dataSource;
    const { logQuery } = logger;
    let queries = 0;
    logger.logQuery = () => void (queries += 1);
    const { text } = await open('teacher', 'Suivi', '/boxes/sent').finally(() => (logger.logQuery = logQuery));
    expect(queries).toBeLessThan(SHOWN);
    expect(text.match(/Annuler l’envoi</g)).toHaveLength(SHOWN);
    expect(text.match(/\/readers">/g)).toHaveLength(SHOWN);
  });
});
