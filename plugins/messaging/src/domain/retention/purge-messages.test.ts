// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { SCHOOL, OTHER_SCHOOL, bothDatabases, type TestHost } from '@volee/core-adapter/testing';
import { In } from 'typeorm';
import { erasePerson } from '../../jobs/personal-data/erase-person.js';
import { defaultDecisions } from '../policy/decisions.js';
import { storedDecisions } from '../policy/stored-decisions.js';
import { AttachmentRow } from '../../store/attachment.entity.js';
import { CopyRow } from '../../store/copy.entity.js';
import { MessageRow } from '../../store/message.entity.js';
import { PolicyRow } from '../../store/policy.entity.js';
import { RefusalRow } from '../../store/refusal.entity.js';
import { ReportRow } from '../../store/report.entity.js';
import { TextRow } from '../../store/text.entity.js';
import { NOTHING, NOW, retentionSteps } from '../../testing/start/retention-for-tests.js';

const DAY = 86_400_000;

describe.each(bothDatabases())('the retention on $name', (database) => {
  let host: TestHost;
  const { started, keep, night, left } = retentionSteps(database);
  beforeAll(async () => {
    host = await started;
  });

  test('what is older than the school keeps goes, and what waited until then to arrive stays', async () => {
    const old = await keep({
      at: new Date('2025-07-31T10:00:00Z'),
      copies: [{ owner: 'a' }, { owner: 'b', box: 'archive' }],
    });
    const young = await keep({ at: new Date('2025-08-01T10:00:00Z'), copies: [{ owner: 'a' }] });
    const elsewhere = await keep({
      at: new Date('2025-08-01T10:00:00Z'),
      copies: [{ owner: 'a' }],
      school: OTHER_SCHOOL,
    });
    const late = await keep({ at: new Date('2025-07-31T10:00:00Z'), copies: [{ owner: 'a' }] });
    await host.host.database.dataSource.manager.update(CopyRow, { messageId: late }, { at: new Date('2025-09-01') });
    await night();
    expect(await left(old)).toEqual(NOTHING);
    expect(await left(young)).toMatchObject({ copies: 1, messages: 1 });
    expect(await left(elsewhere)).toMatchObject({ copies: 1, messages: 1 });
    expect(await left(late)).toMatchObject({ copies: 1, texts: 1, messages: 1 });
  });

  test('the trash is emptied when its time is over, and the message goes with its last copy', async () => {
    const threadId = randomUUID();
    const due = { owner: 'c', box: 'trash' as const, purgeAt: new Date(NOW.getTime() + DAY) };
    const later = { ...due, purgeAt: new Date(NOW.getTime() + 20 * DAY) };
    const alone = await keep({ at: NOW, copies: [due], threadId });
    const older = await keep({ at: new Date(NOW.getTime() - DAY), copies: [later], threadId });
    const shared = await keep({ at: NOW, copies: [due, { owner: 'd' }] });
    await host.host.database.dataSource.manager.update(CopyRow, { messageId: older }, { isLast: false });
    await night();
    expect(await left(alone)).toEqual(NOTHING);
    expect(await left(shared)).toEqual({ copies: 1, texts: 1, messages: 1 });
    const [line] = await host.host.database.dataSource.manager.find(CopyRow, { where: { messageId: older } });
    expect(line?.isLast).toBe(true);
  });

  test('an erasure removes what nobody else has a copy of at once, with its files', async () => {
    const at = host.clock.now();
    const alone = await keep({ at, copies: [{ owner: 'gone' }], authorId: 'gone' });
    const draft = await keep({ at, copies: [{ owner: 'gone', box: 'drafts' }], authorId: 'gone', state: 'draft' });
    const waiting = await keep({ at, copies: [{ owner: 'gone', box: 'sent' }], authorId: 'gone', state: 'waiting' });
    const received = await keep({ at, copies: [{ owner: 'gone' }], authorId: 'a' });
    const shared = await keep({ at, copies: [{ owner: 'gone' }, { owner: 'b' }], authorId: 'gone' });
    const toGone = await keep({ at, copies: [{ owner: 'gone' }], authorId: 'a', state: 'waiting' });
    const removed: string[] = [];
    const storage = { remove: (key: string) => Promise.resolve(void removed.push(key)) };
    const file = { school: SCHOOL, name: 'a.pdf', bytes: 1, addedAt: at };
    for (const messageId of [alone, shared])
      await host.host.database.dataSource.manager.insert(AttachmentRow, {
        ...{ ...file, id: randomUUID(), messageId, storageKey: `${SCHOOL}/${messageId.slice(0, 8)}` },
      });
    await erasePerson({ db: host.tables(SCHOOL), storage, personId: 'gone' });
    expect(removed).toEqual([`${SCHOOL}/${alone.slice(0, 8)}`]);
    for (const id of [alone, draft, waiting, received]) expect(await left(id)).toEqual(NOTHING);
    expect(await left(shared)).toEqual({ copies: 1, texts: 1, messages: 1 });
    expect(await left(toGone)).toMatchObject({ copies: 0, messages: 1 });
  });

  test('what nobody has a copy of goes, but for what is reported, or has still to be delivered', async () => {
    const at = new Date(NOW.getTime() - DAY);
    const erased = await keep({ at, copies: [], state: 'held' });
    const waiting = await keep({ at, copies: [], state: 'waiting', authorId: 'e' });
    const reported = await keep({ at, copies: [] });
    const { manager } = host.host.database.dataSource;
    const report = {
      ...{
        id: randomUUID(),
        school: SCHOOL,
        messageId: reported,
        state: 'open' as const,
        reportedBy: null,
        reportedAt: at,
      },
      ...{ reason: '', closedBy: null, closedAt: null },
    };
    await manager.insert(ReportRow, report);
    await night();
    expect(await left(erased)).toEqual(NOTHING);
    expect(await left(waiting)).toMatchObject({ messages: 1 });
    expect(await left(reported)).toMatchObject({ texts: 1, messages: 1 });
    await manager.update(ReportRow, { id: report.id }, { state: 'closed' });
    await night();
    expect(await left(reported)).toEqual(NOTHING);
    expect(await manager.count(ReportRow, { where: { messageId: reported } })).toBe(0);
  });

  test('X8: an open report stays with its message until the head closes it, also beyond what the school keeps', async () => {
    const { manager } = host.host.database.dataSource;
    const at = new Date('2025-07-31T10:00:00Z');
    const messageId = await keep({ at, copies: [{ owner: 'b' }] });
    const id = randomUUID();
    await manager.insert(ReportRow, {
      ...{ id, school: SCHOOL, messageId, state: 'open', reportedBy: 'b', reportedAt: at, reason: 'Il insiste' },
      ...{ closedBy: null, closedAt: null },
    });
    const refusal = { id, school: SCHOOL, messageId, reviewId: id, decidedBy: 'b', decidedAt: at, word: 'Non' };
    await manager.insert(RefusalRow, refusal);
    await night();
    expect(await left(messageId)).toEqual({ copies: 0, texts: 1, messages: 1 });
    expect(await manager.count(RefusalRow, { where: { messageId } })).toBe(1);
    await manager.update(ReportRow, { id }, { state: 'closed' });
    await night();
    expect(await left(messageId)).toEqual(NOTHING);
    expect(await manager.count(ReportRow, { where: { messageId } })).toBe(0);
    expect(await manager.count(RefusalRow, { where: { messageId } })).toBe(0);
  });

  test('X4: files go with the message, but for what a forwarded one shares', async () => {
    const storage = host.storage(SCHOOL);
    const { manager } = host.host.database.dataSource;
    const [own, shared] = await Promise.all(
      ['a', 'b'].map((text) => storage.store(Readable.from([text]), { maxBytes: 10 })),
    );
    const gone = await keep({ at: NOW, copies: [] });
    const forwarded = await keep({ at: NOW, copies: [{ owner: 'f' }] });
    for (const [messageId, key = ''] of [
      [gone, own?.key],
      [gone, shared?.key],
      [forwarded, shared?.key],
    ] as const) {
      const file = { school: SCHOOL, messageId, name: 'a.txt', bytes: 1, storageKey: key, addedAt: NOW };
      await manager.insert(AttachmentRow, { id: randomUUID(), ...file });
    }
    await night();
    expect(await manager.count(AttachmentRow, { where: { messageId: gone } })).toBe(0);
    await expect(storage.open(own?.key ?? '')).rejects.toThrow();
    expect((await (await storage.open(shared?.key ?? '')).toArray()).join('')).toBe('b');
  });

  test('X8: what waits for delivery stays whatever its age, with its author’s copy, and a draft for thirty days', async () => {
    const old = new Date('2025-07-31T10:00:00Z');
    const author = await host.ids.person('teacher');
    const waiting = await keep({
      at: old,
      copies: [{ owner: author, box: 'sent' }],
      state: 'waiting',
      authorId: author,
    });
    const held = await keep({ at: old, copies: [], state: 'held', authorId: author });
    const ended = await keep({ at: old, copies: [], state: 'held' });
    const draft = { copies: [{ owner: author, box: 'drafts' as const }], state: 'draft' as const, authorId: author };
    const forgotten = await keep({ at: old, ...draft });
    await night();
    expect(await left(waiting)).toEqual({ copies: 1, texts: 1, messages: 1 });
    expect(await left(held)).toMatchObject({ texts: 1, messages: 1 });
    for (const id of [ended, forgotten]) expect(await left(id)).toEqual(NOTHING);
    await host
      .tables(SCHOOL)
      .repository(MessageRow)
      .update({ id: In([waiting, held]) }, { state: 'refused' });
    await night();
    for (const id of [waiting, held]) expect(await left(id)).toEqual(NOTHING);
  });

  test('a second night changes nothing', async () => {
    await night();
    const { manager } = host.host.database.dataSource;
    const counts = async (): Promise<number[]> =>
      Promise.all([CopyRow, MessageRow, TextRow].map((row) => manager.count(row)));
    const before = await counts();
    await night();
    expect(await counts()).toEqual(before);
  });

  // Last: it is another year afterwards.
  test('X8: a message that was taken back is kept for its report beyond the end of a school year', async () => {
    const { manager } = host.host.database.dataSource;
    const [at, recalledAt] = [new Date('2027-07-31T10:00:00Z'), new Date('2027-10-10T10:00:00Z')];
    const decisions = { ...defaultDecisions({ timeZone: 'Europe/Paris' }), keptFor: 'school-year' as const };
    const policy = { ...storedDecisions(decisions), number: 1, decidedBy: null, decidedAt: at };
    await host.tables(SCHOOL).repository(PolicyRow).insert([policy]);
    const taken = { at, copies: [{ owner: 'a', box: 'sent' as const }, { owner: 'b' }], authorId: 'a' };
    const told = await keep({ ...taken, state: 'recalled' });
    const reported = await keep({ ...taken, state: 'recalled' });
    const read = await keep({ at, copies: [{ owner: 'b' }] });
    const draft = await keep({ at, copies: [{ owner: 'a', box: 'drafts' }], state: 'draft', authorId: 'a' });
    for (const messageId of [told, reported])
      await manager.update(CopyRow, { messageId, ownerId: 'b' }, { recalledAt });
    await manager.insert(ReportRow, {
      ...{ id: randomUUID(), school: SCHOOL, messageId: reported, state: 'closed', reportedBy: 'b', reportedAt: at },
      ...{ reason: '', textUntil: new Date('2027-11-20') },
      ...{ closedBy: null, closedAt: at },
    });
    const threadId = randomUUID();
    const behind = await keep({ at, copies: [{ owner: 'b' }], state: 'recalled', threadId });
    const newer = await keep({ at: new Date(at.getTime() + 1000), copies: [{ owner: 'b' }], threadId });
    await manager.update(CopyRow, { messageId: behind }, { recalledAt, isLast: false });
    host.clock.set(new Date('2027-10-13T20:00:00Z'));
    await night();
    for (const id of [read, draft]) expect(await left(id)).toEqual({ copies: 1, texts: 1, messages: 1 });
    await night();
    for (const id of [read, draft, newer]) expect(await left(id)).toEqual(NOTHING);
    expect(await manager.findBy(CopyRow, { messageId: behind })).toMatchObject([{ isLast: true }]);
    for (const id of [told, reported]) expect(await left(id)).toEqual({ copies: 1, texts: 1, messages: 1 });
    host.clock.set(new Date('2027-11-14T10:00:00Z'));
    await night();
    expect(await left(told)).toEqual(NOTHING);
    expect(await left(reported)).toEqual({ copies: 0, texts: 1, messages: 1 });
    host.clock.set(new Date('2027-11-20T10:00:00Z'));
    await night();
    expect(await left(reported)).toEqual(NOTHING);
  });

  test('P17 a night under a clock of 2038 deletes no message', async () => {
    const right = host.clock.now();
    const pupil = await host.ids.person('pupil');
    const id = await keep({ at: right, copies: [{ owner: pupil }, { owner: 'b', box: 'trash', purgeAt: right }] });
    host.clock.set('2038-01-19T03:14:07Z');
    const ran = (await host.host.jobs.runDue({ isClockSure: false })).map(({ name }) => name);
    for (const waits of ['refuse-overdue-reviews', 'purge-messages']) expect(ran).not.toContain(waits);
    host.clock.set(right);
    const { manager } = host.host.database.dataSource;
    expect(await manager.countBy(CopyRow, { messageId: id })).toBe(2);
    await night();
    expect(await manager.countBy(CopyRow, { messageId: id })).toBe(1);
  });
});
