// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { BilanRow } from '../../store/bilan.entity.js';
import { HandedRow } from '../../store/handed.entity.js';

const PART = 1_000;

/** The ids of the catalogues with which bilans of a school, and copies in it, were written, and the levels of these bilans. */
export async function usedInBilans(
  db: SchoolDatabase,
): Promise<{ readonly catalogues: readonly string[]; readonly levels: readonly string[] }> {
  const [own, copies] = [db.repository(BilanRow), db.repository(HandedRow)];
  const [catalogues, levels] = [new Set<string>(), new Set<string>()];
  let more = true;
  for (let last: string | undefined; more;) {
    const options = { select: ['id', 'catalogue', 'level'] as const, order: { id: 'ASC' } as const, take: PART };
    const part = await own.find({ ...options, ...(last !== undefined && { after: { id: last } }) });
    for (const { catalogue, level } of part) {
      catalogues.add(catalogue);
      if (level !== null) levels.add(level);
    }
    last = part.at(-1)?.id;
    more = part.length === PART;
  }
  for (const { catalogue } of await copies.find({ select: ['id', 'catalogue'] })) catalogues.add(catalogue);
  return { catalogues: [...catalogues], levels: [...levels] };
}
