// SPDX-License-Identifier: EUPL-1.2
import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { folderOfBrick } from './locate-brick.js';
import { PEERS } from './peers.js';

/**
 * Whether a brick of `volee.yaml` is one of ours and finds the host's copies of all peers by itself, so that Node need not ask a
 * hook about each import (ADR 94). Lint keeps the imports of our bricks to the contract.
 */
export function findsHostsPeers(name: string, settingsFile: string): boolean {
  if (!name.startsWith('@volee/')) return false;
  const folder = folderOfBrick(name, settingsFile);
  // Without a package there is nothing to import; loading the brick reports that.
  if (folder === undefined) return true;
  const [fromBrick, fromHost] = [join(realpathSync(folder), 'package.json'), import.meta.url].map(createRequire);
  return [...PEERS].every((peer) => {
    const own = fileOf(peer, fromBrick);
    return own !== undefined && own === fileOf(peer, fromHost);
  });
}

function fileOf(peer: string, from: NodeJS.Require | undefined): string | undefined {
  try {
    return from?.resolve(peer);
  } catch {
    return undefined;
  }
}
