// SPDX-License-Identifier: EUPL-1.2
import type { BrowserContext } from 'playwright-core';

import { launchChromium } from './chromium.js';
import { describeWith } from './describe-with.js';
import { startLemonldap, type LemonldapServer } from './lemonldap.js';
import { portalVisitor } from './portal-visitor.js';
import { recordingService, type RecordingService } from './recording-service.js';
import { startSlapd, type SlapdServer } from './slapd.js';
import { twoSchools } from './slapd-entries.js';

let directory: SlapdServer;
let service: RecordingService;
let portal: LemonldapServer;

async function startAll(): Promise<void> {
  directory = await startSlapd({ ldif: twoSchools() });
  service = await recordingService();
  portal = await startLemonldap({
    ldapUrl: directory.url,
    baseDn: 'o=gouv,c=fr',
    bindDn: directory.adminDn,
    bindPassword: directory.adminPassword,
    services: [service.url],
  });
}

async function stopAll(): Promise<void> {
  await Promise.all([portal.stop(), service.stop(), directory.stop()]);
}

async function validate(ticket: string, serviceUrl: string): Promise<string> {
  const query = new URLSearchParams({ service: serviceUrl, ticket });
  return (await fetch(`${portal.casUrl}/p3/serviceValidate?${query}`)).text();
}

describeWith(['slapd', 'lemonldap'], 'a LemonLDAP::NG of our own', () => {
  beforeAll(startAll);
  afterAll(stopAll);

  test('a person of each school logs in, and the ticket gives the attributes of the directory', async () => {
    const lea = await portalVisitor(portal.casUrl).login(service.url, 'lea.martin', 'secret-lea.martin');
    const tom = await portalVisitor(portal.casUrl).login(service.url, 'tom.petit', 'secret-tom.petit');

    const answer = await validate(lea ?? '', service.url);
    expect(answer).toContain('<cas:user>lea.martin</cas:user>');
    expect(answer).toContain('<cas:givenName>Léa</cas:givenName>');
    expect(answer).toContain('<cas:ENTPersonProfils>eleve</cas:ENTPersonProfils>');
    expect(answer).toContain('ou=0999999Z,ou=ac-test,ou=education,o=gouv,c=fr$3A</cas:ENTEleveClasses>');
    expect(await validate(tom ?? '', service.url)).toContain('ou=0888888Y,ou=ac-test,ou=education,o=gouv,c=fr$6B');
  });

  test('several values come as several elements', async () => {
    const ticket = await portalVisitor(portal.casUrl).login(service.url, 'teacher.0999999Z', 'secret-teacher');

    const answer = await validate(ticket ?? '', service.url);
    expect(answer).toContain('<cas:Divcod>3A</cas:Divcod>');
    expect(answer).toContain('<cas:Divcod>OTHER</cas:Divcod>');
  });

  test('a wrong password gives no ticket', async () => {
    expect(await portalVisitor(portal.casUrl).login(service.url, 'lea.martin', 'wrong')).toBeUndefined();
  });

  test('an invented ticket and a ticket of another service are refused (C10)', async () => {
    const ticket = await portalVisitor(portal.casUrl).login(service.url, 'lea.martin', 'secret-lea.martin');

    expect(await validate('ST-invented', service.url)).toContain('<cas:authenticationFailure code="INVALID_TICKET">');
    expect(await validate(ticket ?? '', 'http://127.0.0.1:9/other')).toContain('code="INVALID_SERVICE"');
  });

  test('leaving the portal sends a logoutRequest to the address of the service', async () => {
    const visitor = portalVisitor(portal.casUrl);
    const address = `${service.url}/login?back=1`;
    // The second login finds a session: its worker must not remember it as it was before the ticket was validated.
    await visitor.login(address, 'lea.martin', 'secret-lea.martin');
    const ticket = (await visitor.login(address, 'lea.martin', 'secret-lea.martin')) ?? '';
    await validate(ticket, address);

    await visitor.logout(service.url);

    const { url, type, body } = await service.nextPost();
    expect(url).toBe('/app/login?back=1');
    expect(type).toBe('application/x-www-form-urlencoded');
    expect(new URLSearchParams(body).get('logoutRequest')).toContain(
      `<samlp:SessionIndex>${ticket}</samlp:SessionIndex>`,
    );
    expect(await validate(ticket, address)).toContain('authenticationFailure');
  });
});

describeWith(['slapd', 'lemonldap', 'chromium'], 'a LemonLDAP::NG seen from a browser', () => {
  let context: BrowserContext;

  beforeAll(async () => {
    await startAll();
    context = await (await launchChromium()).newContext();
  });
  afterAll(async () => {
    await context.browser()?.close();
    await stopAll();
  });

  test('login, single sign-on and single logout across ports', async () => {
    const page = await context.newPage();
    const login = `${portal.casUrl}/login?${new URLSearchParams({ service: service.url })}`;
    await page.goto(login);
    await page.fill('input[name=user]', 'lea.martin');
    await page.fill('input[name=password]', 'secret-lea.martin');
    await page.click('button[type=submit]');
    await page.waitForURL(`${service.url}?ticket=ST-*`);

    await page.goto(login);
    const second = new URL(page.url()).searchParams.get('ticket') ?? '';
    expect(page.url()).toBe(`${service.url}?ticket=${second}`);
    await validate(second, service.url);

    const bye = `${service.url}/bye`;
    await page.goto(`${portal.casUrl}/logout?${new URLSearchParams({ service: bye })}`);
    const { body } = await service.nextPost();
    expect(new URLSearchParams(body).get('logoutRequest')).toContain(second);
    await page.click('#form button[type=submit]');
    await page.waitForURL(`${bye}*`);

    await page.goto(login);
    expect(await page.isVisible('input[name=password]')).toBe(true);
  });
});
