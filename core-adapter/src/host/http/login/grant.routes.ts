// SPDX-License-Identifier: EUPL-1.2
import { timingSafeEqual } from 'node:crypto';
import express, { type Router } from 'express';
import type { Proxying } from '../../../api/login/auth-provider.js';
import type { HostContext } from '../../context/host-context.js';
import { hiddenNotFound } from '../hidden-not-found.js';
import { grantKey } from '../../domain/sessions/login-addresses.js';

/**
 * The proxy callback: the SSO delivers a proxy-granting ticket here while it validates a service ticket (CAS 3.0 §2.5.4).
 * Only the SSO knows the key in the address. Without the key the answer is 404, so that strangers cannot post PGTs (C15).
 */
export function grantRoutes(
  { settings, pendingPgts }: Pick<HostContext, 'pendingPgts' | 'settings'>,
  proxying: Proxying,
): Router {
  const key = Buffer.from(grantKey(settings.session.secret));
  const isOurs = (shown: unknown): boolean => {
    const bytes = Buffer.from(typeof shown === 'string' ? shown : '');
    return bytes.length === key.length && timingSafeEqual(bytes, key);
  };
  return express.Router().get('/', async ({ query }, response) => {
    if (!isOurs(query['key'])) throw hiddenNotFound('the key is not ours');
    const given = proxying.readGrant(query);
    // CAS servers may check the address first, without a grant.
    if (given) await pendingPgts.keep(given.id, given.grant);
    response.set('Cache-Control', 'no-store').status(200).type('text').send('');
  });
}
