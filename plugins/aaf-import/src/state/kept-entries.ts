// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, type SchoolDatabase, type SourceKey } from '@volee/core-adapter';
import type { Entry } from '../entry.js';
import { EntryPartRow } from './entry-part.entity.js';
import { packPart, unpackEntries } from './pack-entries.js';
import { isOf, pointsTo, withoutPerson } from './person-in-entries.js';

/** What one part in a school says of a person. */
export interface KeptOfPerson extends Pick<EntryPartRow, 'day'> {
  readonly own: readonly Entry[];
  /** Of others, who are tied to him. */
  readonly pointing: readonly Entry[];
}

/** What is kept of a person in a school, part by part, by what one source calls him. */
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
 * Takes a person out of what is kept in a school. Parts stay, with their marks, were they empty: by their number and marks a
 * state is known to be whole, so the next Delta still applies.
 * @throws ConflictError when somebody else changes the same part just now
 */
export async function forgetPerson(db: SchoolDatabase, { source, key }: SourceKey): Promise<void> {
  const parts = db.repository(EntryPartRow);
  for (const { id, content } of await parts.find({ where: { source } })) {
    const entries = await unpackEntries(content);
    if (!entries.some((entry) => isOf(entry, key) || pointsTo(entry, key))) continue;
    const left = await packPart(withoutPerson(entries, key));
    if ((await parts.update({ id, content }, { content: left })) === 0) {
      throw new ConflictError(
        `What is kept of "${source}" was changed meanwhile, by an import perhaps; erase once more.`,
      );
    }
  }
}
