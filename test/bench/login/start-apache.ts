// SPDX-License-Identifier: EUPL-1.2
import { chmod, copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getuid } from 'node:process';
import { APACHE_MODULES } from '../../services/available.js';
import { requireBinary } from '../../services/find-binary.js';
import { portAnswers } from '../../services/free-port.js';
import { inOwnFolder } from '../../services/in-own-folder.js';
import { startServer, type ServerProcess } from '../../services/server-process.js';
import { run } from '../sync/run.js';
import type { CameIn } from './visitors.js';

export interface ApacheOptions {
  /** The HTTPS address of the SSO. */
  readonly casUrl: string;
  /** Path of the PEM file of the SSO's certificate. */
  readonly ca: string;
  /** The page to serve, as captured from the network, so that Apache does not compress it. */
  readonly page: Pick<CameIn, 'body' | 'encoding'>;
}

/** The user that Apache runs as when it is started by root, because it refuses to serve as root. */
const UNPRIVILEGED = 'www-data';

/** Apache with mod_auth_cas before one static page, on its own port and in its own folder. */
export function startApache(options: ApacheOptions): Promise<ServerProcess> {
  return inOwnFolder('apache', undefined, async (folder) => {
    const pages = join(folder, 'pages');
    const sessions = join(folder, 'sessions');
    await mkdir(pages);
    await mkdir(sessions, { mode: 0o700 });
    await writeFile(join(pages, 'index.html'), Buffer.from(options.page.body, 'base64'));
    // Apache cannot read the other folder.
    const ca = join(folder, 'ca.pem');
    await copyFile(options.ca, ca);
    const isRoot = getuid?.() === 0;
    if (isRoot) {
      await chmod(folder, 0o711);
      await run('chown', [UNPRIVILEGED, sessions]);
    }
    return startServer(async (port) => {
      const file = join(folder, 'apache.conf');
      await writeFile(file, configuration({ ...options, ca, folder, pages, sessions, port, isRoot }));
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

interface Place extends ApacheOptions {
  readonly folder: string;
  readonly pages: string;
  readonly sessions: string;
  readonly port: number;
  readonly isRoot: boolean;
}

function configuration({ casUrl, ca, page, folder, pages, sessions, port, isRoot }: Place): string {
  const modules = ['mpm_event', 'authn_core', 'authz_core', 'authz_user', 'dir', 'mime', 'headers', 'auth_cas'];
  const lines = [
    ...modules.map((name) => `LoadModule ${name}_module ${APACHE_MODULES}/mod_${name}.so`),
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
    // One thread per visitor: each waits for the SSO on a thread.
    ...['StartServers 2', 'ServerLimit 2', 'ThreadsPerChild 64', 'MaxRequestWorkers 128', 'MinSpareThreads 64'],
    'MaxKeepAliveRequests 0',
    'TypesConfig /etc/mime.types',
    `DocumentRoot ${pages}`,
    'DirectoryIndex index.html',
    `CASLoginURL ${casUrl}/login`,
    `CASValidateURL ${casUrl}/serviceValidate`,
    `CASCertificatePath ${ca}`,
    `CASCookiePath ${sessions}/`,
    `<Directory ${pages}>`,
    'AuthType CAS',
    'Require valid-user',
    ...(page.encoding === '' ? [] : [`Header set Content-Encoding ${page.encoding}`]),
    '</Directory>',
  ];
  return `${lines.join('\n')}\n`;
}
