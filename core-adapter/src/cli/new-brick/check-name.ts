// SPDX-License-Identifier: EUPL-1.2
import { InputError } from '../../api/errors.js';
import { tablePrefix } from '../../host/infra/database/migrate.js';
import type { Neighbour } from './brick-place.js';

const RENAME = 'Choose another name.';
const KEBAB = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** The longest id in characters, as in `checkManifest`. */
const LONGEST = 40;

/**
 * Refuses an invalid id before anything is written, by the same rules as the host.
 * @param others the existing bricks
 * @throws InputError
 */
export function checkName(name: string, others: readonly Neighbour[]): void {
  if (!KEBAB.test(name)) {
    throw new InputError(`"${name}" is not a valid brick id.`, {
      remedy: 'Use lower case letters, digits and dashes, beginning with a letter, such as class-diary.',
    });
  }
  if (name.length > LONGEST) {
    throw new InputError(`"${name}" is too long: the id of a brick has at most ${LONGEST} characters.`);
  }
  const mine = tablePrefix(name);
  for (const { id: other, written } of [{ id: 'core', written: '' }, ...others]) {
    if (other === name) throw new InputError(`The brick "${name}" already exists in ${written}.`, { remedy: RENAME });
    const theirs = tablePrefix(other);
    if (mine.startsWith(theirs) || theirs.startsWith(mine)) {
      throw new InputError(
        `The tables of "${name}" (${mine}…) could be confused with those of "${other}" (${theirs}…).`,
        { remedy: RENAME },
      );
    }
  }
}
