// SPDX-License-Identifier: EUPL-1.2
import { rmSync } from 'node:fs';

import { bootHost, createLog, loadSettings, migrate, schemaOwners, type Host } from '@volee/core-adapter/host';
import { sampleSource } from '@volee/core-adapter/testing';
import fileShare from '@volee/file-share';

import { writeCliSettings } from './cli-settings.js';

/** Two schools with file-share, in a database that commands of the program work on, too. */
export interface CliFixture {
  /** The settings, for `--config`. */
  readonly file: string;
  readonly folder: string;
  /** A host on the same database, to see what the commands did. */
  readonly host: Host;
  stop(): Promise<void>;
}

/**
 * @param more settings beside those that every test has
 * @param bricks bricks without tables, beside file-share
 */
export async function openCliFixture(
  more: Readonly<Record<string, unknown>> = {},
  bricks: Readonly<Record<string, object>> = {},
): Promise<CliFixture> {
  const { file, folder } = writeCliSettings({ '@volee/file-share': {}, ...bricks }, more);
  const settings = loadSettings(file, {});
  await migrate(settings.database.url, schemaOwners([fileShare.manifest]));
  const host = await bootHost({ settings, bricks: [], log: createLog('silent') });
  await host.sync.run(sampleSource, new AbortController().signal);
  return {
    file,
    folder,
    host,
    async stop() {
      await host.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
