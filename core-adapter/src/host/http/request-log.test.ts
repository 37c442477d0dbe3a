// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL } from '../../testing/sample-directory.js';
import { bootWebHost } from '../app/host-for-tests.js';
import { loginBrick, replyBrick } from './reply-brick-for-tests.js';

const web = await bootWebHost({ bricks: [replyBrick, loginBrick] });
afterAll(() => web.stop());

test('one line for each request: its path, its status, and the reference of the answer', async () => {
  const { headers } = await web.send('/accessibility');
  expect(headers['x-request-id']).toMatch(/^[0-9a-f]{8}$/);
  expect(web.lines.filter(({ fields }) => fields['reference'] === headers['x-request-id'])).toEqual([
    {
      level: 'info',
      fields: {
        reference: headers['x-request-id'],
        method: 'GET',
        path: '/accessibility',
        status: 200,
        milliseconds: expect.any(Number),
      },
      sentence: 'request',
    },
  ]);
  expect((await web.send('/accessibility')).headers['x-request-id']).not.toBe(headers['x-request-id']);
});

test('C14: no query, ticket, cookie or name stands in the log, whatever came of the request', async () => {
  const login = (await web.send('/login')).headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  const tickets = ['ST-teacher~secret', 'ST-refused', 'ST-trouble', 'ST-nobody~secret'];
  for (const ticket of tickets) {
    await web.send(`/cas/callback?ticket=${ticket}`, { headers: { Cookie: login } });
    await web.send(`/cas/callback?ticket=${ticket}`);
  }
  await web.send('/cas/callback', { method: 'POST', body: '<x><ticket>ST-teacher~secret</ticket></x>' });
  const cookie = await web.cookieOf('teacher');
  await web.send(`/s/${SCHOOL}/paper/search?page=sesame`, { headers: { Cookie: cookie } });
  await web.send(`/s/${SCHOOL}/paper/sheets`, { method: 'POST', headers: { Cookie: cookie }, body: 'text=sesame' });

  expect(web.lines.length).toBeGreaterThan(10);
  const log = web.lines.map(({ fields, sentence }) => `${JSON.stringify(fields)} ${String(fields['err'])} ${sentence}`);
  expect(log.join('\n')).not.toMatch(/ST-|sesame|secret|volee_session|volee_login|Vuillet/);
});

test('C14: a ticket does not stay in the address of a page', async () => {
  const login = (await web.send('/login?to=/account')).headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  const { status, headers } = await web.send('/cas/callback?ticket=ST-teacher', { headers: { Cookie: login } });
  expect([status, headers.location, headers['cache-control']]).toEqual([303, '/account', 'no-store']);
});
