// SPDX-License-Identifier: EUPL-1.2
import type { CurrentUser } from '@volee/core-adapter';
import type { NodeRow } from '../store/node.entity.js';

/** The quotas of the settings, in bytes. */
export interface Quotas {
  readonly pupil: number;
  readonly teacher: number;
  readonly class: number;
  readonly school: number;
}

/** The quota of a space for which no head has set another. A person’s own space goes by their profile, and nobody else writes there. */
export function usualQuota(
  spaceKind: NodeRow['spaceKind'],
  quotas: Quotas,
  { profiles }: Pick<CurrentUser, 'profiles'>,
): number {
  if (spaceKind !== 'own') return quotas.class;
  const isAdult = profiles.some((profile) => profile !== 'pupil' && profile !== 'guardian');
  return isAdult ? quotas.teacher : quotas.pupil;
}
