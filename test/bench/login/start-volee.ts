// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { bootHost, brickEntries, createLog, loadSettings } from '@volee/core-adapter/host';
import { program } from '../../e2e/volee-command.js';
import { startDirectory } from '../../envole-box/directory/start-directory.js';
import type { LdapEntry } from '../../envole-box/ldap-entry.js';
import { freePort } from '../../services/free-port.js';
import { inOwnFolder } from '../../services/in-own-folder.js';
import { startServer, type ServerProcess } from '../../services/server-process.js';
import { run } from '../sync/run.js';

export interface VoleeOptions {
  /** The HTTPS address of the SSO. */
  readonly casUrl: string;
  /** Path of the PEM file of its certificate. */
  readonly ca: string;
  /** The entries of everybody in the directory. */
  readonly entries: readonly LdapEntry[];
  /** An empty database; a file of SQLite when it is absent. */
  readonly databaseUrl?: string | undefined;
  /** Options of Node.js for the server, such as `--cpu-prof`. */
  readonly nodeOptions: readonly string[];
}

/** Starts `volee serve` as on a server, with a directory that was read and a brick that is on in every school. */
export function startVolee(options: VoleeOptions): Promise<ServerProcess> {
  return inOwnFolder('bench-login', undefined, async (folder) => {
    const directory = await startDirectory({ entries: options.entries });
    const { url, reader } = directory;
    const ldap = { url, bindDn: reader.dn, bindPassword: reader.password, baseDn: 'o=gouv,c=fr', layout: 'scribe' };
    try {
      const file = await writeSettings(folder, options, ldap, await freePort());
      await run(execPath, [program, '--config', file, 'db', 'migrate']);
      await fill(file);
    } finally {
      await directory.stop();
    }
    return startServer(async (port) => {
      const file = await writeSettings(folder, options, ldap, port);
      return {
        name: 'volee',
        folder,
        command: execPath,
        args: [...options.nodeOptions, program, '--config', file, 'serve'],
        environment: { ...process.env, NODE_ENV: 'production' },
        // The port answers earlier, with the page that says that Volée starts.
        ready: async () => (await fetch(`http://127.0.0.1:${port}/health/ready`)).ok,
      };
    });
  });
}

async function fill(file: string): Promise<void> {
  const settings = loadSettings(file, {});
  const host = await bootHost({ settings, bricks: brickEntries(settings, file), log: createLog('silent') });
  try {
    const [source] = host.sources;
    if (!source) throw new Error('The settings name no directory.');
    const { state } = await host.sync.run(source, new AbortController().signal);
    if (state !== 'applied') throw new Error(`The sync ended as "${state}".`);
    for (const { uai } of await host.directory.schools()) await host.activations.enable(uai, 'file-share', 'cli');
  } finally {
    await host.stop();
  }
}

const secret = randomBytes(32).toString('hex');

async function writeSettings(folder: string, options: VoleeOptions, ldap: object, port: number): Promise<string> {
  const { casUrl: baseUrl, ca, databaseUrl = `sqlite:${join(folder, 'volee.sqlite')}` } = options;
  const settings = {
    server: { publicUrl: `http://127.0.0.1:${port}`, listen: `127.0.0.1:${port}` },
    database: { url: databaseUrl },
    session: { secret },
    storage: { url: `file:${join(folder, 'files')}` },
    bricks: { '@volee/cas-bridge': { baseUrl, ca }, '@volee/ldap-sync': ldap, '@volee/file-share': {} },
  };
  const file = join(folder, 'volee.yaml');
  await writeFile(file, JSON.stringify(settings), { mode: 0o600 });
  return file;
}
