// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';

import type { TestLoginResult } from '@volee/core-adapter/login';

import { runProgramWith, runVolee, typeVolee } from '../e2e/volee-command.js';
import { sampleCasAccounts, startCas } from '../envole-box/index.js';
import { describeWith, startLemonldap, startSlapd, type LemonldapServer, type SlapdServer } from '../services/index.js';
import { twoSchools } from '../services/slapd-entries.js';
import { activateCasBridge } from './cas-bridge-activation.js';
import { writeCliSettings } from './cli-settings.js';

const CALLBACK = 'http://127.0.0.1:3000/cas/callback';
const SIGNAL = AbortSignal.timeout(60_000);

test('the demo asks for a name and no password: a login on trial says so', async () => {
  const cas = await startCas({ accounts: sampleCasAccounts() });
  const { provider } = await activateCasBridge(CALLBACK, { baseUrl: cas.url });
  const trial = provider.testLogin?.({ login: 'maya.lopez', password: 'volee' }, SIGNAL);
  await expect(trial).rejects.toThrow(/asks for no password \(“[^”]+”, status 200\)/);
  await cas.stop();
});

describeWith(['slapd', 'lemonldap'], 'a login on trial before LemonLDAP::NG', () => {
  let directory: SlapdServer;
  let portal: LemonldapServer;

  beforeAll(async () => {
    directory = await startSlapd({ ldif: twoSchools() });
    const { url: ldapUrl, adminDn: bindDn, adminPassword: bindPassword } = directory;
    portal = await startLemonldap({ ldapUrl, bindDn, bindPassword, baseDn: 'o=gouv,c=fr', services: [CALLBACK] });
  });
  afterAll(() => Promise.all([portal?.stop(), directory?.stop()]));

  async function testLogin(
    login: string,
    password: string,
    settings: object = {},
  ): Promise<TestLoginResult | undefined> {
    const { provider, logged } = await activateCasBridge(CALLBACK, { baseUrl: portal.casUrl, ...settings });
    const result = await provider.testLogin?.({ login, password }, SIGNAL);
    expect(logged.join()).not.toMatch(/ST-|secret-/);
    return result;
  }

  test.each(['lea.martin', 'tom.petit'])('%s logs in, and the received attributes are counted', async (login) => {
    const result = await testLogin(login, `secret-${login}`, { match: 'uid' });
    expect(result).toMatchObject({ user: login, lookedIn: 'uid', identity: { source: 'ldap', login } });
    expect(result?.attributes).toMatchObject({ uid: 1, ENTPersonProfils: 1 });
  });

  test('flavour cas1: the user alone', async () => {
    expect(await testLogin('lea.martin', 'secret-lea.martin', { flavour: 'cas1' })).toMatchObject({
      user: 'lea.martin',
      attributes: {},
    });
  });

  test('a wrong password and an unknown login give the same sentence', async () => {
    for (const login of ['lea.martin', 'nemo']) {
      await expect(testLogin(login, 'not-it')).rejects.toThrow(/shows its login page again: it refuses/);
    }
  });

  test('C14 volee doctor --login: the password comes on the input, and is in no answer', async () => {
    const ldap = {
      url: directory.url,
      bindDn: directory.adminDn,
      bindPassword: directory.adminPassword,
      baseDn: 'o=gouv,c=fr',
      layout: 'scribe',
    };
    const bricks = { '@volee/cas-bridge': { baseUrl: portal.casUrl }, '@volee/ldap-sync': ldap };
    const { file, folder } = writeCliSettings(bricks, { session: { secret: randomBytes(32).toString('hex') } });
    const before = await runProgramWith('secret-lea.martin\n', file, 'doctor', '--login', 'lea.martin');
    expect(before.stdout).toMatch(/good +login +The SSO accepts the password, and names lea\.martin, with .*uid \(1\)/);
    expect(before.stdout).toMatch(
      /bad +login +The person with the login lea\.martin cannot be looked up\.\n +→ See database\./,
    );

    await runVolee(file, 'db', 'migrate');
    await runVolee(file, 'sync', 'run');
    for (const [login, uai] of [
      ['lea.martin', '0999999Z'],
      ['tom.petit', '0888888Y'],
    ] as const) {
      const { code, stdout, stderr } = await typeVolee(
        ['--config', file, 'doctor', '--login', login, '--json'],
        `secret-${login}\n`,
      );
      const lines = (JSON.parse(stdout) as { check: string }[]).filter(({ check }) => check === 'login');
      expect(lines).toMatchObject([
        { state: 'good' },
        { state: 'good', sentence: expect.stringMatching(`${login} is .*, pupil at .* \\(${uai}\\)`) },
      ]);
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).not.toMatch(/ST-|secret-/);
    }
    const wrong = await typeVolee(['--config', file, 'doctor', '--login', 'lea.martin'], 'not-it\n');
    expect(wrong).toMatchObject({ code: 1, stderr: expect.stringMatching(/One check failed/) });
    expect(wrong.stdout + wrong.stderr).not.toContain('not-it');
    const none = await runVolee(file, 'doctor', '--login', 'lea.martin');
    expect(none).toMatchObject({ code: 2, stderr: expect.stringMatching(/No password was given for lea\.martin/) });
    rmSync(folder, { recursive: true, force: true });
  });
});

test('volee sso works before there is a database, and says what is wrong in the settings', async () => {
  const good = writeCliSettings({ '@volee/cas-bridge': { baseUrl: 'https://sso.example.org/cas' } });
  const [lemonldap, apereo, help] = await Promise.all([
    runVolee(good.file, 'sso', 'lemonldap', '--json'),
    runVolee(good.file, 'sso', 'apereo'),
    runVolee(good.file, 'help', 'sso'),
  ]);
  expect(JSON.parse(lemonldap.stdout)).toMatchObject({
    casAppMetaDataOptions: { volee: { casAppMetaDataOptionsService: CALLBACK } },
  });
  expect(apereo).toMatchObject({ code: 0, stderr: '' });
  expect(help.stdout).toMatch(/eolesso[^]*lemonldap[^]*apereo/);
  const wrong = writeCliSettings({ '@volee/cas-bridge': { baseUrl: 'sso' } });
  expect(await runVolee(wrong.file, 'sso', 'eolesso')).toMatchObject({ code: 2, stdout: '' });
  for (const { folder } of [good, wrong]) rmSync(folder, { recursive: true, force: true });
});
