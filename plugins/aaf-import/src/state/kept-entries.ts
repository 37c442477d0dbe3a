// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, type SchoolDatabase, type SourceKey } from '@volee/core-adapter';
import type { Entry } from '../entry.js';
import { EntryPartRow } from './entry-part.entity.js';
import { packPart, unpackEntries } from './pack-entries.js';
import { isOf, pointsTo, withoutPerson } from './person-in-entries.js';

/** The entries about a person in one part of a school's state. */
export interface KeptOfPerson extends Pick<EntryPartRow, 'day'> {
  readonly own: readonly Entry[];
  /** Entries of other people that are linked to this person. */
  readonly pointing: readonly Entry[];
}

/** The entries kept of a person in a school, part by part, by the key of one source. */
export async function keptOf(db: SchoolDatabase, { source, key }: SourceKey): Promise<KeptOfPerson[]> {
  const found: KeptOfPerson[] = [];
  for (const { day, content } of await db.repository(EntryPartRow).find({ where: { source }, order: { id: 'ASC' } })) {
    const entries = await unpackEntries(content);
    const own = entries.filter((entry) => isOf(entry, key));
    const pointing = entries.filter((entry) => pointsTo(entry, key));
    if (own.length + pointing.length > 0) found.push({ day, own, pointing });
  }
  return found;
}

/**
 * Removes a person from a school's kept entries. Parts stay with their fingerprints, even when empty: a Delta applies only to a state
 * that is complete by the number and fingerprints of its parts.
 * @throws ConflictError when the same part is changed at the same time
 */
export async function forgetPerson(db: SchoolDatabase, { source, key }: SourceKey): Promise<void> {
  const parts = db.repository(EntryPartRow);
  for (const { id, content } of await parts.find({ where: { source } })) {
    const entries = await unpackEntries(content);
    if (!entries.some((entry) => isOf(entry, key) || pointsTo(entry, key))) continue;
    const left = await packPart(withoutPerson(entries, key));
    if ((await parts.update({ id, content }, { content: left })) === 0) {
      throw new ConflictError(`What is kept of "${source}" was changed meanwhile, by an import perhaps.`, {
        remedy: 'Erase once more.',
      });
    }
  }
}
