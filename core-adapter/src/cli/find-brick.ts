// SPDX-License-Identifier: EUPL-1.2
import { NotFoundError } from '../api/errors.js';
import type { Host } from '../host/app/boot-host.js';
import { isFeature, type LoadedBrick } from '../host/domain/bricks/loaded-brick.js';

/** @throws NotFoundError when no brick of that id can be switched on in a school */
export function findBrick({ bricks }: Host, id: string): LoadedBrick {
  const features = bricks.filter(isFeature);
  const found = features.find((one) => one.id === id);
  if (found) return found;
  const known = features.map((one) => one.id).join(', ') || 'none';
  throw new NotFoundError(`No brick "${id}" can be switched on in a school. Known: ${known}.`);
}

/** Undefined for one that is not in the settings any more, while rules of schools still name it. @throws as `findBrick` */
export async function findBrickOrRules(host: Host, id: string): Promise<LoadedBrick | undefined> {
  const isKnown = host.bricks.some((brick) => brick.id === id);
  const left = !isKnown && (await host.activations.rulesBySchool(id)).size > 0;
  return left ? undefined : findBrick(host, id);
}
