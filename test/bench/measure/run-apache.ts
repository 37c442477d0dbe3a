// SPDX-License-Identifier: EUPL-1.2
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getuid } from 'node:process';
import { APACHE_MODULES } from '../../services/available.js';
import { requireBinary } from '../../services/find-binary.js';
import { portAnswers } from '../../services/free-port.js';
import { inOwnFolder } from '../../services/in-own-folder.js';
import { startServer, type ServerProcess } from '../../services/server-process.js';
import { run } from '../sync/run.js';

/** A site of Apache. Its files lie in the folder of the server, which is the only one that Apache can read. */
export interface ApacheSite {
  /** The modules besides `mpm_event` and `authz_core`. */
  readonly modules: readonly string[];
  /** The folders that the server writes to. */
  readonly writes: readonly string[];
  /** The configuration of the site. */
  readonly lines: readonly string[];
}

/** The user that Apache runs as when it is started by root, because it refuses to serve as root. */
const UNPRIVILEGED = 'www-data';

/** Starts Apache on its own port of 127.0.0.1 and in its own folder, which is removed with it. */
export function runApache(prepare: (folder: string) => Promise<ApacheSite>): Promise<ServerProcess> {
  return inOwnFolder('apache', undefined, async (folder) => {
    const site = await prepare(folder);
    const isRoot = getuid?.() === 0;
    if (isRoot) {
      await chmod(folder, 0o711);
      await run('chown', ['-R', UNPRIVILEGED, ...site.writes]);
    }
    return startServer(async (port) => {
      const file = join(folder, 'apache.conf');
      await writeFile(file, configuration(site, { folder, port, isRoot }));
      return {
        name: 'apache',
        folder,
        command: requireBinary('apache2'),
        args: ['-d', folder, '-f', file, '-D', 'FOREGROUND'],
        ready: () => portAnswers(port),
      };
    });
  });
}

interface Place {
  readonly folder: string;
  readonly port: number;
  readonly isRoot: boolean;
}

function configuration({ modules, lines }: ApacheSite, { folder, port, isRoot }: Place): string {
  const all = [
    ...['mpm_event', 'authz_core', ...modules].map(
      (name) => `LoadModule ${name}_module ${APACHE_MODULES}/mod_${name}.so`,
    ),
    `Listen 127.0.0.1:${port}`,
    `ServerName 127.0.0.1:${port}`,
    'UseCanonicalName On',
    `PidFile ${folder}/apache.pid`,
    `DefaultRuntimeDir ${folder}`,
    `ErrorLog ${folder}/error.log`,
    // One log line per request, like Volée.
    'LogFormat "%h %u %t %m %U %>s %b" short',
    `CustomLog ${folder}/access.log short`,
    ...(isRoot ? [`User ${UNPRIVILEGED}`, `Group ${UNPRIVILEGED}`] : []),
    ...lines,
  ];
  return `${all.join('\n')}\n`;
}
