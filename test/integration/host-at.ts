// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { DomainError, type BrickDefinition } from '@volee/core-adapter';
import {
  bootHost,
  brickEntries,
  checkSettingsText,
  migrate,
  schemaOwners,
  type BrickEntry,
  type Host,
  type RootLog,
} from '@volee/core-adapter/host';
import { TestClock, testFolder } from '@volee/core-adapter/testing';
import fileShare from '@volee/file-share';

import { sampleSchools } from '../envole-box/index.js';

export interface Surroundings {
  /** Settings of cas-bridge. */
  readonly sso: object;
  /** Settings of ldap-sync beside the tree, which is that of the sample schools. */
  readonly directory: object;
  /** More bricks, without settings, on in both schools. */
  readonly bricks: readonly BrickDefinition[];
  /** Its own SQLite unless said otherwise. */
  readonly databaseUrl?: string;
  /** The number of proxies for `server.trustProxy`: none by default. */
  readonly trustProxy?: number;
}

export interface HostAt {
  readonly url: string;
  readonly host: Host;
  readonly clock: TestClock;
  /** Every line of the log as JSON. */
  readonly log: readonly string[];
  /** Reads the directory and applies what it says. */
  sync(): Promise<void>;
  stop(): Promise<void>;
}

/** cas-bridge, ldap-sync and file-share in a host at an address chosen before, so that an SSO can know it. */
export async function startHostAt(url: string, surroundings: Surroundings): Promise<HostAt> {
  const folder = await mkdtemp(join(testFolder(), 'volee-full-'));
  const {
    sso,
    directory,
    bricks,
    databaseUrl = `sqlite:${join(folder, 'volee.sqlite')}`,
    trustProxy = 0,
  } = surroundings;
  const written = {
    server: { publicUrl: url, listen: url.replace('http://', ''), trustProxy },
    database: { url: databaseUrl },
    session: { secret: 'a secret that only tests know, 32+ characters' },
    storage: { url: `file:${join(folder, 'files')}` },
    bricks: {
      '@volee/cas-bridge': sso,
      '@volee/ldap-sync': { baseDn: 'o=gouv,c=fr', layout: 'scribe', ...directory },
      '@volee/file-share': {},
    },
  };
  const settings = checkSettingsText(JSON.stringify(written), 'test settings', {});
  if (settings.problems) throw new Error(settings.problems.join('\n'));
  await migrate(settings.value.database.url, schemaOwners([fileShare, ...bricks].map(({ manifest }) => manifest)));

  const log: string[] = [];
  const clock = new TestClock('2026-11-24T10:00:00Z');
  const host = await bootHost({
    settings: settings.value,
    bricks: [...brickEntries(settings.value, join(folder, 'volee.yaml')), ...bricks.map(entryOf)],
    log: recordIn(log),
    clock,
  });
  const failed = host.bricks.flatMap((brick) => (brick.state === 'failed' ? brick.cause : []));
  if (failed.length > 0) throw new Error(failed.join('\n'));
  const sync = async (): Promise<void> => {
    for (const source of host.sources) await host.sync.run(source, new AbortController().signal);
  };
  await sync();
  for (const { uai } of sampleSchools) {
    for (const id of ['file-share', ...bricks.map(({ manifest }) => manifest.id)])
      await host.activations.enable(uai, id, 'cli');
  }
  await host.listen();

  return {
    url,
    host,
    clock,
    log,
    sync,
    async stop() {
      await host.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function entryOf(brick: BrickDefinition): BrickEntry {
  return { name: `@test/${brick.manifest.id}`, settings: {}, load: () => Promise.resolve(brick) };
}

function recordIn(lines: string[]): RootLog {
  const write = (fields: object, sentence: string): void => {
    const { err } = fields as { err?: unknown };
    const remedy = err instanceof DomainError && err.remedy !== undefined ? { remedy: err.remedy } : {};
    lines.push(JSON.stringify({ ...fields, sentence, ...(err !== undefined && { err: String(err), ...remedy }) }));
  };
  const log: RootLog = { debug: write, info: write, warn: write, error: write, child: () => log };
  return log;
}
