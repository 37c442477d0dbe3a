// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import type { BilanRow } from '../../store/bilan.entity.js';
import { ElementRow } from '../../store/element.entity.js';

/** The elements that the teachers of a level offer each other in a school year, by code of the domain. */
export async function elementsOfLevel(
  { year, level }: Pick<BilanRow, 'year' | 'level'>,
  db: SchoolDatabase,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const where = { year, level: level ?? '' };
  const rows = await db.repository(ElementRow).find({ where, order: { domain: 'ASC', label: 'ASC' } });
  const byDomain = new Map<string, string[]>();
  for (const { domain, label } of rows) byDomain.set(domain, [...(byDomain.get(domain) ?? []), label]);
  return byDomain;
}
