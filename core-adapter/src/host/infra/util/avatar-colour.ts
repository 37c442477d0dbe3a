// SPDX-License-Identifier: EUPL-1.2
import type { BrickColour } from '../../../api/manifest.js';
import type { Profile } from '../../../api/people.js';

/** The first matching profile decides: a head that also teaches has the head's colour. */
const COLOURS: readonly (readonly [Profile, BrickColour])[] = [
  ['pupil', 'agenda'],
  ['head', 'slate'],
  ['teacher', 'plum'],
  ['staff', 'slate'],
  ['guardian', 'files'],
];

/** The colour of a person's avatar by their profiles; slate for persons without a profile, such as an administrator of the platform. */
export function avatarColour(profiles: readonly Profile[]): BrickColour {
  const [, colour] = COLOURS.find(([profile]) => profiles.includes(profile)) ?? [];
  return colour ?? 'slate';
}
