// SPDX-License-Identifier: EUPL-1.2
import type { CurrentUser, SchoolDatabase } from '@volee/core-adapter';
import type { NodeRow } from '../../store/node.entity.js';
import type { Quotas } from './quotas.js';

export interface ChargeTools {
  readonly db: SchoolDatabase;
  readonly quotas: Quotas;
  readonly user: Pick<CurrentUser, 'profiles'> & Partial<Pick<CurrentUser, 'id'>>;
}

/** The bytes that a folder or file takes of a quota besides its content: its row is stored, too. */
const NODE_BYTES = 1_000;

/** The files and folders that are put into a space, or taken out of it. */
export type Load = Pick<NodeRow, 'cost' | 'nodes'>;

/** The bytes that it takes of a quota. */
export function bytesOf({ cost, nodes }: Load): number {
  return cost + nodes * NODE_BYTES;
}

export type Charged = Pick<NodeRow, 'spaceId' | 'spaceKind'>;
