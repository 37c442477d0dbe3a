// SPDX-License-Identifier: EUPL-1.2
import type { CurrentUser, SchoolDatabase } from '@volee/core-adapter';
import type { NodeRow } from '../store/node.entity.js';
import type { Quotas } from './quotas.js';

export interface ChargeTools {
  readonly db: SchoolDatabase;
  readonly quotas: Quotas;
  readonly user: Pick<CurrentUser, 'profiles'> & Partial<Pick<CurrentUser, 'id'>>;
}

/** The space of a folder. */
export type Charged = Pick<NodeRow, 'spaceId' | 'spaceKind'>;
