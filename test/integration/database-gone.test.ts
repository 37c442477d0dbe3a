// SPDX-License-Identifier: EUPL-1.2
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bootHost, createLog } from '@volee/core-adapter/host';
import { testFolder } from '@volee/core-adapter/testing';

import { createDatabase, describeWith, startMariadb, waitUntil, type MariadbServer } from '../services/index.js';
import { startLossyProxy, type LossyProxy } from '../services/lossy-proxy.js';
import type { CookieBrowser, Seen } from '../services/cookie-browser.js';
import { startFullHost, type FullHost } from './full-host.js';

/** More concurrent requests than the pool has connections. */
const CROWD = 25;

/** A generous limit: only requests without any answer fail. */
const PATIENCE = 30_000;

describeWith(['mariadb'], 'P14 a database that goes away and comes back', () => {
  const folder = mkdtempSync(join(testFolder(), 'volee-gone-'));
  let server: MariadbServer;
  let port: number;
  let proxy: LossyProxy;
  let full: FullHost;
  let browser: CookieBrowser;
  let page: string;

  beforeAll(async () => {
    server = await startMariadb({ folder });
    ({ port } = server);
    proxy = await startLossyProxy(port);
    const databaseUrl = (await createDatabase(server, 'volee')).replace(`:${port}/`, `:${proxy.port}/`);
    full = await startFullHost({}, { databaseUrl });
    const entered = await full.logIn('ines.renaud');
    ({ browser } = entered);
    const [, school = ''] = /\/s\/(\w+)\//.exec(entered.page.url) ?? [];
    page = `${full.url}/s/${school}/file-share/own`;
    expect((await look()).status).toBe(200);
  });

  afterAll(async () => {
    await full.stop();
    await proxy.stop();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const look = (address = page): Promise<Seen> => browser.ask(address, { signal: AbortSignal.timeout(PATIENCE) });
  const crowd = (): Promise<Seen[]> => Promise.all(Array.from({ length: CROWD }, () => look()));
  const isReady = async (): Promise<boolean> => (await look(`${full.url}/health/ready`)).status === 200;
  const since = (line: number): { sentence: string; err?: string; level?: string }[] =>
    full.log.slice(line).map((text) => JSON.parse(text) as { sentence: string; err?: string });
  const count = (line: number, sentence: string): number =>
    since(line).filter((one) => one.sentence === sentence).length;
  const restart = async (): Promise<void> => {
    server = await startMariadb({ folder, options: [`--port=${port}`] });
  };

  function expectAway(seen: readonly Seen[]): void {
    for (const { status, text, headers } of seen) {
      expect([status, headers.get('retry-after')]).toEqual([503, '10']);
      expect(text).toMatch(/Volée n’a plus accès à ses données/);
    }
  }

  test('F15: a file is kept when the answer to the commit of its row is lost', async () => {
    proxy.loseCommitAfter('INSERT INTO `file_share_content`');
    const body = new FormData();
    body.set('files', new File(['my poem'], 'poem.txt'));
    const sent = await browser.ask(`${page}/files`, {
      method: 'POST',
      body,
      headers: { 'Sec-Fetch-Site': 'same-origin' },
    });
    expectAway([sent]);
    await waitUntil('the page is served', async () => (await look()).status === 200, PATIENCE);
    // The name of a text leads to its page.
    const [, shown = ''] = /href="([^"]*\bnodes\/[\da-f-]{36})"/.exec((await look()).text) ?? [];
    expect(await look(new URL(shown.replace('nodes/', 'files/'), page).href)).toMatchObject({
      status: 200,
      text: 'my poem',
    });
  });

  test('stalled database: waiting users are informed, the log says so once, and the host recovers by itself', async () => {
    const begun = full.log.length;
    process.kill(server.pid, 'SIGSTOP');
    try {
      const [ready, ...seen] = await Promise.all([
        look(`${full.url}/health/ready`),
        look(`${full.url}/`),
        ...[crowd()],
      ]);
      expect([ready.status, JSON.parse(ready.text)]).toEqual([503, { status: 'unavailable', database: 'no answer' }]);
      expectAway(seen.flat());
      // No request is waiting any more by now.
      expectAway(await crowd());
      expect(count(begun, 'the request was rejected')).toBe(2 * CROWD + 1);
      expect(since(begun).filter(({ err }) => err !== undefined)).toEqual([]);
    } finally {
      process.kill(server.pid, 'SIGCONT');
    }
    await waitUntil('it answers again', isReady, PATIENCE);
    expect((await crowd()).map(({ status }) => status)).toEqual(Array.from({ length: CROWD }, () => 200));
    expect([count(begun, 'the database does not answer'), count(begun, 'the database answers again')]).toEqual([1, 1]);
    expect(full.host.troubles.of('file-share')).toBeUndefined();
  });

  test('database killed under load: pages are served or report the outage, and never blame the brick', async () => {
    const begun = full.log.length;
    const before = [crowd(), crowd()];
    process.kill(server.pid, 'SIGKILL');
    const seen = (await Promise.all([...before, crowd()])).flat();
    expectAway(seen.filter(({ status }) => status !== 200));
    await waitUntil('it is known to be gone', async () => count(begun, 'the database does not answer') > 0, PATIENCE);
    expectAway(await crowd());
    expect(await isReady()).toBe(false);
    expect(since(begun).filter(({ err }) => err !== undefined)).toEqual([]);

    await server.stop();
    await restart();
    await waitUntil('it answers again', isReady, PATIENCE);
    expect((await look()).status).toBe(200);
    expect(full.host.troubles.of('file-share')).toBeUndefined();
  });

  test('stopped database behind its Unix socket: work is refused in one sentence, and goes on once it is back', async () => {
    const url = `mysql://root@localhost/volee?socket=${encodeURIComponent(server.socket)}`;
    const settings = { ...full.host.settings, database: { url } };
    const beside = await bootHost({ settings, bricks: [], log: createLog('silent'), clock: full.clock });
    const ask = (): Promise<unknown> => beside.database.unitOfWork.run((manager) => manager.query('SELECT 1'));
    try {
      await ask();
      await server.stop();
      await expect(ask()).rejects.toThrow(/^The database does not answer\.$/);
      await restart();
      await waitUntil('it answers again', async () => ask().then(Boolean, () => false), PATIENCE);
    } finally {
      await beside.stop();
    }
    await waitUntil('it answers over TCP as well', isReady, PATIENCE);
  });

  test('stopped database: API clients get one sentence as JSON', async () => {
    await server.stop();
    const { status, text } = await browser.ask(page, { headers: { Accept: 'application/json' } });
    expect([status, JSON.parse(text)]).toMatchObject([503, { error: { kind: 'databaseDown' } }]);
    await restart();
    await waitUntil('it answers again', isReady, PATIENCE);
    expect((await look()).status).toBe(200);
  });
});
