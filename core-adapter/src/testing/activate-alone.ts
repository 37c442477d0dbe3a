// SPDX-License-Identifier: EUPL-1.2
import type { BrickDefinition } from '../api/brick-base.js';
import type { Clock, Log } from '../api/log.js';
import { registerBrick } from '../host/bricks/register-brick.js';
import type { ReadyBrick } from '../host/domain/bricks/loaded-brick.js';
import { loginAddresses } from '../host/domain/sessions/login-addresses.js';
import { TestClock } from './test-clock.js';
import { faultText } from '../host/domain/bricks/brick-fault.js';

/** @stable */
export interface AloneOptions {
  /** The brick's settings, with the content of files already put in. */
  readonly settings: unknown;
  readonly log: Log;
  readonly callbackUrl?: string;
  readonly clock?: Clock;
}

/**
 * Activates one brick as the host does, without starting a host.
 * @throws Error with the cause when the activation fails
 * @stable
 */
export async function activateAlone(definition: BrickDefinition, options: AloneOptions): Promise<ReadyBrick> {
  const { settings, log, callbackUrl = 'https://ent.example.org/cas/callback', clock = new TestClock() } = options;
  const { manifest } = definition;
  const declared = { id: manifest.id, definition, manifest, settings: manifest.settings.parse(settings) };
  const { grantUrl } = loginAddresses(new URL(callbackUrl), 'a secret that only tests know, 32+ characters');
  const brick = await registerBrick(declared, { clock, callbackUrl, grantUrl, log: () => log });
  if (brick.state === 'failed') throw new Error(faultText(brick));
  return brick;
}
