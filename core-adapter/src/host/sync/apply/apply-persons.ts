// SPDX-License-Identifier: EUPL-1.2
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { AdministratorRow } from '../../administrators/administrator.entity.js';
import { newId } from '../../database/new-id.js';
import { AttachmentRow, GRANT_SOURCE } from '../../directory/attachment.entity.js';
import { batches } from '../../directory/batches.js';
import { endLogins } from '../../directory/end-logins.js';
import { ExternalIdRow } from '../../directory/external-id.entity.js';
import { PersonRow } from '../../directory/person.entity.js';
import type { ApplyContext } from './apply-plan.js';
import { askAboutHomonyms } from '../homonyms/ask-about-homonyms.js';
import type { PersonFields } from '../image/directory-image.js';
import { readOtherNames } from '../image/other-names.js';
import { prepareJoins } from './apply-joins.js';
import { foldedNameOf } from '../snapshot/normalise-record.js';
import { required } from '../required.js';
import type { PersonsPlan, SyncPlan } from '../plan/sync-plan.js';
import { insertRows, overwriteRows } from './write-rows.js';

/** Person ids by key, of one source. */
export type PersonIds = ReadonlyMap<string, string>;

/**
 * What comes before all writing of persons: logins go away before others come, so that two persons can swap theirs. With a leaver
 * go the rights given to him by hand, as administrator or head: should he return, somebody grants them again. Whom another source
 * still names stays with all of that.
 * @returns the ids of those whom nobody names any more
 */
export async function freePersons(
  manager: EntityManager,
  { changed, disabled, released }: PersonsPlan,
  { source, now }: ApplyContext,
): Promise<string[]> {
  const loginChanged = changed.filter(({ changes }) => changes.some(({ field }) => field === 'login'));
  await freeLogins(manager, keysOf(loginChanged.map(({ person }) => person)), { source, leftAt: null });
  const leavers = keysOf([...disabled, ...released]);
  await freeLogins(manager, leavers, { source, leftAt: now });
  return disable(manager, leavers, await readPersonIds(manager, source, leavers), now);
}

/** Writes those who are new, changed or back. */
export async function applyPersons(
  manager: EntityManager,
  { persons: plan, digests }: Pick<SyncPlan, 'persons' | 'digests'>,
  context: ApplyContext,
): Promise<void> {
  const { source } = context;
  await prepareJoins(manager, plan.joined, source);
  const known = [...plan.changed.map(({ person }) => person), ...plan.revived];
  const joined = plan.joined.map(({ person, personId }) => ({ person, id: personId }));
  const came = [...plan.created, ...joined.map(({ person }) => person)];
  const digestOf = new Map(digests);
  const same = [...digestOf.keys()].filter(isNoneOf(keysOf([...known, ...came])));
  const ids = await readPersonIds(manager, source, [...keysOf(known), ...plan.recycled]);
  const there = known.map((person) => ({ person, id: required(ids, person.key) }));
  await nameThose(manager, [...there, ...joined], context);
  const externalRow = (person: PersonFields, personId: string): ExternalIdRow => {
    const { key, login, ine = null, birthDate = null, level = null } = person;
    return {
      id: newId(),
      source,
      key,
      login,
      formerLogin: null,
      personId,
      leftAt: null,
      ine,
      birthDate,
      level,
      digest: digestOf.get(key) ?? null,
    };
  };
  await overwriteRows(
    manager,
    ExternalIdRow,
    there.map(({ person, id }) => externalRow(person, id)),
    {
      by: ['source', 'key'],
      columns: ['login', 'leftAt', 'ine', 'birthDate', 'level', 'digest'],
    },
  );
  await writeDigests(manager, same, digestOf, source);

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
    [...created, ...joined].map(({ person, id }) => externalRow(person, id)),
  );
  if (plan.homonyms.length === 0) return;
  const asked = await readPersonIds(
    manager,
    source,
    plan.homonyms.map(({ key }) => key),
  );
  await askAboutHomonyms(manager, plan.homonyms, asked, context);
}

/** Those whom another source named first have their name from there; they are enabled, since it names them still. */
async function nameThose(
  manager: EntityManager,
  persons: readonly { readonly person: PersonFields; readonly id: string }[],
  context: ApplyContext,
): Promise<void> {
  const ids = persons.map(({ id }) => id);
  const { naming } = await readOtherNames(manager, context.source, ids);
  const named = persons.filter(({ id }) => !naming.has(id)).map(({ person, id }) => personRow(person, id, context));
  const columns = ['givenName', 'familyName', 'displayName', 'foldedName', 'disabledAt'] as const;
  await overwriteRows(manager, PersonRow, named, { by: ['id'], columns });
}

function isNoneOf(keys: readonly string[]): (key: string) => boolean {
  const these = new Set(keys);
  return (key) => !these.has(key);
}

/** Of those whose fields stay, while their groups or families do not. */
async function writeDigests(
  manager: EntityManager,
  keys: readonly string[],
  digestOf: ReadonlyMap<string, string>,
  source: string,
): Promise<void> {
  for (const batch of batches(keys)) {
    const where = { source, key: In([...batch]) };
    const rows = await manager.findBy(ExternalIdRow, where);
    const changed = rows.map((row) => ({ ...row, digest: digestOf.get(row.key) ?? null }));
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
    const named = { source, key: In([...batch]) };
    if (leftAt) await endLogins(manager, named, leftAt);
    else await manager.update(ExternalIdRow, named, { login: null, leftAt });
  }
}

async function disable(manager: EntityManager, keys: readonly string[], ids: PersonIds, now: Date): Promise<string[]> {
  const leavers = keys.map((key) => required(ids, key));
  const disabled: string[] = [];
  for (const batch of batches(leavers)) {
    const gone = await disableUnnamed(manager, batch, now);
    if (gone.length === 0) continue;
    disabled.push(...gone);
    const personId = In(gone);
    await manager.update(AttachmentRow, { personId, source: GRANT_SOURCE, until: IsNull() }, { until: now });
    await manager.delete(AdministratorRow, { personId });
  }
  return disabled;
}

const NAMED =
  '(SELECT 1 FROM core_external_id external WHERE external.personId = core_person.id AND external.leftAt IS NULL)';

/** In one statement: of two sources that let go of somebody at once, one sees that the other did. */
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
