// SPDX-License-Identifier: EUPL-1.2
import { NotFoundError } from '../api/errors.js';
import type { Host } from '../host/app/boot-host.js';
import { isFeature, type LoadedBrick } from '../host/domain/bricks/loaded-brick.js';
import { unnamedBricks } from './unnamed-bricks.js';

/**
 * Finds a feature brick by its id.
 * @throws NotFoundError when no brick with this id can be switched on in a school; the remedy of an installed one is the line to add
 */
export function findBrick(host: Pick<Host, 'bricks'>, id: string): LoadedBrick {
  const features = host.bricks.filter(isFeature);
  const found = features.find((one) => one.id === id);
  if (found) return found;
  const unnamed = unnamedBricks(host).find((one) => one.id === id);
  if (unnamed) {
    throw new NotFoundError(`The brick "${id}" is installed, but the settings do not name it.`, {
      remedy: unnamed.remedy,
    });
  }
  const known = features.map((one) => one.id).join(', ') || 'none';
  throw new NotFoundError(`No brick "${id}" can be switched on in a school. Known: ${known}.`);
}

/**
 * Finds a feature brick; undefined when the brick has left the settings but schools still have rules for it.
 * @throws as `findBrick` does
 */
export async function findBrickOrRules(host: Host, id: string): Promise<LoadedBrick | undefined> {
  const isKnown = host.bricks.some((brick) => brick.id === id);
  const left = !isKnown && (await host.activations.rulesBySchool(id)).size > 0;
  return left ? undefined : findBrick(host, id);
}
