// SPDX-License-Identifier: EUPL-1.2
import { In, IsNull, type EntityManager } from 'typeorm';
import type { ConflictError } from '../../../../api/errors.js';
import { AdministratorRow } from '../../administrators/administrator.entity.js';
import { AttachmentRow, GRANT_SOURCE } from '../../directory/attachment.entity.js';
import { batches } from '../../directory/batches.js';
import { endAttachments } from '../../directory/end-attachments.js';
import { endLogins } from '../../directory/end-logins.js';
import { endStandIns } from '../../directory/end-stand-ins.js';
import { ExternalIdRow } from '../../directory/external-id.entity.js';
import { KinshipRow } from '../../directory/kinship.entity.js';
import { PersonRow } from '../../directory/person.entity.js';
import { retiredKey } from '../../directory/retired-key.js';
import type { PersonFields } from '../state/person-state.js';
import type { PersonsPlan, Replacement } from '../plan/sync-plan.js';
import { requireId } from '../state/require-id.js';
import { readPersonIds } from './apply-persons.js';
import type { ApplyContext, PersonIds } from './apply-context.js';
import { outdatedPlan } from '../state/outdated-plan.js';

/** The ids of rows that made room for a renamed person, by the key that they had before. */
export type MovedRows = Map<string, string>;

/**
 * Prepares the writing of people: renames keys, retires keys that name another person now, and frees logins, so that two people can swap
 * theirs. Leavers lose rights granted by hand; people that another source still names keep them, unless their key was retired or they
 * turned from pupil to adult.
 * @throws ConflictError when a key names another person than when the plan was made
 * @returns ids of the people to log out: their sessions and tokens end
 */
export async function freePersons(
  manager: EntityManager,
  { changed, disabled, released, renamed, replaced, turned, joined }: PersonsPlan,
  { source, now, moved }: ApplyContext & { readonly moved: MovedRows },
): Promise<string[]> {
  for (const { from, to } of renamed) await moveKey(manager, source, { from, to }, moved);
  await retireKeys(manager, replaced, source);
  const loginChanged = changed.filter(({ changes }) => changes.some(({ field }) => field === 'login'));
  await freeLogins(manager, keysOf(loginChanged.map(({ person }) => person)), { source, leftAt: null });
  const leavers = keysOf([...disabled, ...released]);
  await freeLogins(manager, leavers, { source, leftAt: now });
  const gone = await disable(manager, leavers, await readPersonIds(manager, source, leavers), now);
  const retired = new Set(replaced.map(({ formerKey }) => formerKey));
  const others = [...turned, ...leavers.filter((key) => retired.has(key))];
  const turnedByJoin = joined.filter(({ isTurned }) => isTurned).map(({ personId }) => personId);
  const ids = [...(await readPersonIds(manager, source, others)).values(), ...turnedByJoin];
  await endGrants(manager, [...gone, ...ids], now);
  return [...new Set([...gone, ...ids])];
}

/**
 * Renames a key. Its holder makes room under a retired key: a leaver stays there, and a person who is renamed too is found there when
 * their turn comes, so that keys may be exchanged in any order.
 */
async function moveKey(
  manager: EntityManager,
  source: string,
  { from, to }: PersonsPlan['renamed'][number],
  moved: MovedRows,
): Promise<void> {
  const holder = await manager.findOneBy(ExternalIdRow, { source, key: to });
  if (holder) {
    await manager.update(ExternalIdRow, { id: holder.id }, { key: retiredKey(to, holder.personId) });
    moved.set(to, holder.id);
  }
  const id = moved.get(from);
  const { affected } = await manager.update(ExternalIdRow, id === undefined ? { source, key: from } : { id }, {
    key: to,
  });
  if (affected !== 1) throw changedSince(from);
}

/** Retires keys. The people keep their data, except kinships: these belong to the key's new person. */
async function retireKeys(manager: EntityManager, replaced: readonly Replacement[], source: string): Promise<void> {
  for (const { key, formerKey, personId } of replaced) {
    // A renamed person with the key may have moved them already.
    const where = { source, key: In([key, formerKey]), personId };
    const { affected } = await manager.update(ExternalIdRow, where, { key: formerKey });
    if (affected !== 1) throw changedSince(key);
    await manager.delete(KinshipRow, { source, childId: personId });
  }
}

function changedSince(key: string): ConflictError {
  return outdatedPlan(`"${key}" names another person than when the plan was made.`, { key });
}

async function freeLogins(
  manager: EntityManager,
  keys: readonly string[],
  { source, leftAt }: Pick<ExternalIdRow, 'source' | 'leftAt'>,
): Promise<void> {
  for (const batch of batches(keys)) {
    const named = { source, key: In([...batch]) };
    if (leftAt) await endLogins(manager, named, leftAt);
    else await manager.update(ExternalIdRow, named, { login: null, leftAt });
  }
}

async function disable(manager: EntityManager, keys: readonly string[], ids: PersonIds, now: Date): Promise<string[]> {
  const leavers = keys.map((key) => requireId(ids, key));
  const disabled: string[] = [];
  for (const batch of batches(leavers)) {
    disabled.push(...(await disableUnnamed(manager, batch, now)));
  }
  await endAttachments(manager, disabled, now);
  return disabled;
}

/** Ends the rights given by hand: head of a school, administrator, replacement teacher. */
export async function endGrants(manager: EntityManager, ids: readonly string[], now: Date): Promise<void> {
  for (const batch of batches(ids)) {
    const personId = In([...batch]);
    await manager.update(AttachmentRow, { personId, source: GRANT_SOURCE, until: IsNull() }, { until: now });
    await manager.delete(AdministratorRow, { personId });
    await endStandIns(manager, { personId }, now);
  }
}

const NAMED =
  '(SELECT 1 FROM core_external_id external WHERE external.personId = core_person.id AND external.leftAt IS NULL)';

/** Disables people that no source names. One statement: when two sources release a person at once, the second sees that the first did. */
async function disableUnnamed(manager: EntityManager, ids: readonly string[], now: Date): Promise<string[]> {
  await manager
    .createQueryBuilder()
    .update(PersonRow)
    .set({ disabledAt: now })
    .where('id IN (:...ids)', { ids })
    .andWhere(`NOT EXISTS ${NAMED}`)
    .execute();
  const rows = await manager.find(PersonRow, { select: { id: true }, where: { id: In([...ids]), disabledAt: now } });
  return rows.map(({ id }) => id);
}

function keysOf(persons: readonly PersonFields[]): string[] {
  return persons.map(({ key }) => key);
}
