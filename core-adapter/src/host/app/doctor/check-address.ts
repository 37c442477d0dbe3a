// SPDX-License-Identifier: EUPL-1.2
import type { Finding } from '../../../api/check.js';
import type { Settings } from '../../infra/settings/settings.schema.js';
import { isLoopback } from '../../infra/util/is-loopback.js';
import { good, warn } from './findings.js';

/** Whether the address that people type, where the process listens and the proxies between fit one another. */
export function checkAddress({ publicUrl, listen, trustProxy }: Settings['server']): Finding[] {
  const isHttps = publicUrl.protocol === 'https:';
  const isPublic = !isLoopback(publicUrl.hostname);
  const isOpen = !isLoopback(listen.host);
  const found: Finding[] = [];
  if (isPublic && !isHttps) {
    found.push(
      warn(
        `Sessions cross the network unencrypted: publicUrl is ${publicUrl.origin}.`,
        'Put a reverse proxy with a certificate before it, and write https:// in server.publicUrl.',
      ),
    );
  }
  if (isHttps && trustProxy === 0) {
    found.push(
      warn(
        'publicUrl is https, so a reverse proxy stands before the process, but trustProxy counts none.',
        'Write how many there are in server.trustProxy: 1 behind nginx.',
      ),
    );
  }
  if (isHttps && isOpen) {
    found.push(
      warn(
        `The port ${listen.host}:${listen.port} can be reached past the reverse proxy, unencrypted.`,
        'Write 127.0.0.1 in server.listen, or let a firewall keep everybody but the proxy out.',
      ),
    );
  }
  return found.length > 0 ? found : [good(`People come by ${publicUrl.origin}, through ${counted(trustProxy)}.`)];
}

function counted(proxies: number): string {
  if (proxies === 0) return 'no proxy';
  return proxies === 1 ? 'one proxy' : `${proxies} proxies`;
}
