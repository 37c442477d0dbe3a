// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readForm } from './read-form.js';
import { sampleCasAccounts } from './sample-cas-accounts.js';
import { startCas, type Cas } from './start-cas.js';

let cas: Cas;
let application: Server;
let base: string;
let heard: { path: string; type: string | undefined; xml: string }[];

beforeEach(async () => {
  heard = [];
  cas = await startCas({ accounts: sampleCasAccounts() });
  application = createServer((request, response) => {
    void readForm(request).then((form) => {
      heard.push({
        path: request.url ?? '',
        type: request.headers['content-type'],
        xml: form?.get('logoutRequest') ?? '',
      });
      response.writeHead(request.url === '/broken' ? 500 : 200).end();
    });
  }).listen(0, '127.0.0.1');
  await once(application, 'listening');
  base = `http://127.0.0.1:${(application.address() as AddressInfo).port}`;
});
afterEach(async () => {
  await cas.stop();
  application.close();
  application.closeAllConnections();
});

async function login(service: string, cookie = ''): Promise<{ cookie: string; ticket: string }> {
  const body = new URLSearchParams({ login: 'ines.renaud', service });
  const response = await fetch(`${cas.url}/login`, { method: 'POST', body, redirect: 'manual', headers: { cookie } });
  return {
    cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '',
    ticket: new URL(response.headers.get('location') ?? '').searchParams.get('ticket') ?? '',
  };
}

function logout(cookie: string, query = ''): Promise<Response> {
  return fetch(`${cas.url}/logout${query}`, { redirect: 'manual', headers: { cookie } });
}

test('logout tells every service of the session, in a form field, before it answers (C4)', async () => {
  const first = await login(`${base}/a`);
  const second = await login(`${base}/b`, first.cookie);
  const stranger = await login(`${base}/c`);

  await logout(first.cookie);
  expect(heard.map(({ path }) => path).sort()).toEqual(['/a', '/b']);
  expect(heard[0]?.type).toMatch(/^application\/x-www-form-urlencoded/);
  for (const ticket of [first.ticket, second.ticket]) {
    expect(heard.some(({ xml }) => xml.includes(`<samlp:SessionIndex>${ticket}</samlp:SessionIndex>`))).toBe(true);
  }
  expect(heard.some(({ xml }) => xml.includes(stranger.ticket))).toBe(false);
  expect(heard[0]?.xml).toMatch(
    /^<samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2\.0:protocol" ID="LR-[^"]+" Version="2\.0" IssueInstant="[^"]+">/,
  );
  expect(cas.logoutReports.map((report) => report.isAccepted)).toEqual([true, true]);
});

test('the session is over, and its cookie goes', async () => {
  const { cookie } = await login(`${base}/a`);
  const response = await logout(cookie);
  expect(response.headers.get('set-cookie')).toContain('CASTGC=; Max-Age=0');
  const again = await fetch(`${cas.url}/login?service=${base}/a`, { redirect: 'manual', headers: { cookie } });
  expect(again.status).toBe(200);
});

test('`service` is where the browser goes, `url` is a link (CAS 3.0 §2.3.2)', async () => {
  const redirected = await logout('', `?service=${base}/bye`);
  expect([redirected.status, redirected.headers.get('location')]).toEqual([302, `${base}/bye`]);
  const linked = await logout('', `?url=${base}/bye`);
  expect([linked.status, await linked.text()]).toEqual([200, expect.stringContaining(`href="${base}/bye"`)]);
});

test('a logout message sent by a test reports what came of it', async () => {
  expect(await cas.sendLogout(cas.issueTicket('ines.renaud', `${base}/a`))).toMatchObject({
    isAccepted: true,
    outcome: 200,
  });
  expect(await cas.sendLogout(cas.issueTicket('ines.renaud', `${base}/broken`))).toMatchObject({
    isAccepted: false,
    outcome: 500,
  });
});

test('an unreachable service is reported and delays no other service', async () => {
  const { cookie } = await login(`${base}/gone`);
  application.close();
  await once(application, 'close');
  expect((await logout(cookie)).status).toBe(200);
  expect(cas.logoutReports).toEqual([
    expect.objectContaining({
      service: `${base}/gone`,
      isAccepted: false,
      outcome: expect.stringContaining('ECONNREFUSED'),
    }),
  ]);
});
