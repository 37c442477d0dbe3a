// SPDX-License-Identifier: EUPL-1.2
import { timingSafeEqual } from 'node:crypto';
import express, { type Router } from 'express';
import type { Proxying } from '../../../api/auth-provider.js';
import type { HostContext } from '../../context/host-context.js';
import { hiddenNotFound } from '../hidden-not-found.js';
import { grantKey } from '../../domain/sessions/login-addresses.js';

/**
 * Where the SSO hands over the right to speak for a person elsewhere, while it judges his ticket (CAS 3.0 §2.5.4). C15: it alone knows
 * the key in the address; to anybody else there is nothing here.
 */
export function grantRoutes({ settings, grants }: HostContext, proxying: Proxying): Router {
  const key = Buffer.from(grantKey(settings.session.secret));
  const isOurs = (shown: unknown): boolean => {
    const bytes = Buffer.from(typeof shown === 'string' ? shown : '');
    return bytes.length === key.length && timingSafeEqual(bytes, key);
  };
  return express.Router().get('/', async ({ query }, response) => {
    if (!isOurs(query['key'])) throw hiddenNotFound('the key is not ours');
    const given = proxying.readGrant(query);
    // Servers look first whether anybody answers, without a grant.
    if (given) await grants.keep(given.id, given.grant);
    response.set('Cache-Control', 'no-store').status(200).type('text').send('');
  });
}
