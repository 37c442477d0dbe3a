// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL } from '../../testing/sample-directory.js';
import { bootWebHost, type Answer, type WebHost } from '../app/host-for-tests.js';
import { loginBrick, replyBrick } from './reply-brick-for-tests.js';

const secure = await bootWebHost({ bricks: [replyBrick, loginBrick], publicUrl: 'https://ent.example.org' });
const plain = await bootWebHost({ bricks: [replyBrick], publicUrl: 'http://ent.example.org' });
afterAll(async () => {
  await secure.stop();
  await plain.stop();
});

function directives({ headers }: Answer): Record<string, string> {
  const policy = String(headers['content-security-policy']);
  return Object.fromEntries(
    policy.split(';').map((part) => {
      const [name = '', ...sources] = part.trim().split(' ');
      return [name, sources.join(' ')];
    }),
  );
}

const POLICY = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self'",
  'media-src': "'self'",
  'font-src': "'self'",
  'connect-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
};

async function everyKindOfAnswer({ send, cookieOf }: WebHost): Promise<Answer[]> {
  const Cookie = await cookieOf('teacher');
  const addresses = [
    '/',
    '/nowhere',
    '/accessibility',
    '/health/live',
    '/api/v1/me',
    '/account',
    `/s/${SCHOOL}/paper/`,
  ];
  return Promise.all(
    [...addresses, `/s/${SCHOOL}/paper/crash`, '/assets/core/theme.css', '/%E0%A4%A'].map((path) =>
      send(path, { headers: { Cookie } }),
    ),
  );
}

test('P6: every answer carries the policy: nothing inline, nothing from elsewhere, no frame; style sheets, scripts and fonts leave it to their page', async () => {
  for (const answer of await everyKindOfAnswer(plain)) expect(directives(answer)).toEqual(POLICY);
  const { status, headers } = await plain.send('/assets/core/shell.js');
  expect([status, headers['content-security-policy'], headers['x-content-type-options']]).toEqual([
    200,
    undefined,
    'nosniff',
  ]);
  expect((await plain.send('/assets/core/favicon.svg')).headers['content-security-policy']).toBeDefined();
});

test('forms may also lead to the SSO, and https is asked for only where there is https', async () => {
  for (const answer of await everyKindOfAnswer(secure)) {
    expect(directives(answer)).toEqual({
      ...POLICY,
      'form-action': "'self' https://sso.example.org:8443",
      'upgrade-insecure-requests': '',
    });
  }
});

test('no page breaks its own policy: no inline script, style or handler', async () => {
  for (const { headers, text } of await everyKindOfAnswer(plain)) {
    if (!headers['content-type']?.includes('text/html')) continue;
    expect(text).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=|javascript:/i);
    expect(text).not.toMatch(/(src|href|action)="(https?:)?\/\//);
  }
});

test('the other headers that browsers obey', async () => {
  const { headers } = await secure.send('/accessibility');
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
    'referrer-policy': 'same-origin',
    'strict-transport-security': expect.stringMatching(/^max-age=\d{8}/),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  });
  expect(headers).not.toHaveProperty('x-powered-by');
  const overHttp = (await plain.send('/accessibility')).headers;
  expect(overHttp).not.toHaveProperty('strict-transport-security');
  expect(overHttp).not.toHaveProperty('cross-origin-opener-policy');
});

const PROXY_HEADERS = [
  {},
  { 'X-Forwarded-Proto': 'https' },
  { 'X-Forwarded-Proto': 'http' },
  { 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'evil.example.org', 'X-Forwarded-For': '192.0.2.1' },
];

describe.each([0, 1])('behind a proxy, with trustProxy %d', (trustProxy) => {
  test.each(['https://ent.example.org', 'http://ent.example.org'])(
    'cookies are Secure when people come by https, and only then: %s',
    async (publicUrl) => {
      const web = await bootWebHost({ bricks: [loginBrick], publicUrl, trustProxy });
      try {
        for (const headers of PROXY_HEADERS) {
          const begun = await web.send('/login', { headers });
          const login = cookiesOf(begun);
          const Cookie = login.map((one) => one.split(';')[0]).join('; ');
          const done = await web.send('/cas/callback?ticket=ST-teacher', { headers: { ...headers, Cookie } });
          const session = cookiesOf(done).filter((one) => /^(__Host-)?volee_session=/.test(one));
          expect([begun.status, done.status, session.length]).toEqual([303, 303, 1]);
          for (const one of [...login, ...session]) {
            expect(one).toMatch(/; HttpOnly/);
            expect(one).toMatch(/; SameSite=Lax/);
            expect(one.includes('; Secure')).toBe(publicUrl.startsWith('https:'));
          }
        }
      } finally {
        await web.stop();
      }
    },
  );
});

function cookiesOf({ headers }: Answer): string[] {
  return headers['set-cookie'] ?? [];
}
