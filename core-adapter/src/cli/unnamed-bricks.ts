// SPDX-License-Identifier: EUPL-1.2
import type { Host } from '../host/app/boot-host.js';
import { bricksBesideHost } from '../host/bricks/bricks-beside-host.js';
import { idFromName } from '../host/bricks/id-from-name.js';

/** A brick that is installed and that the settings do not name. */
export interface UnnamedBrick {
  /** The id that its package name suggests: the brick itself is not imported. */
  readonly id: string;
  readonly remedy: string;
}

/** The bricks beside the host that the settings do not name. */
export function unnamedBricks({ bricks }: Pick<Host, 'bricks'>): UnnamedBrick[] {
  const named = new Set(bricks.map(({ id }) => id));
  return bricksBesideHost()
    .map((name) => ({ id: idFromName(name), remedy: remedyFor(name) }))
    .filter(({ id }) => !named.has(id));
}

function remedyFor(name: string): string {
  return `Add the line "${name}": {} below "bricks" in volee.yaml, run "volee db migrate", and restart the service.`;
}
