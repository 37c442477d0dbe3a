// SPDX-License-Identifier: EUPL-1.2
import type { Finding } from '../../../api/check.js';
import type { Settings } from '../../infra/settings/settings.schema.js';
import { isLoopback } from '../../infra/util/is-loopback.js';
import { good, warn } from './findings.js';

/** Checks that the public address, the listening address and the trusted proxies fit together. */
export function checkAddress({ publicUrl, listen, trustProxy }: Settings['server']): Finding[] {
  const isHttps = publicUrl.protocol === 'https:';
  const isPublic = !isLoopback(publicUrl.hostname);
  const isOpen = !isLoopback(listen.host);
  const found: Finding[] = [];
  if (isPublic && !isHttps) {
    found.push(
      warn(
        `Sessions cross the network unencrypted: publicUrl is ${publicUrl.origin}.`,
        'Add a reverse proxy with a certificate, and write https:// in server.publicUrl.',
      ),
    );
  }
  if (isHttps && trustProxy === 0) {
    found.push(
      warn(
        'publicUrl is https, so the process is behind a reverse proxy, but trustProxy is 0.',
        'Write the number of reverse proxies in server.trustProxy: 1 behind nginx.',
      ),
    );
  }
  if (isHttps && isOpen) {
    found.push(
      warn(
        `The port ${listen.host}:${listen.port} can be reached without the reverse proxy, unencrypted.`,
        'Write 127.0.0.1 in server.listen, or block the port for all but the proxy with a firewall.',
      ),
    );
  }
  return found.length > 0 ? found : [good(`The address is ${publicUrl.origin}, behind ${counted(trustProxy)}.`)];
}

function counted(proxies: number): string {
  if (proxies === 0) return 'no proxy';
  return proxies === 1 ? 'one proxy' : `${proxies} proxies`;
}
