// SPDX-License-Identifier: EUPL-1.2
import type { SchoolData } from '@volee/core-adapter';
import { TABLES } from '../../store/tables.js';

/** Content is removed before the rows, that without a row as well. */
export async function closeSchool({ db, storage }: Pick<SchoolData, 'db' | 'storage'>): Promise<void> {
  for await (const key of storage.keys()) await storage.remove(key);
  for (const table of TABLES) await db.repository<{ id: string }>(table).delete({});
}
