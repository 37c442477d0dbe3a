// SPDX-License-Identifier: EUPL-1.2
import { bootWebHost, type WebHost } from '../app/host-for-tests.js';
import { loginBrick } from './reply-brick-for-tests.js';

/** The cookies that a login sets on its way through a reverse proxy, which says what it likes. */
async function loginCookies({ send }: WebHost, protocol: string): Promise<string[]> {
  const headers = { 'X-Forwarded-Proto': protocol };
  const begun = (await send('/login', { headers })).headers['set-cookie'] ?? [];
  const Cookie = begun.map((line) => line.split(';')[0]).join('; ');
  const come = await send('/cas/callback?ticket=ST-teacher', { headers: { ...headers, Cookie } });
  expect(come.status).toBe(303);
  return [...begun, ...(come.headers['set-cookie'] ?? [])].filter((line) => !line.includes('Expires=Thu, 01 Jan 1970'));
}

test.each(['http', 'https'])('cookies are as secure as the public address, whatever a proxy says: %s', async (said) => {
  for (const [publicUrl, isSecure] of [
    ['https://ent.example.org', true],
    ['http://ent.example.org', false],
  ] as const) {
    const web = await bootWebHost({ bricks: [loginBrick], publicUrl, trustProxy: 1 });
    const cookies = await loginCookies(web, said).finally(() => web.stop());
    // `__Host-`: a neighbour below the same domain cannot plant one.
    const prefix = isSecure ? '__Host-' : '';
    expect(cookies.map((line) => line.split('=')[0])).toEqual(
      ['volee_login', 'volee_person', 'volee_session'].map((name) => prefix + name),
    );
    for (const line of cookies) expect(line).toMatch(/; Path=\/;/);
    expect(cookies.map((line) => /; Secure/i.test(line))).toEqual([isSecure, isSecure, isSecure]);
  }
});
