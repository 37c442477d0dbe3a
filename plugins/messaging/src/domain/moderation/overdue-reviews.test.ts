// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL, startTestHost, testDatabases } from '@volee/core-adapter/testing';
import { watchedBrick } from '../../testing/start/watched-brick-for-tests.js';
import { messageSteps } from '../../testing/start/messages-for-tests.js';
import { defaultDecisions } from '../policy/decisions.js';
import { storedDecisions } from '../policy/stored-decisions.js';
import { purgeMessages } from '../retention/purge-messages.js';
import { MessageRow } from '../../store/message.entity.js';
import { PolicyRow } from '../../store/policy.entity.js';
import { ReviewRow } from '../../store/review.entity.js';

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
  const { send, open } = messageSteps(() => host);

  test('many are refused in parts, and each is', async () => {
    await send('pupil', { toPerson: await host.ids.person('classmate') }, 'Oublié');
    await host.runJobs();
    const reviews = host.tables(SCHOOL).repository(ReviewRow);
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

  test('days of a pause are none of the seven, and what a teacher refuses in it is told at once', async () => {
    await send('pupil', { toPerson: await host.ids.person('classmate') }, 'Trêve');
    await host.runJobs();
    const sent = async (): Promise<string> => (await open('pupil', 'Trêve', '/boxes/sent')).text;
    await host.as('head').post('/rules/pause').form({ profile: 'pupil', reason: 'On en parle en classe.' }).expect(303);
    for (let week = 0; week < 2; week += 1) {
      host.clock.advance(7 * DAY);
      await host.runJobs();
      expect(await sent()).toMatch(/Il n’est pas perdu/);
    }
    const [, id = ''] = /name="id" value="([^"]+)"/.exec((await host.as('head').get('/rules').expect(200)).text) ?? [];
    await host.as('head').post('/rules/pause/end').form({ id }).expect(303);
    host.clock.advance(60 * 60_000);
    await host.runJobs();
    expect(await sent()).toMatch(/Ton message attend/);

    await host.as('head').post('/rules/pause').form({ profile: 'pupil', reason: 'Encore.' }).expect(303);
    await host.runJobs();
    const { text } = await host.as('teacher').get('/reviews').expect(200, /Trêve/);
    const item = text.split('<li class="v-review">').find((part) => part.includes('Trêve')) ?? '';
    const [, path = '', version = ''] = /action="([^"]+)"[^]*?name="version" value="(\d+)"/.exec(item) ?? [];
    const refusal = { do: 'refuse', version, reason: 'own-words', word: 'Parlons-en' };
    await host.as('teacher').post(path).form(refusal).expect(303);
    await host.runJobs();
    expect(await sent()).toMatch(/n’est pas parti[^]*Parlons-en/);
    await host.host.database.dataSource.query(`UPDATE messaging_breaker SET endedAt = startedAt`);
  });

  test('days on which messages are off in the school are none of the seven', async () => {
    const { activations } = host.host;
    await send('pupil', { toPerson: await host.ids.person('classmate') }, 'Éteint');
    await host.runJobs();
    for (const [days, profiles] of [
      [14, []],
      [1, []],
      [14, ['pupil', 'guardian', 'head', 'staff']],
    ] as const) {
      await activations.disable(SCHOOL, 'messaging', 'cli');
      const forOthers = { profiles, groupIds: [], from: null, until: null };
      if (profiles.length > 0) await activations.enable(SCHOOL, 'messaging', 'cli', forOthers);
      host.clock.advance(days * DAY);
      await host.runJobs();
      await activations.enable(SCHOOL, 'messaging', 'cli');
      // The first run of the job that refuses.
      host.clock.advance(60 * 60_000);
      await host.runJobs();
      expect((await open('pupil', 'Éteint', '/boxes/sent')).text).toMatch(/Ton message attend/);
      await host
        .as('teacher')
        .get('/reviews')
        .expect(200, /Texte de Éteint/);
    }
    // Seven school days of which it was on.
    host.clock.advance(15 * DAY);
    await host.runJobs();
    expect((await open('pupil', 'Éteint', '/boxes/sent')).text).toMatch(/n’est pas parti/);
  });

  test('P17 a clock that is ahead for an hour refuses nothing that waits for a teacher', async () => {
    const right = host.clock.now();
    await send('pupil', { toPerson: await host.ids.person('classmate') }, 'En avance');
    const atClock = async (time: Date): Promise<void> => {
      host.clock.set(time);
      await host.host.jobs.runDue({ isClockSure: false });
    };
    const HOUR = 3_600_000;
    await atClock(right);
    await atClock(new Date(right.getTime() + 90 * DAY));
    await atClock(new Date(right.getTime() + 90 * DAY + HOUR));
    await atClock(new Date(right.getTime() + 2 * HOUR));
    expect((await open('pupil', 'En avance', '/boxes/sent')).text).toMatch(/Ton message attend/);
    // Under a clock that is right the message is refused: a Monday, after the holidays of February.
    host.clock.advance(31 * DAY);
    await host.runJobs();
    expect((await open('pupil', 'En avance', '/boxes/sent')).text).toMatch(/n’est pas parti/);
  });

  // Last: it is another year afterwards.
  test('X8: what was sent before the summer and refused after it is kept for its author like a message of the new year', async () => {
    const db = host.tables(SCHOOL);
    const keptFor = 'school-year' as const;
    const decisions = storedDecisions({ ...defaultDecisions({ timeZone: 'Europe/Paris' }), keptFor });
    const decided = { number: 1, decidedBy: null, decidedAt: host.clock.now() };
    await db.repository(PolicyRow).insert([{ ...decisions, ...decided }]);
    host.clock.set(new Date('2027-07-02T09:00:00Z'));
    await send('pupil', { toPerson: await host.ids.person('classmate') }, 'Vacances');
    await host.runJobs();
    host.clock.set(new Date('2027-09-09T09:00:00Z'));
    await host.runJobs();
    const purge = (schoolYear: number): Promise<void> =>
      purgeMessages({ ...watched.work(SCHOOL), schoolYear }, new AbortController().signal);
    host.clock.set(new Date('2027-10-15T09:00:00Z'));
    await purge(2027);
    expect((await open('pupil', 'Vacances', '/boxes/sent')).text).toMatch(/n’est pas parti/);

    // A refusal of the last days of a year is read until 14 October.
    const messages = db.repository(MessageRow);
    await messages.update({ subject: 'Vacances' }, { settledAt: new Date('2028-07-30T09:00:00Z') });
    host.clock.set(new Date('2028-10-14T09:00:00Z'));
    await purge(2028);
    expect(await messages.count({ where: { subject: 'Vacances' } })).toBe(1);
    host.clock.set(new Date('2028-10-15T09:00:00Z'));
    await purge(2028);
    expect(await messages.count({ where: { subject: 'Vacances' } })).toBe(0);
  });
});
