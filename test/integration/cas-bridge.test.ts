// SPDX-License-Identifier: EUPL-1.2
import { UnavailableError } from '@volee/core-adapter';

import {
  sampleCasAccounts,
  samplePeople,
  sampleSchools,
  startCas,
  type Cas,
  type CasFlavour,
  troubles,
  type Trouble,
} from '../envole-box/index.js';
import { recordingService, type RecordingService } from '../services/index.js';
import { cookieBrowser } from '../services/cookie-browser.js';
import { activateCasBridge, type ActiveCasBridge } from './cas-bridge-activation.js';

/** Somebody of each sample school. */
const people = sampleSchools.map(({ uai }) => samplePeople.find((person) => person.uai === uai)?.login ?? '');

let cas: Cas;
let service: RecordingService;

beforeAll(async () => {
  service = await recordingService();
  cas = await startCas({ accounts: sampleCasAccounts() });
});
afterAll(() => Promise.all([cas.stop(), service.stop()]));
afterEach(() => cas.failWith(undefined));

function bridgeBefore(flavour: CasFlavour, settings: object = {}): Promise<ActiveCasBridge> {
  cas.setFlavour(flavour);
  return activateCasBridge(service.url, { baseUrl: cas.url, ...settings });
}

test('the sample has at least two schools', () => {
  expect(new Set(people).size).toBeGreaterThanOrEqual(2);
  expect(people).not.toContain('');
});

describe('every flavour of the embedded CAS', () => {
  test.each<[CasFlavour, object]>([
    ['cas3', {}],
    ['cas3', { flavour: 'cas3' }],
    ['cas3', { flavour: 'cas2' }],
    ['lemonldap', {}],
    ['eolesso-text', { logoutParameter: 'url' }],
    ['eolesso-user', { logoutParameter: 'url' }],
    ['eolesso-sections', { logoutParameter: 'url' }],
    ['cas1', { flavour: 'cas1' }],
  ])('C9 CAS 3.0 §2.4, §2.8: %s with %j: a user of each school logs in, once per ticket', async (flavour, settings) => {
    const bridge = await bridgeBefore(flavour, settings);
    for (const login of people) {
      const ticket = cas.issueTicket(login, service.url);
      expect(await bridge.comeBack(ticket)).toMatchObject({ identity: { source: 'ldap', login, ticket } });
      expect(await bridge.comeBack(ticket)).toEqual({ reason: flavour === 'cas1' ? 'NO' : 'INVALID_TICKET' });
      expect(bridge.logged.join()).not.toContain(ticket);
    }
  });

  test('flavour cas3 before a server that does not know it says what to check', async () => {
    const bridge = await bridgeBefore('eolesso-text', { flavour: 'cas3' });
    const { error } = await bridge.comeBack(cas.issueTicket(people[0] ?? '', service.url));
    expect(error).toMatchObject({ remedy: 'Check baseUrl and flavour.' });
  });

  test.each<[CasFlavour, string]>([
    ['cas3', 'uid'],
    ['eolesso-user', 'user.uid'],
    ['eolesso-sections', 'utilisateur.user'],
  ])('CAS 3.0 §2.8: %s: the login is where `match` says, here %s', async (flavour, match) => {
    const bridge = await bridgeBefore(flavour, { match });
    for (const login of people) {
      const { identity } = await bridge.comeBack(cas.issueTicket(login, service.url));
      expect(identity?.login.toLowerCase()).toBe(login);
    }
  });
});

test('C10 CAS 3.0 §2.5.3: a ticket for another service is refused', async () => {
  const bridge = await bridgeBefore('cas3');
  for (const login of people) {
    expect(await bridge.comeBack(cas.issueTicket(login, `${service.url}/other`))).toEqual({
      reason: 'INVALID_SERVICE',
    });
  }
});

test.each<Trouble>(['500', 'html', 'hang', 'redirect', 'huge', 'empty', 'blank', 'reset', 'cut', 'stall'])(
  'C17 a failing CAS server (%s) is unavailable, and no session is opened',
  async (trouble) => {
    const bridge = await bridgeBefore('cas3', { timeout: '500ms' });
    cas.failWith(trouble);
    const { error } = await bridge.comeBack(cas.issueTicket(people[0] ?? '', service.url));
    expect(error).toBeInstanceOf(UnavailableError);
  },
);

test.each(troubles)('C7 C8 C17 a failing or hostile answer (%s) opens no session', async (trouble) => {
  for (const flavour of ['cas3', 'cas2'] as const) {
    const bridge = await bridgeBefore('cas3', { flavour, timeout: '500ms' });
    cas.failWith(trouble);
    const outcome = await bridge.comeBack(cas.issueTicket(people[0] ?? '', service.url));
    expect(outcome.identity).toBeUndefined();
  }
});

test('CAS 3.0 §2.1.1 service, §2.5.1 service: login and validation send the same service URL, with any characters', async () => {
  for (const more of ['?to=%2Fa&b=c%26d', '?école=é&x', '/[1]?a=1+2&ticket=ST-0', '#top']) {
    const callback = service.url + more;
    cas.setFlavour('cas3');
    const bridge = await activateCasBridge(callback, { baseUrl: cas.url });
    const asked = new URL(bridge.provider.loginUrl('default')).searchParams.get('service') ?? '';
    expect(asked).toBe(callback);
    const body = new URLSearchParams({ login: people[0] ?? '', service: asked });
    const back = await cookieBrowser().ask(`${cas.url}/login`, { method: 'POST', body });
    const ticket = new URL(back.headers.get('location') ?? '').searchParams.getAll('ticket').at(-1) ?? '';
    expect((await bridge.comeBack(ticket)).identity?.login).toBe(people[0]);
  }
});

test('CAS 3.0 §2.5 proxy tickets, even good ones, open nothing at the callback', async () => {
  const bridge = await bridgeBefore('cas3');
  for (const login of people) {
    const ticket = cas.issueProxyTicket(login, service.url, ['https://mail.example.org/pgt']);
    expect((await bridge.comeBack(ticket)).identity).toBeUndefined();
  }
});

test('C4 CAS 3.0 §2.3.3: the logout message names the ticket that came in', async () => {
  const bridge = await bridgeBefore('cas3');
  for (const login of people) {
    const { identity } = await bridge.comeBack(cas.issueTicket(login, service.url));
    await cas.sendLogout(identity?.ticket ?? '');
    const message = new URLSearchParams((await service.nextPost()).body).get('logoutRequest') ?? '';
    expect(bridge.provider.readLogout(message)).toBe(identity?.ticket);
  }
});

test('CAS 3.0 §2.1, §2.3: the addresses for the browser are those of the server', async () => {
  const { provider } = await bridgeBefore('cas3');
  const { ask } = cookieBrowser();
  expect((await ask(provider.loginUrl('default'))).status).toBe(200);
  const logout = await ask(provider.logoutUrl(service.url));
  expect([200, 302, 303]).toContain(logout.status);
  expect(provider.origin).toBe(cas.url);
});
