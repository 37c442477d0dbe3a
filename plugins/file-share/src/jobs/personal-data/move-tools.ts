// SPDX-License-Identifier: EUPL-1.2
import type { Clock, PersonMove } from '@volee/core-adapter';

/** One person becomes another. */
export type Move = Pick<PersonMove, 'db' | 'from' | 'to'>;

export interface MoveTools {
  readonly clock: Clock;
}
