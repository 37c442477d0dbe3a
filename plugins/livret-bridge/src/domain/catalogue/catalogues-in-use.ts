// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { BilanRow } from '../../store/bilan.entity.js';
import { HandedRow } from '../../store/handed.entity.js';

const PART = 1_000;

/** The ids of the catalogues with which bilans of a school, and copies in it, were written. */
export async function cataloguesInUse(db: SchoolDatabase): Promise<readonly string[]> {
  const [own, copies] = [db.repository(BilanRow), db.repository(HandedRow)];
  const used = new Set<string>();
  let more = true;
  for (let last: string | undefined; more;) {
    const options = { select: ['id', 'catalogue'] as const, order: { id: 'ASC' } as const, take: PART };
    const part = await own.find({ ...options, ...(last !== undefined && { after: { id: last } }) });
    for (const { catalogue } of part) used.add(catalogue);
    last = part.at(-1)?.id;
    more = part.length === PART;
  }
  for (const { catalogue } of await copies.find({ select: ['id', 'catalogue'] })) used.add(catalogue);
  return [...used];
}
