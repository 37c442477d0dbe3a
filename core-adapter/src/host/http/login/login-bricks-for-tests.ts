// SPDX-License-Identifier: EUPL-1.2
import passport from 'passport';
import { z } from 'zod';
import { defineBrick } from '../../../api/brick.js';
import type { BrickDefinition } from '../../../api/brick-base.js';
import { json } from '../../../api/http.js';
import { defineLoginBrick } from '../../../api/login/login-brick.js';
import type { WebHost } from '../../app/host-for-tests.js';

const common = {
  version: '1.0.0',
  adapter: '^0.2.0',
  settings: z.strictObject({}),
  locales: { fr: { title: 'Coffre', summary: 'Sous clé' }, en: { title: 'Vault', summary: 'Locked' } },
};

/** A brick with pages that require a fresh login, and one that does not. */
export const freshLoginBrick = defineBrick(
  { ...common, id: 'vault', kind: 'feature', permissions: { open: { profiles: ['teacher'] } } },
  ({ http }) => {
    const query = z.object({ shelf: z.string().optional() });
    http.get('/', { access: 'open', freshLogin: true, query }, ({ page }) => page('Vault', null));
    http.post('/', { access: 'open', freshLogin: true, query }, () => json({ stored: true }));
    http.get('/door', { access: 'open' }, ({ page }) => page('Door', null));
    http.get('/proof', { access: 'open' }, ({ authenticatedAt }) =>
      json({ at: authenticatedAt?.toISOString() ?? null }),
    );
  },
);

/** An auth provider that accepts `ST-<login>`, and `ST-<login>~fresh` as a login with the password just typed. */
export function authProviderBrick({ supportsRenew }: { readonly supportsRenew: boolean }): BrickDefinition {
  return defineLoginBrick({ ...common, id: 'way-in', kind: 'auth-provider' }, ({ auth }) => {
    const strategy = Object.assign(new passport.Strategy(), {
      authenticate(
        this: passport.StrategyCreated<passport.Strategy>,
        request: { query: Record<string, unknown> },
        { fresh = false }: { readonly fresh?: boolean },
      ) {
        const ticket = String(request.query['ticket']);
        const login = ticket.replace(/^ST-/, '').replace(/~.*/, '');
        this.success({ source: 'ldap', login, ticket, fresh: fresh || ticket.endsWith('~fresh') });
      },
    });
    auth.provide({
      strategy,
      origin: 'https://sso.example.org',
      supportsRenew,
      loginUrl: (kind) => `https://sso.example.org/${kind}`,
      logoutUrl: () => 'https://sso.example.org/logout',
      readLogout: () => undefined,
    });
  });
}

/** @param held the cookie of a session that is open @returns the cookie of the session that this ticket opens */
export async function logInThrough(web: WebHost, ticket: string, begin = '/login', held = ''): Promise<string> {
  const { headers: begun } = await web.send(begin, { headers: { Cookie: held } });
  const Cookie = [held, cookieIn(begun['set-cookie'], 'volee_login')].join('; ');
  const { headers: back } = await web.send(`/cas/callback?ticket=${ticket}`, { headers: { Cookie } });
  return cookieIn(back['set-cookie'], 'volee_session');
}

function cookieIn(lines: readonly string[] = [], name: string): string {
  return lines.find((line) => line.startsWith(`${name}=`))?.split(';')[0] ?? '';
}
