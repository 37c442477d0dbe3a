// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases, group, member, OTHER_SCHOOL, SCHOOL, startTestHost } from '@volee/core-adapter/testing';
import { CopyRow } from '../../store/copy.entity.js';
import { MessageRow } from '../../store/message.entity.js';
import { RecipientRow } from '../../store/recipient.entity.js';
import { RefusalRow } from '../../store/refusal.entity.js';
import { ReviewRow, type ReviewState } from '../../store/review.entity.js';
import { messageSteps } from '../../testing/start/messages-for-tests.js';
import { watchedBrick } from '../../testing/start/watched-brick-for-tests.js';
import { followClasses } from '../deliver/follow-classes.js';

/** The class of the file has the pupils of CM1. */
const records = [
  group(SCHOOL, 'cm1-file', 'CM1 ONDE'),
  ...['pupil', 'classmate'].map((login) => member(SCHOOL, 'cm1-file', login)),
];

describe.each(bothDatabases())('a class that becomes another one on $name', (database) => {
  const watched = watchedBrick();
  // Awaited below, since a describe cannot wait.
  let host: Awaited<ReturnType<typeof startTestHost>>;
  const started = startTestHost({ bricks: [watched.brick], database, records });
  beforeAll(async () => {
    host = await started;
  });
  const { send, has, open } = messageSteps(() => host);

  async function fileClass(): Promise<string> {
    const rows: { id: string }[] = await host.host.database.dataSource.query(
      "SELECT id FROM core_group WHERE name = 'CM1 ONDE'",
    );
    return rows[0]?.id ?? '';
  }

  test('T7: recipients are named once, and nobody receives or loses a message', async () => {
    const { cm1, sixthA } = host.ids;
    const from = await fileClass();
    await send('teacher', { toGuardiansOf: from }, 'Au fichier');
    await send('teacher', { toGuardiansOf: cm1 }, 'À la classe');
    await send('teacherOfOtherSchool', { toGuardiansOf: sixthA }, 'Ailleurs');
    await host.runJobs();
    const recipients = host.tables(SCHOOL).repository(RecipientRow);
    const twice = await recipients.findOne({ where: { toGroup: cm1 } });
    if (!twice) throw new Error('Nobody was named.');
    await recipients.insert([
      { ...twice, toGroup: from },
      { ...twice, toGroup: from, part: 'teacher' },
    ]);
    const copies = (uai: string) =>
      host
        .tables(uai)
        .repository(CopyRow)
        .find({ order: { id: 'ASC' } });
    const before = [await copies(SCHOOL), await copies(OTHER_SCHOOL)];
    const elsewhere = await host.tables(OTHER_SCHOOL).repository(RecipientRow).find();
    for (let time = 0; time < 2; time += 1) {
      await host.moveGroup(SCHOOL, { from, to: cm1 });
      const rows = await recipients.find({ where: { messageId: twice.messageId }, order: { part: 'ASC' } });
      expect(rows.map(({ toGroup, part }) => [toGroup, part])).toEqual([
        [cm1, 'guardian'],
        [cm1, 'teacher'],
      ]);
      expect(await recipients.count({ where: { toGroup: cm1 } })).toBe(3);
      expect(await recipients.count({ where: { toGroup: from } })).toBe(0);
      expect([await copies(SCHOOL), await copies(OTHER_SCHOOL)]).toEqual(before);
      expect(await host.tables(OTHER_SCHOOL).repository(RecipientRow).find()).toEqual(elsewhere);
    }
    expect(await has('guardian', 'Au fichier')).toBe(true);
    expect(await has('guardianOfOtherClass', 'Au fichier')).toBe(false);
    expect((await open('teacher', 'Au fichier', '/boxes/sent')).text).not.toContain('CM1 ONDE');
  });

  test.each<[ReviewState, ReviewState, 'from' | 'to']>([
    ['waiting', 'accepted', 'to'],
    ['refused', 'waiting', 'from'],
    ['accepted', 'refused', 'from'],
    ['lapsed', 'waiting', 'to'],
    ['waiting', 'waiting', 'from'],
    ['accepted', 'accepted', 'from'],
  ])('T7: of a review that is %s and one that is %s, that of "%s" stays', async (ofFrom, ofTo, kept) => {
    const { cm1 } = host.ids;
    const from = await fileClass();
    const db = host.tables(SCHOOL);
    const reviews = db.repository(ReviewRow);
    const at = host.clock.now();
    const review = { messageId: crypto.randomUUID(), version: 1, heldFor: 'consent', decidedBy: null } as const;
    const undecided = { ...review, decidedAt: null, word: null };
    const earlier = new Date(at.getTime() - 60_000);
    const one = await reviews.insertOne({ ...undecided, groupId: from, state: ofFrom, heldAt: earlier });
    const two = await reviews.insertOne({ ...undecided, groupId: cm1, state: ofTo, heldAt: at });
    const refusal = { messageId: review.messageId, decidedBy: null, decidedAt: at, word: 'Non', toldAt: null };
    await db.repository(RefusalRow).insert([one, two].map(({ id }) => ({ ...refusal, reviewId: id })));
    await host.moveGroup(SCHOOL, { from, to: cm1 });
    await host.moveGroup(SCHOOL, { from, to: cm1 });
    const stays = kept === 'from' ? one : two;
    expect(await reviews.find({ where: { messageId: review.messageId } })).toEqual([{ ...stays, groupId: cm1 }]);
    const refusals = await db.repository(RefusalRow).find({ where: { messageId: review.messageId } });
    expect(refusals.map(({ reviewId }) => reviewId)).toEqual([stays.id, stays.id]);
    await reviews.delete({ messageId: review.messageId });
  });

  test('a message that waited for the class that is gone is delivered, once the other one has accepted it', async () => {
    const from = await fileClass();
    const db = host.tables(SCHOOL);
    const reviews = db.repository(ReviewRow);
    await send('pupil', { toPerson: await host.ids.person('classmate') }, 'Pour deux classes');
    await host.runJobs();
    const [message] = await db.repository(MessageRow).find({ where: { state: 'held' } });
    const [asked] = await reviews.find({ where: { messageId: message?.id ?? '' } });
    if (!asked) throw new Error('Nobody is asked.');
    const to = asked.groupId === from ? host.ids.cm1 : from;
    await reviews.insertOne({ ...asked, groupId: to, state: 'accepted', decidedAt: host.clock.now() });
    await host.moveGroup(SCHOOL, { from, to: host.ids.cm1 });
    expect(await has('classmate', 'Pour deux classes')).toBe(false);
    await followClasses(watched.work(SCHOOL), new AbortController().signal);
    await host.runJobs();
    expect(await has('classmate', 'Pour deux classes')).toBe(true);
  });
});
