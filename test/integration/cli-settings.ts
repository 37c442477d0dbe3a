// SPDX-License-Identifier: EUPL-1.2
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testFolder } from '@volee/core-adapter/testing';

import type { Directory } from '../envole-box/index.js';

export interface CliPlace {
  readonly folder: string;
  readonly file: string;
  readonly databaseUrl: string;
}

/** A folder with a `volee.yaml` for the command line: SQLite unless said otherwise, and the bricks that are named. */
export function writeCliSettings(bricks: object, replaced: Readonly<Record<string, unknown>> = {}): CliPlace {
  const folder = mkdtempSync(join(testFolder(), 'volee-cli-'));
  const file = join(folder, 'volee.yaml');
  const databaseUrl = `sqlite:${join(folder, 'volee.sqlite')}`;
  const settings = {
    server: { publicUrl: 'http://127.0.0.1:3000' },
    database: { url: databaseUrl },
    session: { secret: 'a secret that only tests know, 32+ characters' },
    storage: { url: `file:${join(folder, 'files')}` },
    bricks,
    ...replaced,
  };
  // JSON is YAML.
  writeFileSync(file, JSON.stringify(settings));
  return { folder, file, databaseUrl };
}

export function ldapSettings(directory: Directory): object {
  const { url, reader } = directory;
  return { url, bindDn: reader.dn, bindPassword: reader.password, baseDn: 'o=gouv,c=fr', layout: 'scribe' };
}
