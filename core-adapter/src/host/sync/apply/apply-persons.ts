// SPDX-License-Identifier: EUPL-1.2
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { AdministratorRow } from '../../administrators/administrator.entity.js';
import { newId } from '../../database/new-id.js';
import { AttachmentRow, GRANT_SOURCE } from '../../directory/attachment.entity.js';
import { batches } from '../../directory/batches.js';
import { ExternalIdRow } from '../../directory/external-id.entity.js';
import { PersonRow } from '../../directory/person.entity.js';
import type { ApplyContext } from './apply-plan.js';
import type { PersonFields } from '../image/directory-image.js';
import { foldedNameOf } from '../snapshot/normalise-record.js';
import { required } from '../required.js';
import type { PersonsPlan } from '../plan/sync-plan.js';
import { insertRows, overwriteRows } from './write-rows.js';

/** Person ids by key, of one source. */
export type PersonIds = ReadonlyMap<string, string>;

/**
 * Writes persons. Logins go away before others come, so that two persons can swap theirs. With a leaver go the rights given to
 * him by hand, as administrator or head: should he return, somebody grants them again.
 * @returns the ids of those who left
 */
export async function applyPersons(
  manager: EntityManager,
  plan: PersonsPlan,
  context: ApplyContext,
): Promise<string[]> {
  const ids = await readPersonIds(manager, context.source);
  const loginChanged = plan.changed.filter(({ changes }) => changes.some(({ field }) => field === 'login'));
  await freeLogins(manager, keysOf(loginChanged.map(({ person }) => person)), { source: context.source, leftAt: null });
  await freeLogins(manager, keysOf(plan.disabled), { source: context.source, leftAt: context.now });
  const disabled = await disable(manager, keysOf(plan.disabled), ids, context.now);

  const known = [...plan.changed.map(({ person }) => person), ...plan.revived];
  await overwriteRows(
    manager,
    PersonRow,
    known.map((person) => personRow(person, required(ids, person.key), context)),
    {
      by: ['id'],
      columns: ['givenName', 'familyName', 'displayName', 'foldedName', 'disabledAt'],
    },
  );
  await overwriteRows(
    manager,
    ExternalIdRow,
    known.map((person) => externalRow(person, required(ids, person.key), context)),
    {
      by: ['source', 'key'],
      columns: ['login', 'leftAt'],
    },
  );

  await retire(manager, plan.recycled, ids, context.source);
  const created = plan.created.map((person) => ({ person, id: newId() }));
  await insertRows(
    manager,
    PersonRow,
    created.map(({ person, id }) => personRow(person, id, context)),
  );
  await insertRows(
    manager,
    ExternalIdRow,
    created.map(({ person, id }) => externalRow(person, id, context)),
  );
  return disabled;
}

export async function readPersonIds(manager: EntityManager, source: string): Promise<PersonIds> {
  const rows = await manager
    .createQueryBuilder(ExternalIdRow, 'external')
    .select('external.key', 'key')
    .addSelect('external.personId', 'personId')
    .where('external.source = :source', { source })
    .getRawMany<{ key: string; personId: string }>();
  return new Map(rows.map(({ key, personId }) => [key, personId]));
}

async function freeLogins(
  manager: EntityManager,
  keys: readonly string[],
  { source, leftAt }: Pick<ExternalIdRow, 'source' | 'leftAt'>,
): Promise<void> {
  for (const batch of batches(keys)) {
    await manager.update(ExternalIdRow, { source, key: In([...batch]) }, { login: null, leftAt });
  }
}

async function disable(manager: EntityManager, keys: readonly string[], ids: PersonIds, now: Date): Promise<string[]> {
  const disabled = keys.map((key) => required(ids, key));
  for (const batch of batches(disabled)) {
    const personId = In([...batch]);
    await manager.update(PersonRow, { id: personId }, { disabledAt: now });
    await manager.update(AttachmentRow, { personId, source: GRANT_SOURCE, until: IsNull() }, { until: now });
    await manager.delete(AdministratorRow, { personId });
  }
  return disabled;
}

/** Characters of a retired key that are kept: with `#` and an id they fit the column. */
const KEPT = 150;

/** A leaver whose key now names somebody else stays under a key that no source has, with all that is his. */
async function retire(manager: EntityManager, keys: readonly string[], ids: PersonIds, source: string): Promise<void> {
  for (const key of keys) {
    const retired = `${key.slice(0, KEPT)}#${required(ids, key)}`;
    await manager.update(ExternalIdRow, { source, key, leftAt: Not(IsNull()) }, { key: retired });
  }
}

function personRow(person: PersonFields, id: string, { now }: ApplyContext): PersonRow {
  const { givenName, familyName, displayName } = person;
  const foldedName = foldedNameOf(person);
  return { id, givenName, familyName, displayName, foldedName, disabledAt: null, createdAt: now };
}

function externalRow({ key, login }: PersonFields, personId: string, { source }: ApplyContext): ExternalIdRow {
  return { id: newId(), source, key, login, personId, leftAt: null };
}

function keysOf(persons: readonly PersonFields[]): string[] {
  return persons.map(({ key }) => key);
}
