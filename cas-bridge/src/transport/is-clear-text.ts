// SPDX-License-Identifier: EUPL-1.2

const THIS_MACHINE = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Whether tickets and names would cross a network for everybody to read. */
export function isClearText(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' && !THIS_MACHINE.test(hostname);
}
