// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bootHost, checkSettingsText, createLog, migrate, schemaOwners, type Host } from '@volee/core-adapter/host';
import { TestClock } from '@volee/core-adapter/testing';
import { sessionCookie } from '../../integration/session-cookie.js';
import { inventedBricks } from './invented-bricks.js';
import type { InventedSchool } from './invented-school.js';
import { fillPlatform, type PlatformSize } from './fill-platform.js';

/** A host in this process, full, with an administrator of the platform and the head of its largest school logged in. */
export interface LargePlatform {
  readonly url: string;
  readonly host: Host;
  readonly schools: readonly InventedSchool[];
  /** Seconds that filling took. */
  readonly filling: number;
  /** Cookies of sessions. */
  readonly administrator: string;
  readonly head: string;
  stop(): Promise<void>;
}

/** @param databaseUrl an empty database; a file of SQLite in a folder of its own when it is absent */
export async function openLargePlatform(size: PlatformSize, databaseUrl?: string): Promise<LargePlatform> {
  const folder = await mkdtemp(join(tmpdir(), 'volee-bench-'));
  const url = databaseUrl ?? `sqlite:${join(folder, 'volee.sqlite')}`;
  const host = await boot(url, join(folder, 'files'));
  const begun = performance.now();
  const schools = await fillPlatform(host, size);
  const filling = (performance.now() - begun) / 1000;
  await appointAdministrators(host, schools);
  const { port } = await host.listen();
  return {
    url: `http://127.0.0.1:${port}`,
    host,
    schools,
    filling,
    administrator: await cookieOf(host, schools[1]?.headId),
    head: await cookieOf(host, schools[0]?.headId),
    async stop() {
      await host.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function boot(databaseUrl: string, files: string): Promise<Host> {
  const text = JSON.stringify({
    server: { publicUrl: 'http://127.0.0.1', listen: '127.0.0.1:0' },
    database: { url: databaseUrl },
    session: { secret: randomBytes(32).toString('hex') },
    storage: { url: `file:${files}` },
    bricks: {},
  });
  const settings = checkSettingsText(text, 'settings of the bench', {});
  if (settings.problems) throw new Error(settings.problems.join('\n'));
  await migrate(databaseUrl, schemaOwners([]));
  const bricks = inventedBricks.map((brick) => ({
    name: `@bench/${brick.manifest.id}`,
    settings: {},
    load: () => Promise.resolve(brick),
  }));
  const clock = new TestClock('2026-11-24T09:00:00Z');
  return bootHost({ settings: settings.value, bricks, log: createLog('silent'), clock });
}

/** The head of the second school and a few others. */
async function appointAdministrators(host: Host, schools: readonly InventedSchool[]): Promise<void> {
  for (const { headLogin } of schools.slice(1, 13)) await host.administrators.grant(headLogin, null, 'cli');
}

async function cookieOf(host: Host, personId = ''): Promise<string> {
  const { name, value } = await sessionCookie(host, personId);
  return `${name}=${value}`;
}
