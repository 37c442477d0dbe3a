// SPDX-License-Identifier: EUPL-1.2
import { InputError } from '../../../api/errors.js';
import type { AuthProvider, TestLoginResult } from '../../../api/login/auth-provider.js';
import { sqlite, testDatabases } from '../../../testing/test-databases.js';
import { coreSchema } from '../core-schema.js';
import { AttachmentRow } from '../../domain/directory/attachment.entity.js';
import { DirectoryForTests } from '../../domain/directory/directory-for-tests.js';
import { endLogins } from '../../domain/directory/end-logins.js';
import { PersonRow } from '../../domain/directory/person.entity.js';
import { SOURCE } from '../../domain/sync/testing/records-for-tests.js';
import { loginCheck, type LoginCheckOptions } from './check-login.js';
import { runCheck } from './run-check.js';

const CREDENTIALS = { login: 'lea.petit', password: 'geheim-1' };

function resultOf(user: string, changes: Partial<TestLoginResult> = {}): TestLoginResult {
  return { user, attributes: {}, lookedIn: 'user', identity: { source: SOURCE, login: user }, ...changes };
}

function providerWith(testLogin: AuthProvider['testLogin']): AuthProvider {
  return { ...(testLogin && { testLogin }) } as AuthProvider;
}

async function diagnose(result: TestLoginResult | Error, options: Partial<LoginCheckOptions> = {}): Promise<string[]> {
  const provider = providerWith(() => (result instanceof Error ? Promise.reject(result) : Promise.resolve(result)));
  const around = {
    provider,
    sources: [SOURCE],
    databaseUrl: undefined,
    owners: [coreSchema],
    clock: { now: () => new Date() },
  };
  const findings = await runCheck(loginCheck(CREDENTIALS, { ...around, ...options }));
  return findings.map((one) => `${one.state} ${one.sentence}${one.state === 'good' ? '' : ` → ${one.remedy}`}`);
}

describe.each(testDatabases())('who came, on $name', (kind) => {
  let world: DirectoryForTests;
  let databaseUrl: string;
  beforeAll(async () => {
    const { url, drop } = await kind.fresh();
    databaseUrl = url;
    world = await DirectoryForTests.open({ name: kind.name, fresh: () => Promise.resolve({ url, drop }) });
  });
  afterAll(() => world.database.drop());

  test('a person of each school is named, with their profile there', async () => {
    const options = { databaseUrl, clock: world.clock };
    expect(await diagnose(resultOf('lea.petit'), options)).toEqual([
      'good The SSO accepts the password, and names lea.petit, without attributes.',
      expect.stringMatching(/^good lea\.petit is Léa Petit, pupil at École des Tilleuls \(\w{8}\)\.$/),
    ]);
    const [, nina] = await diagnose(resultOf('nina.prof'), options);
    expect(nina).toMatch(/teacher at Collège du Val \(\w{8}\); teacher at École des Tilleuls \(\w{8}\)\.$/);
  });

  test('C18 nobody, somebody who left, and somebody who is nothing anywhere: each its own sentence', async () => {
    const options = { databaseUrl, clock: world.clock };
    const [, nobody] = await diagnose(resultOf('nemo'), options);
    expect(nobody).toMatch(/^bad The directory "\w+" has no person with the login nemo\. → Run "volee sync run";/);
    const [, elsewhere] = await diagnose(
      resultOf('lea.petit', { identity: { source: 'sacoche', login: 'lea.petit' } }),
      options,
    );
    expect(elsewhere).toMatch(
      /directory "sacoche", but no directory has this name\. → Write one of these[^:]*: \w+\.$/,
    );
    const { manager } = world.database.dataSource;
    const [max, sam] = [await world.idOf('max.petit'), await world.idOf('sam.bureau')];
    await manager.update(PersonRow, { id: max }, { disabledAt: world.clock.now() });
    await manager.delete(AttachmentRow, { personId: sam });
    const [, left] = await diagnose(resultOf('max.petit'), options);
    expect(left).toMatch(/^bad max\.petit is Max Petit, a person that left and may not log in\. → Add the person/);
    await endLogins(manager, { personId: max }, world.clock.now());
    const [, gone] = await diagnose(resultOf('max.petit'), options);
    expect(gone).toMatch(/^bad max\.petit is a person that left and may not log in\. → Add the person/);
    const [, nowhere] = await diagnose(resultOf('sam.bureau'), options);
    expect(nowhere).toMatch(/^bad sam\.bureau is Sam Bureau, a person without a profile in any school\. → /);
  });
});

test('C18 an attribute of `match` is missing: the names of the received attributes are shown, and not their values', async () => {
  const attributes = { cn: 1, mail: 2 };
  const bare = { user: 'lea', attributes, lookedIn: 'uid' };
  expect(await diagnose(bare)).toEqual([
    'good The SSO accepts the password, and names lea, with cn (1), mail (2).',
    expect.stringMatching(/^bad The login is looked for in uid, which is missing\. → Configure the SSO to send it/),
  ]);
  expect((await diagnose({ ...bare, lookedIn: 'mail' }))[1]).toMatch(/looked for in mail, which came 2 times\./);
  expect((await diagnose({ ...bare, lookedIn: 'constructor' }))[1]).toMatch(/in constructor, which is missing\./);
  expect((await diagnose({ ...bare, lookedIn: 'cn' }))[1]).toMatch(/looked for in cn, which holds none\./);
});

test('the auth provider’s reason against the login is shown, with its remedy', async () => {
  expect(await diagnose(new InputError('It refuses this password.', { remedy: 'Try it in a browser.' }))).toEqual([
    'bad It refuses this password. → Try it in a browser.',
  ]);
});

test('without a database, an auth provider, or one with a test login', async () => {
  expect((await diagnose(resultOf('lea.petit')))[1]).toBe(
    'bad The person with the login lea.petit cannot be looked up. → See database.',
  );
  const { url, drop } = await sqlite.fresh();
  expect((await diagnose(resultOf('lea.petit'), { databaseUrl: url }))[1]).toMatch(/cannot be looked up/);
  await drop();
  expect(await diagnose(resultOf('lea.petit'), { provider: undefined })).toEqual([
    expect.stringMatching(/^bad Nobody can/),
  ]);
  expect(await diagnose(resultOf('lea.petit'), { provider: providerWith(undefined) })).toEqual([
    expect.stringMatching(/^bad This login cannot be tested/),
  ]);
});
