// SPDX-License-Identifier: EUPL-1.2
import type { DirectorySettings } from './directory-settings.js';

const THIS_MACHINE = /^(localhost|127\.\d+\.\d+\.\d+)$/;

/** Whether passwords and names would cross a network for everybody to read. */
export function isClearText({ url, startTls }: Pick<DirectorySettings, 'url' | 'startTls'>): boolean {
  return url.some((one) => {
    const { protocol, hostname } = new URL(one);
    return protocol === 'ldap:' && !startTls && !THIS_MACHINE.test(hostname);
  });
}
