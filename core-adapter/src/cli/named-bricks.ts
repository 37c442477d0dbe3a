// SPDX-License-Identifier: EUPL-1.2
import { brickEntries } from '../host/app/brick-entries.js';
import type { BrickEntry } from '../host/domain/bricks/loaded-brick.js';
import { findsHostsPeers } from '../host/bricks/finds-hosts-peers.js';
import { registerPeers } from '../host/bricks/register-peers.js';
import type { Settings } from '../host/infra/settings/settings.schema.js';

/**
 * The bricks of the settings. Where one of them may bring copies of peers, Node asks another thread about each import after this call
 * (Node.js, Modules, "Customization hooks"): import the host's own modules before, which takes half the time.
 */
export function namedBricks(settings: Pick<Settings, 'bricks'>, settingsFile: string): BrickEntry[] {
  if (!Object.keys(settings.bricks).every((name) => findsHostsPeers(name, settingsFile))) registerPeers();
  return brickEntries(settings, settingsFile);
}
