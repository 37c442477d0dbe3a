// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Host } from '@volee/core-adapter/host';
import { TestClock } from '@volee/core-adapter/testing';
import { cookieHeader } from '../../integration/session-cookie.js';
import { bootBenchHost } from '../shared/boot-bench-host.js';
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
  const clock = new TestClock('2026-11-24T09:00:00Z');
  const host = await bootBenchHost({ folder, databaseUrl, bricks: inventedBricks, clock });
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
    administrator: await cookieHeader(host, schools[1]?.headId ?? ''),
    head: await cookieHeader(host, schools[0]?.headId ?? ''),
    async stop() {
      await host.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The head of the second school and a few others. */
async function appointAdministrators(host: Host, schools: readonly InventedSchool[]): Promise<void> {
  for (const { headLogin } of schools.slice(1, 13)) await host.administrators.grant(headLogin, null, 'cli');
}
