// SPDX-License-Identifier: EUPL-1.2
import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';

import {
  brickEntries,
  checkSettings,
  examine,
  readableSettings,
  sweepContent,
  type Diagnosis,
} from '@volee/core-adapter/host';
import { bothDatabases, onceInQuickRun, SCHOOL, startTestHost, type TestHost } from '@volee/core-adapter/testing';
import fileShare from '@volee/file-share';

import { waitUntil } from '../services/index.js';
import { serveBeside } from './serve-beside.js';
import { cookieHeader } from './session-cookie.js';

const HOUR = 3_600_000;

/** Two processes on one database and one folder: the tests' own, and a `volee serve` that can be killed. */
const pairs = await Promise.all(
  bothDatabases().map(async (database) => {
    const host = await startTestHost({ bricks: [fileShare], database, now: new Date() });
    return { name: database.name, host, served: await serveBeside(host, { '@volee/file-share': {} }) };
  }),
);

describe.each(pairs)('volee serve is killed in the middle of an upload, on $name', ({ name, host, served }) => {
  const testOnce = onceInQuickRun({ name });
  const { database, bricks, storage, directory } = host.host;
  beforeAll(() => served.serve());
  afterAll(() => served.stop());

  const filesIn = (folder: string): string[] =>
    readdirSync(join(host.storageFolder, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);
  const whole = (): string[] => (readdirSync(host.storageFolder).includes('file-share') ? filesIn('file-share') : []);
  const sweep = (): Promise<number> => sweepContent({ bricks, database, storage, directory, log: host.host.log });
  const rows = (): Promise<object[]> => database.dataSource.query('SELECT id FROM file_share_node WHERE rank = 1');

  async function storageLines(): Promise<Diagnosis[]> {
    const readable = readableSettings(served.settingsFile, {});
    const problems = checkSettings(served.settingsFile, {}).problems ?? [];
    const entries = brickEntries({ bricks: readable.bricks ?? {} }, served.settingsFile);
    const lines = await examine({ settings: readable, problems, bricks: entries, env: {}, clock: host.clock });
    return lines.filter(({ check }) => check === 'storage').slice(1);
  }

  test('F15: whole files without rows are counted, and gone a day later; files with rows stay', async () => {
    const sending = await beginForm(host, served.url);
    await waitUntil('one file is whole, and one half', () =>
      Promise.resolve(whole().length === 1 && filesIn('.incoming').length === 1),
    );
    await served.kill();
    sending.destroy();
    expect([whole().length, filesIn('.incoming').length, await rows()]).toEqual([1, 1, []]);
    expect(await storageLines()).toMatchObject([
      { state: 'good', sentence: expect.stringMatching(/^No row names 1 file \(/) },
    ]);

    // Another upload may be under way, so that young files stay.
    expect(await sweep()).toBe(0);
    await host.as('teacher').post('/own/files').files({ 'kept.txt': 'kept' }).expect(303);
    host.clock.advance(23 * HOUR);
    await host.as('pupil').post('/own/files').files({ 'young.txt': 'young' }).expect(303);
    host.clock.advance(2 * HOUR);
    expect(await storageLines()).toMatchObject([
      { state: 'warn', sentence: expect.stringMatching(/^No row names 1 file \(.*more than a day old\.$/) },
    ]);

    expect(await sweep()).toBe(2);
    expect([whole().length, filesIn('.incoming'), (await rows()).length]).toEqual([2, [], 2]);
    expect(await storageLines()).toMatchObject([{ state: 'good', sentence: 'Every stored file has its row.' }]);
  });

  testOnce('F15: so is content that stayed when its row went', async () => {
    for (const table of ['node', 'content']) await database.dataSource.query(`DELETE FROM file_share_${table}`);
    host.clock.advance(25 * HOUR);
    expect([whole().length, await sweep(), whole()]).toEqual([2, 2, []]);
  });
});

/** Sends one file whole and another one half. */
async function beginForm({ host, ids }: TestHost, url: string): Promise<ReturnType<typeof request>> {
  const cookie = await cookieHeader(host, await ids.person('teacher'));
  const sending = request(`${url}/s/${SCHOOL}/file-share/own/files`, {
    method: 'POST',
    headers: {
      'Content-Type': 'multipart/form-data; boundary=b',
      'Content-Length': 1_000_000,
      'Sec-Fetch-Site': 'same-origin',
      Cookie: cookie,
    },
  });
  // The server is killed on purpose.
  sending.on('error', () => undefined);
  for (const file of ['whole.bin', 'half.bin']) {
    sending.write(`--b\r\nContent-Disposition: form-data; name="files"; filename="${file}"\r\n\r\n`);
    sending.write(Buffer.alloc(100_000));
    if (file === 'whole.bin') sending.write('\r\n');
  }
  return sending;
}
