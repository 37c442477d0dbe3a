// SPDX-License-Identifier: EUPL-1.2
import type { Request } from 'express';
import { isLoopback } from '../infra/util/is-loopback.js';

/** Headers that proxies add; no proxy sends all of them, and some send none. */
const OF_PROXIES = /^(?:forwarded|via|x-forwarded-.+|x-real-ip)$/;

/**
 * Whether a request comes from this machine and through no proxy. With `server.trustProxy` no request is local: a proxy on this machine
 * may send none of these headers, so that forwarded requests look like its own.
 */
export function isLocalRequest({ app, socket, headers }: Request): boolean {
  const isHandedOn = Boolean(app.get('trust proxy')) || Object.keys(headers).some((name) => OF_PROXIES.test(name));
  return !isHandedOn && isLoopback(socket.remoteAddress ?? '');
}
