// SPDX-License-Identifier: EUPL-1.2
import type { Request } from 'express';
import { isLoopback } from './is-loopback.js';

/** From this machine and through no proxy: what a proxy beside the process hands on comes from anywhere. */
export function isLocalRequest({ socket, headers }: Request): boolean {
  const isHandedOn = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined;
  return !isHandedOn && isLoopback(socket.remoteAddress ?? '');
}
