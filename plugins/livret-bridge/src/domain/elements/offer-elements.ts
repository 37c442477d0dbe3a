// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, type SchoolDatabase } from '@volee/core-adapter';
import type { BilanRow } from '../../store/bilan.entity.js';
import { ElementRow } from '../../store/element.entity.js';

/** The maximum number of elements that a level has in one domain and year, so that the page of a bilan stays short. */
const MOST_OFFERED = 40;

/** A change of the elements of a domain, once it is saved: labels with a line each. */
export interface SavedElements {
  /** `elements:FRA-RAC` */
  readonly cell: string;
  readonly was: string;
  readonly now: string;
}

/**
 * Offers the elements that a change added to the teachers of the level, each one once. When the level is full, a new element stays in its
 * bilan only. Changes of other cells offer nothing.
 */
export async function offerElements(
  { year, level: ofPupil }: Pick<BilanRow, 'year' | 'level'>,
  { cell, was, now }: SavedElements,
  db: SchoolDatabase,
): Promise<void> {
  const [kind, domain = ''] = cell.split(':');
  if (kind !== 'elements') return;
  const before = new Set(was.split('\n'));
  const added = now.split('\n').filter((label) => label !== '' && !before.has(label));
  const [rows, level] = [db.repository(ElementRow), ofPupil ?? ''];
  for (const label of added) {
    if ((await rows.count({ where: { year, level, domain } })) >= MOST_OFFERED) return;
    try {
      await rows.insert([{ year, level, domain, label }]);
    } catch (error) {
      // Somebody else offered it already.
      if (!(error instanceof ConflictError)) throw error;
    }
  }
}
