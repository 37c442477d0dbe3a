// SPDX-License-Identifier: EUPL-1.2
import type { ResourceScope, SchoolDatabase } from '@volee/core-adapter';
import { z } from 'zod';
import { bilanScope } from '../bilan/bilan-scope.js';
import { BilanRow } from '../store/bilan.entity.js';

export const bilanParams = z.strictObject({ id: z.uuid() });

/** The bilan that an address names, with its scope. For `load` of routes. */
export async function loadBilan({
  db,
  params: { id },
}: {
  readonly db: SchoolDatabase;
  readonly params: { readonly id: string };
}): Promise<(BilanRow & ResourceScope) | undefined> {
  const row = await db.repository(BilanRow).findOne({ where: { id } });
  return row && { ...bilanScope(row), ...row };
}
