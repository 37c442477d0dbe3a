// SPDX-License-Identifier: EUPL-1.2
import type { ResourceScope, SchoolDatabase } from '@volee/core-adapter';
import { BilanRow } from '../store/bilan.entity.js';
import { bilanScope } from './bilan-scope.js';

interface Addressed {
  readonly db: SchoolDatabase;
  readonly params: { readonly id: string };
}

/** The bilan that an address names, with its scope: `load` of a route. */
export async function loadBilan({
  db,
  params,
}: Addressed): Promise<(BilanRow & Pick<ResourceScope, 'visibleTo'>) | undefined> {
  const row = await db.repository(BilanRow).findOne({ where: { id: params.id } });
  if (!row) return undefined;
  const { visibleTo } = bilanScope(row);
  return { ...row, ...(visibleTo && { visibleTo }) };
}
