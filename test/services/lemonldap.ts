// SPDX-License-Identifier: EUPL-1.2
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { requireBinary } from './find-binary.js';
import {
  portalApplication,
  portalConfiguration,
  portalIni,
  type LemonldapSettings,
} from './lemonldap-configuration.js';
import { inOwnFolder, type Stoppable } from './in-own-folder.js';
import { startServer } from './server-process.js';

export interface LemonldapServer extends Stoppable {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** `http://127.0.0.1:PORT/cas`: what a CAS client takes for its server. */
  readonly casUrl: string;
  /** Moves the clock of the portal alone ahead. */
  passTime(seconds: number): Promise<void>;
}

/**
 * A LemonLDAP::NG portal as CAS server before a directory, with starman instead of Apache. No captcha, no form token,
 * no notification, no second factor; a session lasts as long as the server.
 *
 * Seen from a browser (2.21.2):
 * - `CASURL/login?service=…` shows a form with the fields `user` and `password`; a right password leads straight to
 *   `service` with `ticket`, a wrong one shows the form again (status 200, `#errormsg` with `trmsg="5"`).
 *   With a session there is no form.
 * - `CASURL/logout?service=…` ends the session at once, no confirmation is asked. When a declared application has
 *   validated a ticket, a page of information follows (status 200): one image `CASURL/relayLogout?relay=…` for each
 *   service URL; loading it makes the portal POST `logoutRequest` there, query included, with the last ticket validated
 *   for that URL, and redirects to `ok.png` or `warning.png`. Its button `#form button[type=submit]` leads to `service` (or after 30 s).
 *   A browser that leaves the page before its images are loaded may prevent the single logout.
 *   When no ticket was validated, the answer is a redirect to `service`.
 * - `CASURL/logout` without a session shows the login form.
 * - Attribute values are written into the XML as they are: `R&D` makes an answer that is not well formed.
 * @throws Error when a package is missing or the portal does not start, with the end of its log
 */
export function startLemonldap(settings: LemonldapSettings): Promise<LemonldapServer> {
  return inOwnFolder('lemonldap', undefined, async (folder) => {
    const ahead = join(folder, 'ahead');
    let seconds = 0;
    const { port, stop } = await startServer(async (freePort) => {
      const url = `http://127.0.0.1:${freePort}`;
      const { ini, application } = await writePortal(folder, url, ahead, settings);
      return {
        name: 'lemonldap',
        folder,
        command: requireBinary('starman'),
        // Kept connections would hold the few workers.
        args: [
          '--listen',
          `127.0.0.1:${freePort}`,
          '--workers',
          '3',
          '--disable-keepalive',
          '--preload-app',
          application,
        ],
        environment: environment(ini),
        ready: async () => (await fetch(url)).ok,
      };
    });
    const url = `http://127.0.0.1:${port}`;
    return {
      url,
      casUrl: `${url}/cas`,
      async passTime(more) {
        seconds += more;
        await writeFile(ahead, String(seconds));
      },
      stop,
    };
  });
}

async function writePortal(
  folder: string,
  url: string,
  ahead: string,
  settings: LemonldapSettings,
): Promise<{ ini: string; application: string }> {
  for (const name of ['conf', 'cache', 'sessions/lock', 'psessions/lock']) {
    await mkdir(join(folder, name), { recursive: true });
  }
  const ini = join(folder, 'lemonldap-ng.ini');
  const application = join(folder, 'app.psgi');
  const configuration = JSON.stringify(portalConfiguration(folder, url, settings));
  await writeFile(ini, portalIni(folder));
  await writeFile(application, portalApplication(ini, ahead));
  await writeFile(join(folder, 'conf/lmConf-1.json'), configuration, { mode: 0o600 });
  return { ini, application };
}

/** The environment of this process is left out, above all a proxy: the portal sends its logout requests itself. */
function environment(ini: string): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return { PATH, HOME, TMPDIR, LLNG_DEFAULTCONFFILE: ini };
}
