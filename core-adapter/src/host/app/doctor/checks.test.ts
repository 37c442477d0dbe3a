// SPDX-License-Identifier: EUPL-1.2
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { certificateFinding, clockFinding } from '../../../api/check.js';
import { ConflictError, UnavailableError } from '../../../api/errors.js';
import { checkAddress } from './check-address.js';
import { judgeRoom } from './check-disk.js';
import { startMailServer } from '../../infra/mail/mail-server-for-tests.js';
import { checkMail } from './check-mail.js';
import { checkNode } from './check-node.js';
import { checkSecret } from './check-secret.js';
import { checkStorage } from './check-storage.js';
import { findingOf } from './findings.js';
import { runCheck } from './run-check.js';

const folder = mkdtempSync(join(tmpdir(), 'volee-doctor-'));
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ['20.19.0', '>=20.19', 'good'],
  ['20.18.3', '>=20.19', 'bad'],
  ['22.1.0', '>=20.19', 'warn'],
  ['24.21.0', '>=20.19', 'good'],
])('node %s, wanted %s: %s', (version, range, state) => {
  expect(checkNode(version, range).state).toBe(state);
});

test('the version that runs the tests fits the engines of the package', () => {
  expect(checkNode()).toMatchObject({ state: 'good', sentence: expect.stringContaining('>=') });
});

test.each([
  ['8f14e45fceea167a5a36dedd4bea2543a9f1c2d3e4b5a6978899aabbccddeeff', 'good'],
  ['kJ8+vQz1Rr0yX5t2mB7nW4pL9sD6fGhA', 'good'],
  ['a'.repeat(64), 'bad'],
  ['abababababababababababababababab', 'bad'],
  ['change-me-change-me-change-me-please', 'bad'],
  ['our school: a secret that nobody knows', 'bad'],
])('the secret %s is %s, and is not repeated', (secret, state) => {
  const finding = checkSecret(secret);
  expect(finding.state).toBe(state);
  expect(JSON.stringify(finding)).not.toContain(secret);
});

test.each([
  ['https://ent.example.org', '127.0.0.1', 1, []],
  ['http://127.0.0.1:3000', '127.0.0.1', 0, []],
  ['http://ent.example.org', '127.0.0.1', 1, [/unencrypted: publicUrl/]],
  ['https://ent.example.org', '127.0.0.1', 0, [/trustProxy is 0/]],
  ['https://ent.example.org', '0.0.0.0', 0, [/trustProxy is 0/, /without the reverse proxy/]],
])('%s, listening at %s behind %i proxies', (publicUrl, host, trustProxy, sentences) => {
  const found = checkAddress({ publicUrl: new URL(publicUrl), listen: { host, port: 3000 }, trustProxy });
  const warnings = found.filter(({ state }) => state === 'warn').map(({ sentence }) => sentence);
  expect(warnings).toEqual(sentences.map((pattern) => expect.stringMatching(pattern) as string));
  expect(found).not.toEqual([]);
});

test.each([
  [500, 1_000, 'good'],
  [99, 1_000, 'warn'],
  [50, 1_000, 'warn'],
  [49, 1_000, 'bad'],
  [0.9, 8, 'bad'],
])('%d GB free of %d: %s', (free, total, state) => {
  expect(judgeRoom('/srv', free * 1e9, total * 1e9).state).toBe(state);
});

test('a file system without a size', () => {
  expect(judgeRoom('/srv', 0, 0)).toMatchObject({ state: 'warn', sentence: expect.stringContaining('is unknown') });
});

describe('storage', () => {
  test('a folder that can be written stays as it was', async () => {
    const files = mkdtempSync(join(folder, 'files-'));
    expect((await checkStorage(files)).state).toBe('good');
    expect(readdirSync(files)).toEqual([]);
  });

  test('a folder that is not there is not made', async () => {
    const finding = await checkStorage(join(folder, 'not', 'there'));
    expect(finding).toMatchObject({ state: 'warn', remedy: expect.stringContaining('volee serve') });
    expect(readdirSync(folder)).not.toContain('not');
  });

  test('a folder that cannot be created is bad', async () => {
    expect(await checkStorage('/proc/volee/files')).toMatchObject({ state: 'bad' });
  });

  test('a file in the way, of the folder or of what arrives', async () => {
    writeFileSync(join(folder, 'file'), '');
    expect(await checkStorage(join(folder, 'file'))).toMatchObject({ state: 'bad' });
    expect(await checkStorage(join(folder, 'file', 'deeper'))).toMatchObject({ state: 'bad' });
    const files = mkdtempSync(join(folder, 'files-'));
    writeFileSync(join(files, '.incoming'), '');
    expect(await checkStorage(files)).toMatchObject({ state: 'bad', sentence: expect.stringContaining('ENOTDIR') });
  });
});

const NOW = new Date('2026-11-24T10:00:00Z');

test.each([
  [31, 'good'],
  [29, 'warn'],
  [6, 'bad'],
  [-1, 'bad'],
])('a certificate with %i days left is %s', (days, state) => {
  const until = new Date(NOW.getTime() + days * 86_400_000);
  expect(certificateFinding('The SSO', until, NOW).state).toBe(state);
});

test.each([
  [30, 'good'],
  [-31, 'warn'],
  [300, 'warn'],
  [301, 'bad'],
  [-3_600, 'bad'],
])('L14 a clock %i s apart is %s', (seconds, state) => {
  const theirs = new Date(NOW.getTime() + seconds * 1000);
  const finding = clockFinding('The SSO', theirs, NOW);
  expect(finding.state).toBe(state);
  if (state !== 'good') expect(finding.sentence).toContain(seconds > 0 ? 'ahead of' : 'behind');
});

describe('a check that does not come back with findings', () => {
  test('an error in a check is bad, with one sentence and a remedy', async () => {
    const run = (): Promise<never> =>
      Promise.reject(new UnavailableError('The SSO (a; b) is away', { remedy: 'Start it; wait.' }));
    expect(await runCheck({ name: 'sso', run })).toEqual([
      { state: 'bad', sentence: 'The SSO (a; b) is away.', remedy: 'Start it; wait.' },
    ]);
  });

  test('an unexpected error is bad too', async () => {
    const [finding] = await runCheck({ name: 'sso', run: () => Promise.reject(new TypeError('x is undefined')) });
    expect(finding).toMatchObject({ state: 'bad', sentence: expect.stringContaining('x is undefined') });
  });

  test.each<[string, unknown]>([
    ['a single finding', { state: 'good', sentence: 'It burns.' }],
    ['nothing', undefined],
    ['a state that is none', [{ state: 'broken', sentence: 'No paper.', remedy: 'Buy some.' }]],
    ['no sentence', [{ state: 'good' }]],
    ['a warning without a remedy', [{ state: 'warn', sentence: 'It rings.' }]],
    ['a sentence that is none', [{ state: 'good', sentence: { fr: 'oui' } }]],
  ])('%s is no list of findings: it is bad, and names the check', async (_name, found) => {
    const check = { name: 'lamp', brick: 'torn', run: () => Promise.resolve(found as never) };
    expect(await runCheck(check)).toEqual([
      {
        state: 'bad',
        sentence: 'The check "lamp" of torn gives no list of findings, each with its sentence.',
        remedy: 'Report it to its authors.',
      },
    ]);
  });

  test('one that never ends is bad, and its signal has ended', async () => {
    let given: AbortSignal | undefined;
    const run = (signal: AbortSignal): Promise<never> => {
      given = signal;
      return new Promise(() => undefined);
    };
    expect(await runCheck({ name: 'sso', run, timeLimit: 20 })).toMatchObject([
      { state: 'bad', sentence: 'No answer came within 0.02 s.' },
    ]);
    expect(given?.aborted).toBe(true);
  });
});

test('the finding of an error without a remedy keeps its message whole, and says where to look', () => {
  expect(findingOf(new ConflictError('torn-brick: it is away; start it'))).toEqual({
    state: 'bad',
    sentence: 'torn-brick: it is away; start it.',
    remedy: expect.stringContaining('volee doctor'),
  });
});

test('the mail server is greeted, and no mail is sent; a missing recipient is a warning', async () => {
  const { url, mails, stop } = await startMailServer();
  const mail = { url, from: 'ent@example.org', admins: ['keeper@example.org'] };
  expect(await checkMail(mail)).toMatchObject({ state: 'good', sentence: expect.stringMatching(/one address is/) });
  expect(await checkMail({ ...mail, admins: [] })).toMatchObject({ state: 'warn' });
  expect(mails).toEqual([]);
  await stop();
  await expect(checkMail({ ...mail, url: 'smtp://127.0.0.1:1' })).rejects.toThrow(/takes no mail/);
  expect(await checkMail(undefined)).toMatchObject({ state: 'good' });
});
