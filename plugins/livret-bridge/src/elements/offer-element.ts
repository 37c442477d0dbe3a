// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, type SchoolDatabase } from '@volee/core-adapter';
import type { BilanRow } from '../store/bilan.entity.js';
import { ElementRow } from '../store/element.entity.js';

/** The most elements that a level has in one domain and year, so that the page of a bilan stays short. */
export const MOST_OFFERED = 40;

/**
 * Offers an element of a domain to the teachers of the level, once. When the level has as many as fit, it stays an element
 * of the bilan alone.
 * @param label as `tidyCell` gives it
 */
export async function offerElement(
  { year, level: ofPupil }: Pick<BilanRow, 'year' | 'level'>,
  domain: string,
  label: string,
  db: SchoolDatabase,
): Promise<void> {
  const [rows, level] = [db.repository(ElementRow), ofPupil ?? ''];
  if ((await rows.count({ where: { year, level, domain } })) >= MOST_OFFERED) return;
  try {
    await rows.insert([{ year, level, domain, label }]);
  } catch (error) {
    // Somebody else offered it already.
    if (!(error instanceof ConflictError)) throw error;
  }
}
