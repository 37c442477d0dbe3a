// SPDX-License-Identifier: EUPL-1.2
import passport from 'passport';
import type { AuthProvider } from '../../api/login/auth-provider.js';
import { TestClock } from '../../testing/test-clock.js';
import { createLog } from '../infra/util/create-log.js';
import type { BrickParts } from './brick-parts.js';
import { registerBrick } from './register-brick.js';
import { brickWith } from './bricks-for-tests.js';
import { faultText } from '../domain/bricks/brick-fault.js';
import type { LoadedBrick } from '../domain/bricks/loaded-brick.js';

export const tools = {
  clock: new TestClock(new Date('2026-11-24T10:00:00Z')),
  callbackUrl: 'https://ent.example.org/cas/callback',
  grantUrl: 'https://ent.example.org/cas/proxy?key=secret',
  log: createLog('silent').child,
};
/** An auth provider without an SSO. */
export const provider: AuthProvider = {
  strategy: new passport.Strategy(),
  origin: 'https://sso.example.org',
  loginUrl: () => '',
  logoutUrl: () => '',
  readLogout: () => undefined,
};
/**
 * Activates a brick `agenda` with this `activate` function.
 * @param timeLimit in milliseconds
 */
export function activate(
  work: (brick: BrickParts) => void | Promise<void>,
  manifest = {},
  timeLimit = 5_000,
): Promise<LoadedBrick> {
  const definition = brickWith(manifest, work);
  const settings = { days: 3 };
  return registerBrick({ id: 'agenda', definition, manifest: definition.manifest, settings }, tools, timeLimit);
}

/** The failure of such a brick. */
export async function causeOf(work: (brick: BrickParts) => void | Promise<void>, manifest = {}): Promise<string> {
  const loaded = await activate(work, manifest);
  return loaded.state === 'failed' ? faultText(loaded) : 'it is ready';
}
