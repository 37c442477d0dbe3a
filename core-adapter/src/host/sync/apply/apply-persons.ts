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
import type { PersonsPlan, SyncPlan } from '../plan/sync-plan.js';
import { insertRows, overwriteRows } from './write-rows.js';

/** Person ids by key, of one source. */
export type PersonIds = ReadonlyMap<string, string>;

/**
 * What comes before all writing of persons: logins go away before others come, so that two persons can swap theirs. With a leaver
 * go the rights given to him by hand, as administrator or head: should he return, somebody grants them again.
 * @returns the ids of those who left
 */
export async function freePersons(
  manager: EntityManager,
  { changed, disabled }: PersonsPlan,
  { source, now }: ApplyContext,
): Promise<string[]> {
  const loginChanged = changed.filter(({ changes }) => changes.some(({ field }) => field === 'login'));
  await freeLogins(manager, keysOf(loginChanged.map(({ person }) => person)), { source, leftAt: null });
  await freeLogins(manager, keysOf(disabled), { source, leftAt: now });
  return disable(manager, keysOf(disabled), await readPersonIds(manager, source, keysOf(disabled)), now);
}

/** Writes those who are new, changed or back. */
export async function applyPersons(
  manager: EntityManager,
  { persons: plan, digests }: Pick<SyncPlan, 'persons' | 'digests'>,
  context: ApplyContext,
): Promise<void> {
  const { source } = context;
  const known = [...plan.changed.map(({ person }) => person), ...plan.revived];
  const same = Object.keys(digests).filter(isNoneOf(keysOf([...known, ...plan.created])));
  const ids = await readPersonIds(manager, source, [...keysOf(known), ...plan.recycled]);
  await overwriteRows(
    manager,
    PersonRow,
    known.map((person) => personRow(person, required(ids, person.key), context)),
    {
      by: ['id'],
      columns: ['givenName', 'familyName', 'displayName', 'foldedName', 'disabledAt'],
    },
  );
  const externalRow = (person: PersonFields, personId: string): ExternalIdRow => {
    const { key, login, ine = null, birthDate = null, level = null } = person;
    return {
      id: newId(),
      source,
      key,
      login,
      personId,
      leftAt: null,
      ine,
      birthDate,
      level,
      digest: digests[key] ?? null,
    };
  };
  await overwriteRows(
    manager,
    ExternalIdRow,
    known.map((person) => externalRow(person, required(ids, person.key))),
    {
      by: ['source', 'key'],
      columns: ['login', 'leftAt', 'ine', 'birthDate', 'level', 'digest'],
    },
  );
  await writeDigests(manager, same, digests, source);

  await retire(manager, plan.recycled, ids, source);
  const created = plan.created.map((person) => ({ person, id: newId() }));
  await insertRows(
    manager,
    PersonRow,
    created.map(({ person, id }) => personRow(person, id, context)),
  );
  await insertRows(
    manager,
    ExternalIdRow,
    created.map(({ person, id }) => externalRow(person, id)),
  );
}

function isNoneOf(keys: readonly string[]): (key: string) => boolean {
  const these = new Set(keys);
  return (key) => !these.has(key);
}

/** Of those whose fields stay, while their groups or families do not. */
async function writeDigests(
  manager: EntityManager,
  keys: readonly string[],
  digests: SyncPlan['digests'],
  source: string,
): Promise<void> {
  for (const batch of batches(keys)) {
    const where = { source, key: In([...batch]) };
    const rows = await manager.findBy(ExternalIdRow, where);
    const changed = rows.map((row) => ({ ...row, digest: digests[row.key] ?? null }));
    await overwriteRows(manager, ExternalIdRow, changed, { by: ['source', 'key'], columns: ['digest'] });
  }
}

/** @param keys of whom; some may be unknown */
export async function readPersonIds(
  manager: EntityManager,
  source: string,
  keys: readonly string[],
): Promise<PersonIds> {
  const ids = new Map<string, string>();
  for (const batch of batches([...new Set(keys)])) {
    const rows = await manager
      .createQueryBuilder(ExternalIdRow, 'external')
      .select('external.key', 'key')
      .addSelect('external.personId', 'personId')
      .where({ source, key: In([...batch]) })
      .getRawMany<Pick<ExternalIdRow, 'key' | 'personId'>>();
    for (const { key, personId } of rows) ids.set(key, personId);
  }
  return ids;
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

function keysOf(persons: readonly PersonFields[]): string[] {
  return persons.map(({ key }) => key);
}
