// SPDX-License-Identifier: EUPL-1.2
import type { Request } from 'express';
import { isLoopback } from '../infra/util/is-loopback.js';

/** What proxies say of a request; some send one, some another, some none. */
const OF_PROXIES = /^(?:forwarded|via|x-forwarded-.+|x-real-ip)$/;

/**
 * From this machine and through no proxy. Behind a proxy (`server.trustProxy`) no request is local: one beside the process may send
 * none of these headers, and then hands on requests from anywhere that look like its own.
 */
export function isLocalRequest({ app, socket, headers }: Request): boolean {
  const isHandedOn = Boolean(app.get('trust proxy')) || Object.keys(headers).some((name) => OF_PROXIES.test(name));
  return !isHandedOn && isLoopback(socket.remoteAddress ?? '');
}
