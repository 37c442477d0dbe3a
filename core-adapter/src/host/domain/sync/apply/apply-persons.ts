// SPDX-License-Identifier: EUPL-1.2
import { In, type EntityManager, IsNull, Not } from 'typeorm';
import { newId } from '../../../infra/database/new-id.js';
import { batches } from '../../directory/batches.js';
import { ExternalIdRow } from '../../directory/external-id.entity.js';
import { PersonRow } from '../../directory/person.entity.js';
import { askAboutHomonyms } from './ask-about-homonyms.js';
import type { PersonFields } from '../state/person-state.js';
import { readOtherNames } from '../state/other-names.js';
import { foldedNameOf } from '../snapshot/normalise-record.js';
import { requireId } from '../state/require-id.js';
import type { SyncPlan, PersonJoin } from '../plan/sync-plan.js';
import { joinStableIds } from './stable-ids-column.js';
import { insertRows, overwriteRows } from './write-rows.js';
import type { ApplyContext, PersonIds } from './apply-context.js';
import type { ConflictError } from '../../../../api/errors.js';
import { outdatedPlan } from '../state/outdated-plan.js';

interface Named {
  readonly person: PersonFields;
  readonly id: string;
}

/** Writes people who are new, changed or back. */
export async function applyPersons(
  manager: EntityManager,
  { persons: plan, digests, stableIds }: Pick<SyncPlan, 'persons' | 'digests' | 'stableIds'>,
  context: ApplyContext,
): Promise<void> {
  const { source } = context;
  await prepareJoins(manager, plan.joined, source);
  const known = [...plan.changed.map(({ person }) => person), ...plan.revived];
  const joined = plan.joined.map(({ person, personId }) => ({ person, id: personId }));
  const came = [...plan.created, ...joined.map(({ person }) => person)];
  const digestOf = new Map(digests);
  const same = [...digestOf.keys()].filter(isNoneOf(keysOf([...known, ...came])));
  const ids = await readPersonIds(manager, source, keysOf(known));
  const there = known.map((person) => ({ person, id: requireId(ids, person.key) }));
  await nameThose(manager, [...there, ...joined], context);
  const rowOf = ({ person, id }: Named): ExternalIdRow =>
    externalRow(person, id, { source, digest: digestOf.get(person.key) ?? null });
  await overwriteRows(manager, ExternalIdRow, there.map(rowOf), {
    by: ['source', 'key'],
    columns: ['login', 'leftAt', 'ine', 'birthDate', 'level', 'digest'],
    keepUnlessKnown: ['stableIds', 'lastIne', 'lastBirthDate', 'givenName', 'familyName'],
    fillIfUnknown: ['firstGivenName', 'firstFamilyName', 'firstBirthDate'],
  });
  await writeDigests(manager, same, { digestOf, stableIds: new Map(stableIds) }, source);

  const created = plan.created.map((person) => ({ person, id: newId() }));
  await insertRows(
    manager,
    PersonRow,
    created.map(({ person, id }) => personRow(person, id, context)),
  );
  await insertRows(manager, ExternalIdRow, [...created, ...joined].map(rowOf));
  if (plan.homonyms.length === 0) return;
  const asked = await readPersonIds(
    manager,
    source,
    plan.homonyms.map(({ key }) => key),
  );
  await askAboutHomonyms(manager, plan.homonyms, asked, context);
}

/** Writes names and enables people. People that another source named first keep their names: that source decides them. */
async function nameThose(manager: EntityManager, persons: readonly Named[], context: ApplyContext): Promise<void> {
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

/** Writes the digests of people with unchanged fields but other groups, families or stable ids. */
async function writeDigests(
  manager: EntityManager,
  keys: readonly string[],
  said: { readonly digestOf: ReadonlyMap<string, string>; readonly stableIds: ReadonlyMap<string, readonly string[]> },
  source: string,
): Promise<void> {
  for (const batch of batches(keys)) {
    const where = { source, key: In([...batch]) };
    const rows = await manager.findBy(ExternalIdRow, where);
    const changed = rows.map((row) => ({
      ...row,
      digest: said.digestOf.get(row.key) ?? null,
      stableIds: joinStableIds(said.stableIds.get(row.key)),
    }));
    await overwriteRows(manager, ExternalIdRow, changed, {
      by: ['source', 'key'],
      columns: ['digest'],
      keepUnlessKnown: ['stableIds'],
    });
  }
}

/** @param keys keys of people; unknown ones are left out */
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

function externalRow(
  person: PersonFields,
  personId: string,
  { source, digest }: Pick<ExternalIdRow, 'source' | 'digest'>,
): ExternalIdRow {
  const { key, login, stableIds, ine = null, birthDate = null, level = null } = person;
  const [givenName, familyName] = [person.givenName || null, person.familyName || null];
  return {
    id: newId(),
    source,
    key,
    login: login || null,
    formerLogin: null,
    personId,
    leftAt: null,
    ...{ ine, birthDate, level, givenName, familyName, firstGivenName: givenName, firstFamilyName: familyName },
    ...{ stableIds: joinStableIds(stableIds), lastIne: ine, lastBirthDate: birthDate, firstBirthDate: birthDate },
    digest,
  };
}

function personRow(person: PersonFields, id: string, { now }: ApplyContext): PersonRow {
  const { givenName, familyName, displayName } = person;
  const foldedName = foldedNameOf(person);
  return { id, givenName, familyName, displayName, foldedName, disabledAt: null, createdAt: now };
}

function keysOf(persons: readonly PersonFields[]): string[] {
  return persons.map(({ key }) => key);
}

/**
 * Prepares people that other sources know for a new key: deletes the key that this source gave them before.
 * @throws ConflictError when a person is gone, or has got another key of this source meanwhile
 */
async function prepareJoins(manager: EntityManager, joined: readonly PersonJoin[], source: string): Promise<void> {
  for (const batch of batches(joined)) {
    const personId = In(batch.map((join) => join.personId));
    const rows = await manager.findBy(ExternalIdRow, { personId });
    const known = new Set(rows.filter((row) => row.source !== source).map((row) => row.personId));
    const taken = rows.filter((row) => row.source === source && row.leftAt === null).map((row) => row.personId);
    const gone = batch.find((join) => !known.has(join.personId) || taken.includes(join.personId));
    if (gone) throw changed(gone);
    await manager.delete(ExternalIdRow, { source, personId, leftAt: Not(IsNull()) });
  }
}

function changed({ person: { key } }: PersonJoin): ConflictError {
  return outdatedPlan(`The person that "${key}" was to join has changed since the plan was made.`, { key });
}
