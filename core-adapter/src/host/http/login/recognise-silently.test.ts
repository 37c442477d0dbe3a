// SPDX-License-Identifier: EUPL-1.2
import { bootWebHost, type Answer, type WebHost } from '../../app/host-for-tests.js';
import { logInThrough, authProviderBrick } from './login-bricks-for-tests.js';

const PAGE = '/accessibility?from=foot';
const SILENT = `/login?${new URLSearchParams({ gateway: 'true', to: PAGE }).toString()}`;
const OVER = 'volee_session=of-a-session-that-is-over';

describe('public pages', () => {
  let web: WebHost;
  beforeAll(async () => {
    web = await bootWebHost({ bricks: [authProviderBrick({ supportsRenew: true })] });
  });
  afterAll(() => web.stop());

  const look = (Cookie: string, path = PAGE, headers = {}): Promise<Answer> =>
    web.send(path, { headers: { Cookie, ...headers } });

  test('CAS 3.0 §2.1.1 gateway: a browser with an expired session is redirected to the SSO silently, and that is remembered', async () => {
    expect((await look(OVER)).headers.location).toBe(SILENT);
    const { headers } = await look(OVER, SILENT);
    expect(headers.location).toBe('https://sso.example.org/gateway');
    expect(headers['set-cookie']?.join()).toMatch(/volee_asked=1; Max-Age=600; .*HttpOnly; SameSite=Lax/);
  });

  test('C12 CAS 3.0 §2.1.1 gateway: a browser that was redirected lately is not redirected again', async () => {
    expect((await look(`${OVER}; volee_asked=1`)).status).toBe(200);
    expect((await look(`${OVER}; volee_asked=1`, SILENT)).headers.location).toBe(PAGE);
  });

  test('a browser without an earlier login, a signed-in user, and a program are not redirected', async () => {
    expect((await look('')).status).toBe(200);
    expect((await look('volee_theme=dark')).status).toBe(200);
    expect((await look(await logInThrough(web, 'ST-pupil'))).status).toBe(200);
    expect((await look(OVER, PAGE, { Accept: 'application/json' })).status).toBe(200);
  });
});

test('without an SSO no browser is redirected', async () => {
  const web = await bootWebHost();
  expect((await web.send(PAGE, { headers: { Cookie: OVER } })).status).toBe(200);
  await web.stop();
});
