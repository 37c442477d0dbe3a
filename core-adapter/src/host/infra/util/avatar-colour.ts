// SPDX-License-Identifier: EUPL-1.2
import type { BrickColour } from '../../../api/manifest.js';
import type { Profile } from '../../../api/people.js';

/** The first of these that a person has decides: a head who also teaches is the head. */
const COLOURS: readonly (readonly [Profile, BrickColour])[] = [
  ['pupil', 'agenda'],
  ['head', 'slate'],
  ['teacher', 'plum'],
  ['staff', 'slate'],
  ['guardian', 'files'],
];

/** The colour of a person's avatar by their profiles; slate for those who have none, such as an administrator of the platform. */
export function avatarColour(profiles: readonly Profile[]): BrickColour {
  const [, colour] = COLOURS.find(([profile]) => profiles.includes(profile)) ?? [];
  return colour ?? 'slate';
}
