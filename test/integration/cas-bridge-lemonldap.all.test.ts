// SPDX-License-Identifier: EUPL-1.2
import { noSchools } from '@volee/core-adapter/testing';
import {
  describeWith,
  portalVisitor,
  recordingService,
  startLemonldap,
  startSlapd,
  type LemonldapServer,
  type RecordingService,
  type SlapdServer,
} from '../services/index.js';
import { twoSchools } from '../services/slapd-entries.js';
import { activateCasBridge, type ActiveCasBridge } from './cas-bridge-activation.js';

const LEA = { login: 'lea.martin', password: 'secret-lea.martin' };
const TOM = { login: 'tom.petit', password: 'secret-tom.petit' };

describeWith(['slapd', 'lemonldap'], 'cas-bridge before LemonLDAP::NG', () => {
  let directory: SlapdServer;
  let service: RecordingService;
  let portal: LemonldapServer;

  beforeAll(async () => {
    directory = await startSlapd({ ldif: twoSchools() });
    service = await recordingService();
    portal = await startLemonldap({
      ldapUrl: directory.url,
      baseDn: 'o=gouv,c=fr',
      bindDn: directory.adminDn,
      bindPassword: directory.adminPassword,
      services: [service.url],
    });
  });
  afterAll(() => Promise.all([portal?.stop(), service?.stop(), directory?.stop()]));

  function bridgeWith(settings: object = {}): Promise<ActiveCasBridge> {
    return activateCasBridge(service.url, { baseUrl: portal.casUrl, ...settings });
  }

  async function ticketOf(login: string, password: string, forService = service.url): Promise<string> {
    return (await portalVisitor(portal.casUrl).login(forService, login, password)) ?? '';
  }

  test.each(['auto', 'cas1', 'cas2', 'cas3'])('flavour %s: a pupil of each school comes in', async (flavour) => {
    const bridge = await bridgeWith({ flavour });
    for (const { login, password } of [LEA, TOM]) {
      const ticket = await ticketOf(login, password);
      expect(await bridge.comeBack(ticket)).toEqual({ identity: { source: 'ldap', login, ticket } });
    }
  });

  test('`match` finds the login in an attribute, and an unescaped ampersand does not prevent the login', async () => {
    const bridge = await bridgeWith({ match: 'uid' });
    for (const login of ['clerk.0999999Z', 'clerk.0888888Y']) {
      const outcome = await bridge.comeBack(await ticketOf(login, 'secret-clerk'));
      expect(outcome).toMatchObject({ identity: { login } });
    }
  });

  test('C9 C10 an invented ticket, the fake one, one of another service: refused; the log names none', async () => {
    const bridge = await bridgeWith();
    expect(await bridge.comeBack('ST-invented')).toEqual({ reason: 'INVALID_TICKET' });
    expect(await bridge.comeBack('ST-F4K3T1CK3T')).toEqual({ reason: 'INVALID_TICKET' });
    const foreign = await ticketOf(LEA.login, LEA.password, 'http://127.0.0.1:9/other');
    expect(await bridge.comeBack(foreign)).toEqual({ reason: 'INVALID_SERVICE' });
    expect(bridge.logged).toHaveLength(3);
    expect(bridge.logged.join()).not.toMatch(/ST-/);
  });

  test.each(['auto', 'cas1', 'cas2', 'cas3'])('flavour %s: doctor sees that it speaks CAS', async (flavour) => {
    const { checks } = await bridgeWith({ flavour });
    const sso = checks.find(({ name }) => name === 'sso');
    expect(await sso?.run(AbortSignal.timeout(10_000), noSchools)).toMatchObject([{ state: 'good' }]);
  });

  test('C4 the logout message of the portal names the ticket that came in, in each school', async () => {
    const bridge = await bridgeWith();
    for (const { login, password } of [LEA, TOM]) {
      const visitor = portalVisitor(portal.casUrl);
      const ticket = (await visitor.login(service.url, login, password)) ?? '';
      await bridge.comeBack(ticket);
      await visitor.logout(service.url);
      const message = new URLSearchParams((await service.nextPost()).body).get('logoutRequest') ?? '';
      expect(bridge.provider.readLogout(message)).toBe(ticket);
    }
  });
});
