// SPDX-License-Identifier: EUPL-1.2
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServerProcess } from '../../services/server-process.js';
import { runApache, type ApacheSite } from '../measure/run-apache.js';
import type { CameIn } from './visitors.js';

export interface ApacheOptions {
  /** The HTTPS address of the SSO. */
  readonly casUrl: string;
  /** Path of the PEM file of the SSO's certificate. */
  readonly ca: string;
  /** The page to serve, as captured from the network, so that Apache does not compress it. */
  readonly page: Pick<CameIn, 'body' | 'encoding'>;
}

/** Apache with mod_auth_cas before one static page. */
export function startApache(options: ApacheOptions): Promise<ServerProcess> {
  return runApache(async (folder) => {
    const pages = join(folder, 'pages');
    const sessions = join(folder, 'sessions');
    await mkdir(pages);
    await mkdir(sessions, { mode: 0o700 });
    await writeFile(join(pages, 'index.html'), Buffer.from(options.page.body, 'base64'));
    const ca = join(folder, 'ca.pem');
    await copyFile(options.ca, ca);
    return site({ ...options, ca, pages, sessions });
  });
}

interface Place extends ApacheOptions {
  readonly pages: string;
  readonly sessions: string;
}

function site({ casUrl, ca, page, pages, sessions }: Place): ApacheSite {
  return {
    modules: ['authn_core', 'authz_user', 'dir', 'mime', 'headers', 'auth_cas'],
    writes: [sessions],
    lines: [
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
    ],
  };
}
