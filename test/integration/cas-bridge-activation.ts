// SPDX-License-Identifier: EUPL-1.2
import casBridge from '@volee/cas-bridge';
import type { Check } from '@volee/core-adapter';
import type { AuthProvider, Identity } from '@volee/core-adapter/login';
import { activateAlone } from '@volee/core-adapter/testing';
import passport from 'passport';

export interface Outcome {
  readonly identity?: Identity;
  readonly reason?: unknown;
  readonly error?: unknown;
}

export interface ActiveCasBridge {
  readonly provider: AuthProvider;
  readonly checks: readonly Check[];
  /** Every line it logged, as JSON. */
  readonly logged: readonly string[];
  /** Sends one request to the callback, with this ticket. */
  comeBack(ticket: string): Promise<Outcome>;
}

/** Activates the brick as the host does, with settings as they stand in `volee.yaml` and a passport of its own. */
export async function activateCasBridge(callbackUrl: string, written: object): Promise<ActiveCasBridge> {
  const logged: string[] = [];
  const line = (fields: object, sentence: string): void => void logged.push(JSON.stringify({ ...fields, sentence }));
  const log = { debug: line, info: line, warn: line, error: line };
  const { authProvider, checks } = await activateAlone(casBridge, { settings: written, log, callbackUrl });
  if (!authProvider) throw new Error('the brick provided nothing');
  return { provider: authProvider, checks, logged, comeBack: (ticket) => authenticate(authProvider, ticket) };
}

function authenticate(provider: AuthProvider, ticket: string): Promise<Outcome> {
  const own = new passport.Passport().use('cas', provider.strategy);
  return new Promise((resolve) => {
    const settle = (error: unknown, identity?: Identity | false, reason?: unknown): void =>
      resolve(error ? { error } : identity ? { identity } : { reason });
    const middleware: unknown = own.authenticate('cas', settle);
    if (typeof middleware !== 'function') throw new Error('passport gave no middleware');
    middleware({ query: { ticket } }, {}, (error: unknown) => resolve({ error }));
  });
}
