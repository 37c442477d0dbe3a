// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL, startTestHost, testDatabases } from '@volee/core-adapter/testing';
import { watchedBrick } from '../deliver/watched-brick-for-tests.js';
import { messageSteps } from '../messages-for-tests.js';
import { ReviewRow } from '../store/review.entity.js';

const DAY = 86_400_000;
/** Reviews in one transaction. */
const PART = 200;

describe.each(testDatabases())('overdue reviews on $name', (database) => {
  const watched = watchedBrick();
  // Awaited below, since a describe cannot wait.
  let host: Awaited<ReturnType<typeof startTestHost>>;
  const started = startTestHost({ bricks: [watched.brick], database });
  beforeAll(async () => {
    host = await started;
  });
  const { send } = messageSteps(() => host);

  test('many are refused in parts, and each is', async () => {
    await send('pupil', { toPerson: await host.ids.person('classmate') }, 'Oublié');
    // A job runs, by which the tables are known.
    await send('teacher', { toPerson: await host.ids.person('guardian') }, 'Livré');
    await host.runJobs();
    const reviews = watched.db(SCHOOL).repository(ReviewRow);
    const review = await reviews.findOne({ where: { state: 'waiting' } });
    if (!review) throw new Error('Nobody is asked.');
    await reviews.insert(Array.from({ length: PART }, () => ({ ...review, messageId: crypto.randomUUID() })));
    host.clock.advance(15 * DAY);
    const refusedAfter: number[] = [];
    watched.afterPart(async () => void refusedAfter.push(await reviews.count({ where: { state: 'refused' } })));
    await host.runJobs();
    expect(refusedAfter).toEqual([PART]);
    expect(await reviews.count({ where: { state: 'refused' } })).toBe(PART + 1);
  });
});
