// SPDX-License-Identifier: EUPL-1.2
import { UnavailableError } from '@volee/core-adapter';

import {
  sampleCasAccounts,
  samplePeople,
  sampleSchools,
  startCas,
  type Cas,
  type CasFlavour,
  type Trouble,
} from '../envole-box/index.js';
import { recordingService, type RecordingService } from '../services/index.js';
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

describe('every flavour of the embedded CAS, CAS 3.0 §2.4, §2.5, §2.8', () => {
  test.each<[CasFlavour, object]>([
    ['cas3', {}],
    ['cas3', { flavour: 'cas3' }],
    ['cas3', { flavour: 'cas2' }],
    ['lemonldap', {}],
    ['eolesso-text', { logoutParameter: 'url' }],
    ['eolesso-user', { logoutParameter: 'url' }],
    ['eolesso-sections', { logoutParameter: 'url' }],
    ['cas1', { flavour: 'cas1' }],
  ])('%s with %j: somebody of each school comes in, once a ticket (C9)', async (flavour, settings) => {
    const bridge = await bridgeBefore(flavour, settings);
    for (const login of people) {
      const ticket = cas.issueTicket(login, service.url);
      expect(await bridge.comeBack(ticket)).toEqual({ identity: { source: 'ldap', login, ticket } });
      expect(await bridge.comeBack(ticket)).toEqual({ reason: flavour === 'cas1' ? 'NO' : 'INVALID_TICKET' });
      expect(bridge.logged.join()).not.toContain(ticket);
    }
  });

  test('flavour cas3 before a server that does not know it says what to check', async () => {
    const bridge = await bridgeBefore('eolesso-text', { flavour: 'cas3' });
    const { error } = await bridge.comeBack(cas.issueTicket(people[0] ?? '', service.url));
    expect(String(error)).toMatch(/check baseUrl and flavour/);
  });

  test.each<[CasFlavour, string]>([
    ['cas3', 'uid'],
    ['eolesso-user', 'user.uid'],
    ['eolesso-sections', 'utilisateur.user'],
  ])('%s: the login is where `match` says, here %s', async (flavour, match) => {
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

test.each<Trouble>(['500', 'html', 'hang', 'redirect', 'huge', 'empty'])(
  'C17 a CAS server in trouble (%s) is unavailable, and nobody comes in',
  async (trouble) => {
    const bridge = await bridgeBefore('cas3', { timeout: '500ms' });
    cas.failWith(trouble);
    const { error } = await bridge.comeBack(cas.issueTicket(people[0] ?? '', service.url));
    expect(error).toBeInstanceOf(UnavailableError);
  },
);

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
  expect((await fetch(provider.loginUrl('usual'))).status).toBe(200);
  const logout = await fetch(provider.logoutUrl(service.url), { redirect: 'manual' });
  expect([200, 302, 303]).toContain(logout.status);
  expect(provider.origin).toBe(cas.url);
});
