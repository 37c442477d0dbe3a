// SPDX-License-Identifier: EUPL-1.2
import { IsNull, LessThan, Not, type EntityManager } from 'typeorm';
import { newId } from '../../infra/database/new-id.js';
import { changeSeen, deleteSeen } from './change-seen.js';
import { KeptTextRow } from './kept-text.entity.js';
import { asideOf, newKey } from './move-kept-texts.js';

/** The time in which a text that was thrown away can be put back, in milliseconds. */
const UNDONE_WITHIN = 3_600_000;
/** The most texts of one person that wait to be put back. */
const MOST_THROWN = 50;

/** The columns of the other text, when there is none. */
export const NO_OTHER = { other: null, otherAt: null, otherVersion: null } as const;

/** A row of the list, as a person was shown it. */
export interface ShownTexts extends Pick<KeptTextRow, 'personId' | 'key'> {
  /** The versions of its texts: what was written since stays. */
  readonly versions: readonly string[];
}

/**
 * Throws away the texts of a form that a person was shown. They wait under a key of their own for an hour, so that the form is free.
 * @returns the id under which they wait; undefined when these texts are no longer there
 */
export async function throwAway(
  manager: EntityManager,
  { personId, key, versions }: ShownTexts,
  now: Date,
): Promise<string | undefined> {
  const row = await manager.findOneBy(KeptTextRow, { personId, key, thrownAt: IsNull() });
  if (!row) return undefined;
  const isTextShown = row.content !== null && versions.includes(row.version);
  const isOtherShown = row.other !== null && versions.includes(row.otherVersion ?? '');
  if (!isTextShown && !isOtherShown) return undefined;
  const isAllShown = (isTextShown || row.content === null) && (isOtherShown || row.other === null);
  const thrown = { key: newKey(), formKey: key, thrownAt: now };
  if (isAllShown) {
    await changeSeen(manager, row, thrown);
    await forgetOldest(manager, personId);
    return row.id;
  }
  const id = newId();
  const part = isTextShown ? { ...row, ...NO_OTHER } : { ...row, content: null };
  await manager.insert(KeptTextRow, { ...part, ...thrown, id });
  await changeSeen(manager, row, isTextShown ? { content: null, version: newId() } : NO_OTHER);
  await forgetOldest(manager, personId);
  return id;
}

/**
 * Puts back the texts that were thrown away. A form that has one text by then gets the other place filled. A form that has two texts stays as
 * it is: the texts that come back are in the list, and on no page.
 * @returns whether they were still there
 */
export async function putBack(
  manager: EntityManager,
  { personId, id }: Pick<KeptTextRow, 'personId' | 'id'>,
  now: Date,
): Promise<boolean> {
  const row = await manager.findOneBy(KeptTextRow, { id, personId, thrownAt: Not(IsNull()) });
  if (!row?.thrownAt || row.thrownAt < undoneSince(now)) return false;
  const key = row.formKey ?? row.key;
  const there = await manager.findOneBy(KeptTextRow, { personId, key });
  const free = { formKey: null, thrownAt: null };
  if (!there) await changeSeen(manager, row, { ...free, key });
  else if (isOne(row) && isOne(there)) {
    await deleteSeen(manager, row);
    await changeSeen(manager, there, besideOf(there, row));
  } else await changeSeen(manager, row, free);
  return true;
}

/** Deletes the texts that can no longer be put back. */
export async function forgetThrown(manager: EntityManager, now: Date): Promise<void> {
  await manager.delete(KeptTextRow, { thrownAt: LessThan(undoneSince(now)) });
}

async function forgetOldest(manager: EntityManager, personId: string): Promise<void> {
  const rows = await manager.find(KeptTextRow, {
    where: { personId, thrownAt: Not(IsNull()) },
    order: { thrownAt: 'DESC', id: 'DESC' },
    select: { id: true },
  });
  const oldest = rows.slice(MOST_THROWN).map(({ id }) => id);
  if (oldest.length > 0) await manager.delete(KeptTextRow, oldest);
}

function isOne({ content, other }: KeptTextRow): boolean {
  return content === null || other === null;
}

/** The free place of a row that has one text, filled with the one text of another row. */
function besideOf(there: KeptTextRow, row: KeptTextRow): Partial<KeptTextRow> {
  const { other, otherAt, otherVersion } = asideOf(row);
  return there.content === null
    ? { content: other, savedAt: otherAt ?? row.savedAt, version: otherVersion ?? newId() }
    : { other, otherAt, otherVersion };
}

function undoneSince(now: Date): Date {
  return new Date(now.getTime() - UNDONE_WITHIN);
}
