// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import type { EntityManager } from 'typeorm';
import { PROFILES, type Group, type Profile } from '../../../api/people.js';
import { TILLEULS, VAL } from '../sync/testing/records-for-tests.js';
import { AttachmentRow } from './attachment.entity.js';
import { FormerMembershipRow } from './former-membership.entity.js';
import { GroupRow } from './group.entity.js';
import { KinshipRow } from './kinship.entity.js';
import { MembershipRow } from './membership.entity.js';
import { PersonRow } from './person.entity.js';
import { SchoolRow } from './school.entity.js';
import { StandInRow, STAND_IN_SOURCE } from './stand-in.entity.js';

/** The rows of a generated directory, without those of schools, people and groups: these are the same each time. */
export interface GeneratedSchool {
  readonly attachments: readonly AttachmentRow[];
  readonly memberships: readonly MembershipRow[];
  readonly formerMemberships: readonly FormerMembershipRow[];
  readonly kinships: readonly KinshipRow[];
  readonly standIns: readonly StandInRow[];
  /** The people that no source names any more. */
  readonly disabled: readonly string[];
}

const NOW = new Date('2025-11-25T04:00:00.123Z');
const HOUR_MS = 3_600_000;

export const PEOPLE = ['ada', 'bo', 'cy', 'dan', 'eva', 'flo'] as const;

/** Two classes and a working group of the école, its class of last year, and a class of the collège. */
export const GROUPS: readonly (Group & { readonly uai: string })[] = [
  { id: 'cm1', name: 'CM1', kind: 'class', schoolYear: 2025, uai: TILLEULS },
  { id: 'cm2', name: 'CM2', kind: 'class', schoolYear: 2025, uai: TILLEULS },
  { id: 'choir', name: 'Chorale', kind: 'work', schoolYear: 2025, uai: TILLEULS },
  { id: 'before', name: 'CM1', kind: 'class', schoolYear: 2024, uai: TILLEULS },
  { id: 'sixth', name: '6e B', kind: 'class', schoolYear: 2025, uai: VAL },
];

const someone = fc.constantFrom(...PEOPLE);
const groupId = fc.constantFrom(...GROUPS.map(({ id }) => id));
const role = fc.constantFrom('member' as const, 'teacher' as const);
/** Long ago, an hour ago, this millisecond, and in an hour. */
const instant = fc.constantFrom(...[-2_000, -1, 0, 1].map((hours) => new Date(NOW.getTime() + hours * HOUR_MS)));

const untold = { leftAt: fc.constant(null), via: fc.constant(null) };

const attachment = fc.record({
  id: fc.uuid(),
  personId: someone,
  uai: fc.constantFrom(TILLEULS, TILLEULS, TILLEULS, VAL),
  profile: fc.constantFrom(...PROFILES),
  source: fc.constantFrom('ldap', 'ldap', STAND_IN_SOURCE),
  from: fc.oneof({ weight: 4, arbitrary: fc.constant(new Date('2025-09-01T00:00:00Z')) }, instant),
  until: fc.option(instant, { freq: 3 }),
});

const standIn = fc.record({
  id: fc.uuid(),
  uai: fc.constant(TILLEULS),
  groupId,
  personId: someone,
  from: instant,
  until: instant,
  addedBy: someone,
  word: fc.constant(null),
  wordBy: fc.constant(null),
  addedAt: fc.constant(NOW),
});

export const anySchool: fc.Arbitrary<GeneratedSchool> = fc.record({
  attachments: rowsOf(attachment, 16, ({ id }) => id),
  memberships: rowsOf(
    fc.record({ groupId, personId: someone, role, via: fc.constant(null) }),
    14,
    (row) => `${row.groupId} ${row.personId}`,
  ),
  formerMemberships: rowsOf(
    fc.record({ id: fc.uuid(), groupId, personId: someone, role, until: instant, ...untold }),
    4,
    ({ id }) => id,
  ),
  kinships: rowsOf(
    fc.record({ source: fc.constantFrom('ldap', 'onde'), guardianId: someone, childId: someone }),
    6,
    (row) => Object.values(row).join(' '),
  ),
  standIns: rowsOf(standIn, 3, ({ id }) => id),
  disabled: fc.subarray([...PEOPLE], { maxLength: 1 }),
});

function rowsOf<T>(row: fc.Arbitrary<T>, maxLength: number, selector: (row: T) => string): fc.Arbitrary<T[]> {
  return fc.uniqueArray(row, { maxLength, selector, size: 'max' });
}

/** Replaces the stored rows by the generated ones. */
export async function storeSchool(school: GeneratedSchool, manager: EntityManager): Promise<void> {
  const tables = [StandInRow, KinshipRow, FormerMembershipRow, MembershipRow, AttachmentRow, GroupRow, PersonRow];
  for (const table of [...tables, SchoolRow]) await manager.createQueryBuilder().delete().from(table).execute();
  await manager.insert(
    SchoolRow,
    [TILLEULS, VAL].map((uai) => ({
      ...{ uai, name: uai, foldedName: uai, kind: 'primary' as const, timeZone: 'Europe/Paris', source: 'ldap' },
      createdAt: NOW,
    })),
  );
  await manager.insert(
    PersonRow,
    PEOPLE.map((id) => ({
      ...{ id, givenName: id, familyName: id, displayName: id, foldedName: id, createdAt: NOW },
      disabledAt: school.disabled.includes(id) ? NOW : null,
    })),
  );
  await manager.insert(
    GroupRow,
    GROUPS.map((group) => ({
      ...group,
      source: 'ldap',
      key: group.id,
      foldedName: group.id,
      endedAt: null,
      namedAt: null,
      joinedTo: null,
    })),
  );
  // The transaction that disables a person ends their attachments (ADR 127).
  const endOf = ({ personId, until }: AttachmentRow): Date | null =>
    school.disabled.includes(personId) && (until === null || until > NOW) ? NOW : until;
  await manager.insert(
    AttachmentRow,
    school.attachments.map((row) => ({ ...row, until: endOf(row) })),
  );
  await manager.insert(MembershipRow, [...school.memberships]);
  await manager.insert(FormerMembershipRow, [...school.formerMemberships]);
  await manager.insert(KinshipRow, [...school.kinships]);
  await manager.insert(StandInRow, [...school.standIns]);
}

/** The people with a profile in the école: now, or ever. */
export function holders(school: GeneratedSchool, profile: Profile, when: 'now' | 'ever'): Set<string> {
  const rows = school.attachments.filter((row) => row.uai === TILLEULS && row.profile === profile);
  return new Set(rows.filter((row) => when === 'ever' || isInForce(row, school)).map(({ personId }) => personId));
}

function isInForce({ from, until, source, personId }: AttachmentRow, { disabled }: GeneratedSchool): boolean {
  if (disabled.includes(personId)) return false;
  // Only the times of a replacement may lie in the future (ADR 67).
  if (source !== STAND_IN_SOURCE) return until === null;
  return from <= NOW && (until === null || until > NOW);
}

/** As `SchoolDirectory.members` says in words, for a group of the école. */
export function membersOf(school: GeneratedSchool, group: Group, profile: Profile): string[] {
  const pupils = peopleIn(school, group, 'member');
  const standIns = school.standIns.filter((row) => row.groupId === group.id && row.from <= NOW && row.until > NOW);
  const guardians = school.kinships.filter(({ childId }) => pupils.includes(childId));
  const reached = new Set([
    ...(profile === 'head' && group.kind === 'class' ? [] : pupils),
    ...(profile === 'teacher' ? peopleIn(school, group, 'teacher') : []),
    ...(profile === 'teacher' ? standIns.map(({ personId }) => personId) : []),
    ...(profile === 'guardian' ? guardians.map(({ guardianId }) => guardianId) : []),
  ]);
  const held = holders(school, profile, group.schoolYear < 2025 ? 'ever' : 'now');
  return PEOPLE.filter((id) => reached.has(id) && held.has(id));
}

function peopleIn({ memberships }: GeneratedSchool, group: Group, as: MembershipRow['role']): string[] {
  return memberships.filter((row) => row.groupId === group.id && row.role === as).map(({ personId }) => personId);
}
