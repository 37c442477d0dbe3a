// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { get, IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { Readable } from 'node:stream';
import type { Request, Response } from 'express';
import { defineBrick } from '../../api/brick.js';
import { download } from '../../api/http.js';
import { OTHER_SCHOOL, SCHOOL } from '../../testing/sample-directory.js';
import { bootWebHost } from '../web/host-for-tests.js';
import { paper } from '../web/paper-for-tests.js';
import { openAnswers } from './open-answers.js';

/** Gives its first bytes at once, and the others never. */
const spring = defineBrick({ ...paper.manifest, id: 'spring' }, ({ http }) => {
  http.get('/', { access: 'read' }, () => {
    const content = new Readable({ read: () => undefined });
    content.push('water');
    return download({ name: 'spring.bin', bytes: 1_000, content });
  });
});
const web = await bootWebHost({ bricks: [spring] });
const { sessions, directory } = web.host;
afterAll(() => web.stop());

/** A download that has begun. */
async function begin(cookie: string, uai: string): Promise<{ message: IncomingMessage; ended: Promise<unknown> }> {
  const request = get({ port: web.port, path: `/s/${uai}/spring/`, headers: { Cookie: cookie } });
  const [message] = (await once(request, 'response')) as [IncomingMessage];
  await once(message, 'data');
  return { message, ended: once(message, 'aborted') };
}
const lookTwice = async (): Promise<void> => {
  for (let count = 0; count < 2; count += 1) await web.host.openAnswers.breakOff();
};

test('C3: what is being downloaded is broken off once its session has ended; others go on', async () => {
  const claire = await begin(await web.cookieOf('teacher'), SCHOOL);
  const other = await begin(await web.cookieOf('teacherInBothSchools'), OTHER_SCHOOL);
  await lookTwice();
  const person = await directory.personByLogin('ldap', 'teacher');
  await sessions.endOf([person?.id ?? '']);
  await web.host.openAnswers.breakOff();
  await claire.ended;
  expect(other.message.destroyed).toBe(false);
  expect(web.lines.filter(({ level }) => level === 'error')).toEqual([]);
  other.message.destroy();
});

test('a session that is about to open, with the id that a login has given it, is left alone at the first look', async () => {
  const answers = openAnswers({ living: () => Promise.resolve(new Set()) });
  const message = new IncomingMessage(new Socket());
  const response = new ServerResponse(message);
  const request = Object.assign(message, { session: { personId: 'claire' }, sessionID: 'old' });
  await answers.note(request as unknown as Request, response as unknown as Response, () => undefined);
  await answers.breakOff();
  request.sessionID = 'new';
  await answers.breakOff();
  expect(response.destroyed).toBe(false);
  await answers.breakOff();
  expect(response.destroyed).toBe(true);
});

test('a session that lasts too long ends with what it has open; one that is idle does not, while it is being answered', async () => {
  const claire = await begin(await web.cookieOf('teacher'), SCHOOL);
  web.clock.advance(web.host.settings.session.idle + 1);
  await lookTwice();
  expect(claire.message.destroyed).toBe(false);
  web.clock.advance(web.host.settings.session.absolute);
  await lookTwice();
  await claire.ended;
});

test('in a host that listens, this happens by itself', async () => {
  const claire = await begin(await web.cookieOf('teacher'), SCHOOL);
  const person = await directory.personByLogin('ldap', 'teacher');
  await sessions.endOf([person?.id ?? '']);
  await claire.ended;
});
