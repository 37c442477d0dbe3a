// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { createServer, get, IncomingMessage, ServerResponse } from 'node:http';
import { connect, Socket, type AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import type { Request, Response } from 'express';
import { defineBrick } from '../../../api/brick.js';
import { content } from '../../../api/content.js';
import { OTHER_SCHOOL, SCHOOL } from '../../../testing/sample-directory.js';
import { bootWebHost } from '../../app/host-for-tests.js';
import { logInThrough, authProviderBrick } from '../../http/login/login-bricks-for-tests.js';
import { replyBrick } from '../../http/reply-brick-for-tests.js';
import { inFlightResponses } from './in-flight-responses.js';

/** Sends its first bytes at once, and never the rest. */
const spring = defineBrick({ ...replyBrick.manifest, id: 'spring' }, ({ http }) => {
  http.get('/', { access: 'read' }, () => {
    const water = new Readable({ read: () => undefined });
    water.push('water');
    return content({ name: 'spring.bin', bytes: 1_000, etag: 'water', modifiedAt: new Date(0), open: () => water });
  });
});
const web = await bootWebHost({ bricks: [spring, authProviderBrick({ supportsRenew: true })] });
const { sessions, directory } = web.host;
afterAll(() => web.stop());

/** A download that has begun. */
async function begin(cookie: string, uai: string): Promise<{ message: IncomingMessage; ended: Promise<unknown> }> {
  const request = get({ port: web.port, path: `/s/${uai}/spring/`, headers: { Cookie: cookie } });
  const [message] = (await once(request, 'response')) as [IncomingMessage];
  await once(message, 'data');
  return { message, ended: once(message, 'aborted') };
}
/** And lets what was broken off arrive here: it is on its way before the answer to what is asked afterwards. */
const lookTwice = async (): Promise<void> => {
  for (let count = 0; count < 2; count += 1) await web.host.inFlightResponses.abortEnded();
  await web.send('/health/live');
};

test('C3: a download is aborted once its session has ended; others go on', async () => {
  const claire = await begin(await web.cookieOf('teacher'), SCHOOL);
  const other = await begin(await web.cookieOf('teacherInBothSchools'), OTHER_SCHOOL);
  const person = await directory.personByLogin('ldap', 'teacher');
  await sessions.endSessions({ persons: [person?.id ?? ''] }, 'left');
  await lookTwice();
  await claire.ended;
  expect(other.message.destroyed).toBe(false);
  expect(web.lines.filter(({ level }) => level === 'error')).toEqual([]);
  other.message.destroy();
});

/** A slow response, of a session that the test may change. */
function answering() {
  const message = new IncomingMessage(new Socket());
  const response = new ServerResponse(message);
  const request = Object.assign(message, { session: { personId: 'claire' }, sessionID: 'old' });
  return { request, response, pair: [request as unknown as Request, response as unknown as Response] as const };
}

test('the first check spares the response of a login in progress, which has a session id but no stored session', async () => {
  const answers = inFlightResponses({ findActive: () => Promise.resolve(new Set()) });
  const { request, response, pair } = answering();
  await answers.note(...pair, () => undefined);
  await answers.abortEnded();
  request.sessionID = 'new';
  await answers.abortEnded();
  expect(response.destroyed).toBe(false);
  await answers.abortEnded();
  expect(response.destroyed).toBe(true);
});

test('a response in progress during a renewed login belongs to the new session', async () => {
  const answers = inFlightResponses({
    findActive: (sids) => Promise.resolve(new Set(sids.filter((sid) => sid === 'new'))),
  });
  const { response, pair } = answering();
  await answers.note(...pair, () => undefined);
  answers.move('old', 'new');
  for (let count = 0; count < 3; count += 1) await answers.abortEnded();
  expect(response.destroyed).toBe(false);
});

test('a response that is moved during a check goes on', async () => {
  let answer = (): void => undefined;
  const answers = inFlightResponses({
    findActive: () => new Promise((resolve) => (answer = () => resolve(new Set()))),
  });
  const { response, pair } = answering();
  await answers.note(...pair, () => undefined);
  for (const move of [false, true]) {
    const looking = answers.abortEnded();
    if (move) answers.move('old', 'new');
    answer();
    await looking;
  }
  expect(response.destroyed).toBe(false);
});

test('nothing is kept for a closed connection, not even a response queued behind another', async () => {
  const asked: number[] = [];
  const answers = inFlightResponses({
    findActive(sids) {
      asked.push(sids.length);
      return Promise.resolve(new Set(sids));
    },
  });
  let come = 0;
  let allCome = (): void => undefined;
  const three = new Promise<void>((resolve) => (allCome = resolve));
  const server = createServer((message, response) => {
    const request = Object.assign(message, { session: { personId: 'claire' }, sessionID: 'sid' });
    void answers.note(request as unknown as Request, response as unknown as Response, () => undefined);
    if ((come += 1) === 3) allCome();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const visitor = connect(port, '127.0.0.1').on('error', () => undefined);
  const [socket] = (await once(server, 'connection')) as [Socket];
  visitor.write('GET / HTTP/1.1\r\nHost: example.org\r\n\r\n'.repeat(3));
  await three;
  await answers.abortEnded();
  visitor.destroy();
  await once(socket, 'close');
  await answers.abortEnded();
  server.close();
  expect(asked).toEqual([3, 0]);
});

test('no check begins while another waits for the database', async () => {
  let asked = 0;
  let answer = (): void => undefined;
  const answers = inFlightResponses({
    findActive(sids) {
      asked += 1;
      return new Promise((resolve) => (answer = () => resolve(new Set(sids))));
    },
  });
  const first = answers.abortEnded();
  await answers.abortEnded();
  answer();
  await first;
  expect(asked).toBe(1);
});

test('C6: a renewed login ends the old session; a response in progress ends with the new one', async () => {
  const cookie = await logInThrough(web, 'ST-teacher');
  const upload = await begin(cookie, SCHOOL);
  await logInThrough(web, 'ST-teacher~2', '/login?renew=true', cookie);
  expect((await web.send('/api/v1/me', { headers: { Cookie: cookie } })).status).toBe(401);
  await lookTwice();
  expect(upload.message.destroyed).toBe(false);
  await sessions.endSessions({ ticket: 'ST-teacher~2' }, 'singleLogout');
  await lookTwice();
  await upload.ended;
});

test('the absolute limit of a session aborts its responses; the idle limit does not abort a response in progress', async () => {
  const claire = await begin(await web.cookieOf('teacher'), SCHOOL);
  web.clock.advance(web.host.settings.session.idle + 1);
  await sessions.sweep();
  await lookTwice();
  expect(claire.message.destroyed).toBe(false);
  web.clock.advance(web.host.settings.session.absolute);
  await lookTwice();
  await claire.ended;
});

test('a listening host aborts such responses by itself', async () => {
  const claire = await begin(await web.cookieOf('teacher'), SCHOOL);
  const person = await directory.personByLogin('ldap', 'teacher');
  await sessions.endSessions({ persons: [person?.id ?? ''] }, 'left');
  await claire.ended;
});
