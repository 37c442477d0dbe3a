// SPDX-License-Identifier: EUPL-1.2
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { requireBinary } from './find-binary.js';
import { portAnswers } from './free-port.js';
import { inOwnFolder, type Stoppable } from './in-own-folder.js';
import { startServer } from './server-process.js';
import { slapdConfiguration, type SlapdSettings } from './slapd-configuration.js';

export interface SlapdServer extends Stoppable {
  /** `ldap://127.0.0.1:PORT` */
  readonly url: string;
  readonly port: number;
  /** Root of the database: no limit and no access rule holds for it. Anonymous reads are allowed, as on Scribe. */
  readonly adminDn: string;
  readonly adminPassword: string;
  /** Holds `slapd.conf` and `slapd.log`. */
  readonly folder: string;
}

export interface SlapdOptions extends SlapdSettings {
  /** All entries, parents first; the entry of the suffix is among them. */
  readonly ldif: string;
}

const run = promisify(execFile);

/**
 * Starts a new OpenLDAP with the schema of Scribe, the overlay syncprov and the given entries. Each entry needs a structural class
 * (`inetOrgPerson`, `posixGroup`, `organizationalUnit` …).
 * @throws Error when slapd is not installed, when it does not start, or with its word about a wrong entry
 */
export function startSlapd({ ldif, ...settings }: SlapdOptions): Promise<SlapdServer> {
  return inOwnFolder('slapd', undefined, async (folder) => {
    const adminPassword = randomBytes(12).toString('hex');
    const { adminDn, text } = slapdConfiguration(folder, adminPassword, settings);
    const configuration = join(folder, 'slapd.conf');
    await mkdir(join(folder, 'db'));
    await writeFile(configuration, text, { mode: 0o600 });
    await load(folder, configuration, ldif);
    const { port, stop } = await startServer((freePort) => ({
      name: 'slapd',
      folder,
      command: requireBinary('slapd'),
      // `-d` keeps it in the foreground; `none` still writes what matters, such as a lost port.
      args: ['-d', 'none', '-f', configuration, '-h', `ldap://127.0.0.1:${freePort}`],
      // The server writes its process id once the port is its own: a port alone could belong to another server.
      ready: async () => existsSync(join(folder, 'slapd.pid')) && portAnswers(freePort),
    }));
    return { url: `ldap://127.0.0.1:${port}`, port, adminDn, adminPassword, folder, stop };
  });
}

async function load(folder: string, configuration: string, ldif: string): Promise<void> {
  const file = join(folder, 'entries.ldif');
  await writeFile(file, ldif, { mode: 0o600 });
  await run(requireBinary('slapadd'), ['-q', '-f', configuration, '-l', file]);
}
