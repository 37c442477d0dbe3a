// SPDX-License-Identifier: EUPL-1.2
import { PROFILES, type Profile } from '../../../api/people.js';
import type { LoadedBrick } from '../bricks/loaded-brick.js';

/** The profiles that any permission of a brick serves; every profile when the brick could not be loaded. */
export function servedProfiles({ manifest }: Pick<LoadedBrick, 'manifest'>): readonly Profile[] {
  if (!manifest) return PROFILES;
  const permissions = Object.values(manifest.permissions ?? {});
  return PROFILES.filter((profile) => permissions.some(({ profiles }) => profiles.includes(profile)));
}
