// SPDX-License-Identifier: EUPL-1.2
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import type { MembershipRole } from '../../../../api/directory/directory-source.js';
import type { UnitOfWork } from '../../../infra/database/unit-of-work.js';
import { AttachmentRow } from '../../directory/attachment.entity.js';
import { batches } from '../../directory/batches.js';
import { ExternalIdRow } from '../../directory/external-id.entity.js';
import { KinshipRow } from '../../directory/kinship.entity.js';
import { MembershipRow } from '../../directory/membership.entity.js';
import { PersonRow } from '../../directory/person.entity.js';
import type { CurrentPlaces } from './current-places.js';
import { agesOf, type Age, type Identity } from './identity.js';
import { attachmentKey, type PersonState, type PersonStates } from './person-state.js';
import { readOtherNames } from './other-names.js';

export interface CurrentPersons {
  /** People that the source names. */
  readonly present: PersonStates;
  /** People that the source no longer names, with every attachment that they had. */
  readonly left: PersonStates;
  /** Keys of people that another source names, too. */
  readonly elsewhere: ReadonlySet<string>;
  /** Keys of people who get their name from another source: among the sources that name them today, the one that did so first. */
  readonly namedElsewhere: ReadonlySet<string>;
  /** Identities of people present and left, by key, from all that the source ever said. */
  readonly stored: ReadonlyMap<string, StoredIdentity>;
}

export interface StoredIdentity extends Identity {
  readonly personId: string;
}

interface StoredPerson extends PersonState {
  readonly attachments: Set<string>;
  readonly memberships: Map<string, MembershipRole>;
  readonly children: Set<string>;
}

/**
 * Reads stored people of a source.
 * @param keys some thousands at most: they are read at once
 */
export async function readCurrentPersons(
  unitOfWork: UnitOfWork,
  places: Pick<CurrentPlaces, 'source' | 'groupKeys'>,
  keys: readonly string[],
): Promise<CurrentPersons> {
  const present = new Map<string, PersonState>();
  const left = new Map<string, PersonState>();
  const elsewhere = new Set<string>();
  const namedElsewhere = new Set<string>();
  const stored = new Map<string, StoredIdentity>();
  for (const batch of batches(keys)) {
    const persons = new Map<string, StoredPerson>();
    const rows = await unitOfWork.run((manager) => readPersons(manager, places.source, batch));
    for (const row of rows) {
      const person = storedPerson(row);
      persons.set(row.personId, person);
      (row.leftAt === null ? present : left).set(row.key, person);
    }
    if (persons.size === 0) continue;
    await unitOfWork.run((manager) => readTies(manager, places, persons));
    const others = await unitOfWork.run((manager) => readOtherNames(manager, places.source, [...persons.keys()]));
    for (const [id, { key }] of persons) {
      if (others.known.has(id)) elsewhere.add(key);
      if (others.naming.has(id)) namedElsewhere.add(key);
    }
    const placeless = [...persons].flatMap(([id, { attachments }]) => (attachments.size === 0 ? [id] : []));
    const lastAges = await unitOfWork.run((manager) => readLastAges(manager, places.source, placeless));
    for (const row of rows) {
      const ages = agesOf(persons.get(row.personId)?.attachments ?? []);
      stored.set(row.key, storedIdentity(row, ages.length > 0 ? ages : (lastAges.get(row.personId) ?? [])));
    }
  }
  return { present, left, elsewhere, namedElsewhere, stored };
}

interface PersonColumns extends Omit<ExternalIdRow, 'leftAt' | 'givenName' | 'familyName'>, PersonRow {
  readonly leftAt: Date | string | null;
  /** Names from this source; null for rows not written since these columns exist. */
  readonly saidGivenName: string | null;
  readonly saidFamilyName: string | null;
}

function readPersons(manager: EntityManager, source: string, keys: readonly string[]): Promise<PersonColumns[]> {
  return manager
    .createQueryBuilder(ExternalIdRow, 'external')
    .innerJoin(PersonRow, 'person', 'person.id = external.personId')
    .select('external.personId', 'personId')
    .addSelect('external.key', 'key')
    .addSelect('external.login', 'login')
    .addSelect('external.leftAt', 'leftAt')
    .addSelect('external.ine', 'ine')
    .addSelect('external.birthDate', 'birthDate')
    .addSelect('external.level', 'level')
    .addSelect('external.stableIds', 'stableIds')
    .addSelect('external.lastIne', 'lastIne')
    .addSelect('external.lastBirthDate', 'lastBirthDate')
    .addSelect('external.givenName', 'saidGivenName')
    .addSelect('external.familyName', 'saidFamilyName')
    .addSelect('external.firstBirthDate', 'firstBirthDate')
    .addSelect('external.firstGivenName', 'firstGivenName')
    .addSelect('external.firstFamilyName', 'firstFamilyName')
    .addSelect('person.givenName', 'givenName')
    .addSelect('person.familyName', 'familyName')
    .addSelect('person.displayName', 'displayName')
    .where('external.source = :source AND external.key IN (:...keys)', { source, keys })
    .getRawMany<PersonColumns>();
}

function storedPerson(row: PersonColumns): StoredPerson {
  const { key, login, givenName, familyName, displayName, ine, birthDate, level } = row;
  return {
    ...{ key, login: login ?? '', givenName, familyName, displayName },
    ...(ine !== null && { ine }),
    ...(birthDate !== null && { birthDate }),
    ...(level !== null && { level }),
    attachments: new Set(),
    memberships: new Map(),
    children: new Set(),
  };
}

/** The last value of each field counts where the source is silent now. Names fall back to those of another source. */
function storedIdentity(row: PersonColumns, ages: readonly Age[]): StoredIdentity {
  const { givenName, familyName } = row;
  return {
    personId: row.personId,
    stableIds: row.stableIds?.split(' ') ?? [],
    ine: row.lastIne ?? undefined,
    birthDate: row.lastBirthDate ?? undefined,
    firstBirthDate: row.firstBirthDate ?? undefined,
    givenName: row.saidGivenName ?? givenName,
    familyName: row.saidFamilyName ?? familyName,
    firstNames: { givenName: row.firstGivenName ?? '', familyName: row.firstFamilyName ?? '' },
    ages,
  };
}

/** The last ages of people without a current attachment. */
async function readLastAges(
  manager: EntityManager,
  source: string,
  ids: readonly string[],
): Promise<Map<string, readonly Age[]>> {
  if (ids.length === 0) return new Map();
  const rows = await manager.find(AttachmentRow, {
    where: { personId: In([...ids]), source, until: Not(IsNull()) },
    order: { until: 'ASC' },
  });
  return new Map(rows.map(({ personId, uai, profile }) => [personId, agesOf([attachmentKey(uai, profile)])]));
}

/**
 * Adds attachments, memberships and children to the people.
 * @param people people by id
 */
async function readTies(
  manager: EntityManager,
  { source, groupKeys }: Pick<CurrentPlaces, 'source' | 'groupKeys'>,
  persons: ReadonlyMap<string, StoredPerson>,
): Promise<void> {
  const ids = [...persons.keys()];
  const attachments = await manager
    .createQueryBuilder(AttachmentRow, 'attachment')
    .select('attachment.personId', 'personId')
    .addSelect('attachment.uai', 'uai')
    .addSelect('attachment.profile', 'profile')
    .innerJoin(ExternalIdRow, 'external', 'external.personId = attachment.personId AND external.source = :source')
    .where('attachment.personId IN (:...ids) AND attachment.source = :source', { source, ids })
    .andWhere('(attachment.until IS NULL OR external.leftAt IS NOT NULL)')
    .getRawMany<Pick<AttachmentRow, 'personId' | 'uai' | 'profile'>>();
  for (const { personId, uai, profile } of attachments) {
    persons.get(personId)?.attachments.add(attachmentKey(uai, profile));
  }
  const memberships = await manager
    .createQueryBuilder(MembershipRow, 'membership')
    .select('membership.groupId', 'groupId')
    .addSelect('membership.personId', 'personId')
    .addSelect('membership.role', 'role')
    .where({ personId: In(ids), via: IsNull() })
    .getRawMany<MembershipRow>();
  for (const { groupId, personId, role } of memberships) {
    const group = groupKeys.get(groupId);
    if (group !== undefined) persons.get(personId)?.memberships.set(group, role);
  }
  const kinships = await manager
    .createQueryBuilder(KinshipRow, 'kinship')
    .innerJoin(ExternalIdRow, 'child', 'child.personId = kinship.childId AND child.source = kinship.source')
    .select('kinship.guardianId', 'guardianId')
    .addSelect('child.key', 'child')
    .where('kinship.source = :source AND kinship.guardianId IN (:...ids)', { source, ids })
    .getRawMany<{ guardianId: string; child: string }>();
  for (const { guardianId, child } of kinships) persons.get(guardianId)?.children.add(child);
}
