// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { defineBrick } from '../../../api/brick.js';
import { OTHER_SCHOOL, SCHOOL, type Role } from '../../../testing/sample-directory.js';
import { startTestHost } from '../../../testing/start-test-host.js';
import { testDatabases } from '../../../testing/test-databases.js';
import { keepLiveStreams } from '../../app/keep-live-streams.js';
import { replyBrick } from '../reply-brick-for-tests.js';
import { cookieFor, openStream, type TestStream } from './streams-for-tests.js';

const body = z.object({ person: z.string(), topic: z.string(), how: z.enum(['kept', 'lost', 'job']) });

/** Tells a person of a topic: in a transaction that is kept or lost, or in a job. */
const board = defineBrick({ ...replyBrick.manifest, id: 'board' }, ({ http, jobs }) => {
  jobs.provide('tell', { data: z.object({ person: z.string(), topic: z.string() }) }, ({ live, complete }, data) =>
    complete(() => Promise.resolve(live.publish([data.person], data.topic))),
  );
  http.post(
    '/',
    { access: 'read', body },
    async ({ body: { person, topic, how }, db, live, jobs: outbox, redirect }) => {
      if (how === 'job') await outbox.enqueue('tell', { person, topic });
      else
        await db.transaction(() => {
          live.publish([person, person], topic);
          return how === 'lost' ? Promise.reject(new Error('lost')) : Promise.resolve();
        });
      return redirect('/');
    },
  );
});

const stands = await Promise.all(
  testDatabases().map(async (database) => ({
    name: database.name,
    suite: await startTestHost({ bricks: [board], database }),
  })),
);

describe.each(stands)('live streams on $name', ({ suite }) => {
  const { host, ids } = suite;
  const { live } = host;
  const open = async (role: Role, since = live.position()): Promise<TestStream> =>
    openStream(suite, await cookieFor(suite, await ids.person(role)), since);
  const publish = async (to: Role, topic: string, how = 'kept', by: Role = 'teacher'): Promise<void> => {
    await suite
      .as(by)
      .post('/')
      .form({ person: await ids.person(to), topic, how });
  };

  test('T10: a change is heard by its persons in its school, and by nobody else', async () => {
    const [pupil, classmate, elsewhere] = await Promise.all([
      open('pupil'),
      open('pupilOfOtherClass'),
      open('pupilOfOtherSchool'),
    ]);
    await publish('pupil', 'first');
    await publish('pupilOfOtherSchool', 'first');
    const heard = await pupil.until('first');
    expect(heard).toContain(`data: ${JSON.stringify({ school: SCHOOL, brick: 'board', topic: 'first' })}\n\n`);
    expect(heard.match(/first/g)).toHaveLength(1);
    await publish('pupilOfOtherClass', 'second');
    await publish('pupilOfOtherSchool', 'second', 'kept', 'teacherOfOtherSchool');
    expect(await classmate.until('second')).not.toContain('first');
    const own = await elsewhere.until('second');
    expect([own.includes('first'), own.includes(SCHOOL), own.includes(OTHER_SCHOOL)]).toEqual([false, false, true]);
    for (const { message } of [pupil, classmate, elsewhere]) message.destroy();
  });

  test('nothing is told of a transaction that was rolled back; a job tells when it has committed', async () => {
    const pupil = await open('pupil');
    await publish('pupil', 'lost', 'lost');
    await publish('pupil', 'done', 'job');
    expect(await suite.runJobs()).toMatchObject([{ state: 'done' }]);
    expect(await pupil.until('done')).not.toContain('lost');
    pupil.message.destroy();
  });

  test('a topic that could be content is refused', async () => {
    await suite.as('teacher').post('/').form({ person: 'x', topic: 'Tom a écrit', how: 'kept' }).expect(500);
  });

  test('a page that missed something is told so when its stream opens', async () => {
    const made = live.position();
    await publish('pupil', 'early');
    const [behind, inTime, other] = await Promise.all([
      open('pupil', made),
      open('pupil'),
      open('pupilOfOtherClass', made),
    ]);
    expect(await behind.until('\n\n')).toContain('event: again');
    for (const { until } of [inTime, other]) expect(await until('\n\n')).toMatch(/^retry: \d+\n: open\n\n$/);
    for (const { message } of [behind, inTime, other]) message.destroy();
  });

  test('events are sent as they are, and no browser or proxy may keep or compress them', async () => {
    const { message } = await open('pupil');
    expect(message.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    expect(message.headers['content-encoding']).toBeUndefined();
    message.destroy();
  });

  test('a visitor without a session gets no stream, and one person not any number', async () => {
    const anonymous = await openStream(suite, '', '');
    expect(anonymous.message.statusCode).toBe(401);
    const { url } = suite;
    const page = await fetch(`${url}/live`, { headers: { Accept: 'text/html' }, redirect: 'manual' });
    expect(page.status).toBe(401);
    const cookie = await cookieFor(suite, await ids.person('staff'));
    const streams = await Promise.all(Array.from({ length: 20 }, () => openStream(suite, cookie, '')));
    expect((await openStream(suite, cookie, '')).message.statusCode).toBe(503);
    for (const { message } of streams) message.destroy();
  });

  test('C3: the stream of a session that ended is ended', async () => {
    const [pupil, other] = await Promise.all([open('pupil'), open('pupilOfOtherClass')]);
    await host.sessions.endSessions({ persons: [await ids.person('pupil')] }, 'left');
    for (let count = 0; count < 2; count += 1) await host.inFlightResponses.abortEnded();
    await pupil.closed;
    expect(other.message.destroyed).toBe(false);
    other.message.destroy();
  });

  test('C3: a logout ends the streams of its browser at once and in order, and those of no other', async () => {
    const personId = await ids.person('pupil');
    const [here, there] = [await cookieFor(suite, personId), await cookieFor(suite, personId)];
    const [stream, other] = [
      await openStream(suite, here, live.position()),
      await openStream(suite, there, live.position()),
    ];
    const answer = await fetch(`${suite.url}/logout`, {
      method: 'POST',
      headers: { Cookie: here, Origin: new URL(host.settings.server.publicUrl).origin },
      redirect: 'manual',
    });
    expect(answer.status).toBe(303);
    // It would delete the encrypted texts of others too: the page itself deletes those of its user (`shell.js`).
    expect(answer.headers.get('Clear-Site-Data')).toBeNull();
    await stream.closed;
    expect(stream.message.complete).toBe(true);
    await publish('pupil', 'after');
    await other.until('after');
    expect(other.message.destroyed).toBe(false);
    // The SSO ends a session, or a sync ends its person: the effect is the same.
    await host.sessions.endSessions({ persons: [personId] }, 'left');
    await other.closed;
    expect(other.message.complete).toBe(true);
  });

  test('a stream keeps no session from becoming idle, and ends with it', async () => {
    const pupil = await open('pupil');
    await keepLiveStreams(host);
    await pupil.until(': here');
    suite.clock.advance(host.settings.session.idle);
    await keepLiveStreams(host);
    await pupil.closed;
    expect(pupil.message.complete).toBe(true);
  });

  test('a host that stops ends its streams in order', async () => {
    const pupil = await open('pupil');
    await suite.stop();
    await pupil.closed;
    expect(pupil.message.complete).toBe(true);
  });
});
