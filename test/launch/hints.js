// SPDX-License-Identifier: EUPL-1.2

const DISK_FULL = 'The disk is full. Make room, and type the same command again.';

/** The free space, in bytes, below which a failed step has most likely failed for lack of it. */
const LEAST_ROOM = 20 * 1024 * 1024;

/** Hints for errors of npm and the compiler, by their words. The first match counts. */
const HINTS = [
  [/ENOSPC|no space left on device/i, DISK_FULL],
  [
    /EACCES|EPERM/,
    'This user may not write here. Give them the folder, or the cache that npm names above, and type the same command again.',
  ],
  [
    /invalid json response body|Unexpected token '?</i,
    'Something between this machine and the registry answered with a web page: a proxy that wants a login, most often. ' +
      'Open any page in a browser to log in, or name the proxy: npm config set proxy http://proxy.example.org:3128 ' +
      '(and the same for https-proxy). "npm config get registry" says which registry is asked.',
  ],
  [
    /ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ERR_SOCKET_TIMEOUT|EHOSTUNREACH|ENETUNREACH|SELF_SIGNED_CERT|UNABLE_TO_/,
    'The registry of packages cannot be reached. Check the network; behind a proxy, name it: ' +
      'npm config set proxy http://proxy.example.org:3128 (and the same for https-proxy). ' +
      '"npm config get registry" says which registry is asked.',
  ],
];

/**
 * @param {string} errors what a program said on standard error
 * @param {number} room what is left on the disk, in bytes
 * @returns {string | undefined} what to do about it
 */
export function hintFor(errors, room) {
  return HINTS.find(([words]) => words.test(errors))?.[1] ?? (room < LEAST_ROOM ? DISK_FULL : undefined);
}
