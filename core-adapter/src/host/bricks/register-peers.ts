// SPDX-License-Identifier: EUPL-1.2
import { register } from 'node:module';
import type { PeerData } from './peer-hooks.js';

let enabled = false;
let registered = false;

/** Enables `registerPeers`. Only the program calls this: jest resolves modules itself, so there is no hook to register. */
export function enablePeers(): void {
  enabled = true;
}

/** Registers the hook that gives bricks the host's copies of the contract and its peer dependencies. */
export function registerPeers(): void {
  if (registered || !enabled) return;
  registered = true;
  const data: PeerData = { importer: new URL('./import-brick.js', import.meta.url).href };
  register('./peer-hooks.js', import.meta.url, { data });
}
