// SPDX-License-Identifier: EUPL-1.2
import { register } from 'node:module';
import type { PeerData } from './peer-hooks.js';

let enabled = false;
let registered = false;

/** Lets `registerPeers` act. The program calls this; under jest, which resolves modules by itself, there is no hook to register. */
export function enablePeers(): void {
  enabled = true;
}

/** From now on bricks are given the host's copies of the contract and of the peers. */
export function registerPeers(): void {
  if (registered || !enabled) return;
  registered = true;
  const data: PeerData = { importer: new URL('./import-brick.js', import.meta.url).href };
  register('./peer-hooks.js', import.meta.url, { data });
}
