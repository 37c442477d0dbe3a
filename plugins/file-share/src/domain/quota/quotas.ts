// SPDX-License-Identifier: EUPL-1.2
import type { CurrentUser } from '@volee/core-adapter';
import type { NodeRow } from '../../store/node.entity.js';

/** The quotas of the settings, in bytes. */
export interface Quotas {
  readonly pupil: number;
  readonly teacher: number;
  readonly class: number;
  readonly school: number;
}

/** The maximum number of folders and files of a pupil, and of any other space: each takes time in lists and copies, also without content. */
export const MOST_PUPIL_NODES = 10_000;
const MOST_NODES = 50_000;

/** The maximum number of folders and files in a space, the trash included. */
export function mostNodes(spaceKind: NodeRow['spaceKind'], user: Pick<CurrentUser, 'profiles'>): number {
  return spaceKind === 'own' && !isAdult(user) ? MOST_PUPIL_NODES : MOST_NODES;
}

/** The quota of a space for which no head has set another. A person’s own space goes by their profile, and nobody else writes there. */
export function usualQuota(
  spaceKind: NodeRow['spaceKind'],
  quotas: Quotas,
  user: Pick<CurrentUser, 'profiles'>,
): number {
  if (spaceKind !== 'own') return quotas.class;
  return isAdult(user) ? quotas.teacher : quotas.pupil;
}

function isAdult({ profiles }: Pick<CurrentUser, 'profiles'>): boolean {
  return profiles.some((profile) => profile !== 'pupil' && profile !== 'guardian');
}
