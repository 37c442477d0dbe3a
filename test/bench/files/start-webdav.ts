// SPDX-License-Identifier: EUPL-1.2
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServerProcess } from '../../services/server-process.js';
import { runApache } from '../measure/run-apache.js';

/** Apache with mod_dav_fs and an empty folder that all may write to. */
export function startWebdav(): Promise<ServerProcess> {
  return runApache(async (folder) => {
    const [files, locks] = [join(folder, 'files'), join(folder, 'locks')];
    for (const one of [files, locks]) await mkdir(one, { mode: 0o700 });
    return {
      modules: ['dav', 'dav_fs'],
      writes: [files, locks],
      lines: [
        ...['StartServers 1', 'ServerLimit 1', 'ThreadsPerChild 8', 'MaxRequestWorkers 8'],
        `DocumentRoot ${files}`,
        `DavLockDB ${locks}/lock`,
        ...[`<Directory ${files}>`, 'Dav On', 'Require all granted', '</Directory>'],
      ],
    };
  });
}
