// SPDX-License-Identifier: EUPL-1.2
import type { Group } from '@volee/core-adapter';
import type { LivretRequest } from '../../brick-types.js';

/** The classes that ask bilans of the user. A teaching head also reads those for which the livret is off, and nothing waits there. */
export async function taughtClasses({ access }: Pick<LivretRequest, 'access'>): Promise<readonly Group[]> {
  return (await access.groups('write')).filter((group) => group.kind === 'class' && access.isOnFor(group));
}
