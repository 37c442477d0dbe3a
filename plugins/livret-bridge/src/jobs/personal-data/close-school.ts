// SPDX-License-Identifier: EUPL-1.2
import type { SchoolData } from '@volee/core-adapter';
import { TABLES } from '../../store/tables.js';

/** Removes every row of the school. */
export async function closeSchool({ db }: Pick<SchoolData, 'db'>): Promise<void> {
  await db.transaction(async () => {
    for (const entity of TABLES) await db.repository<{ school: string }>(entity).delete({});
  });
}
