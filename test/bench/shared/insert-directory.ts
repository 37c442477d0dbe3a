// SPDX-License-Identifier: EUPL-1.2
import type { Host } from '@volee/core-adapter/host';
import { insertRows } from '../consoles/insert-rows.js';
import type { Tables } from '../consoles/invented-school.js';

/** Referenced tables come first. */
const TABLES = ['school', 'person', 'external_id', 'attachment', 'group', 'membership', 'kinship'];

/** Fills the empty tables of the directory with invented schools. */
export async function insertDirectory({ database }: Pick<Host, 'database'>, tables: Tables): Promise<void> {
  for (const name of TABLES) await insertRows(database.dataSource, `core_${name}`, tables.get(`core_${name}`) ?? []);
}
