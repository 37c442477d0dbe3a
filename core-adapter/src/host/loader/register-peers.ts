// SPDX-License-Identifier: EUPL-1.2
import { register } from 'node:module';
import type { PeerData } from './peer-hooks.js';

let registered = false;

/** From now on bricks are given the host's copies of the contract and of the peers. For real processes: jest resolves by itself. */
export function registerPeers(): void {
  if (registered) return;
  registered = true;
  const data: PeerData = { importer: new URL('./import-brick.js', import.meta.url).href };
  register('./peer-hooks.js', import.meta.url, { data });
}
