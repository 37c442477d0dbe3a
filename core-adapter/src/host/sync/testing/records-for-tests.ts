// SPDX-License-Identifier: EUPL-1.2
import type {
  DirectoryRecord,
  DirectorySource,
  GroupRecord,
  KinshipRecord,
  MembershipRecord,
  MembershipRole,
  PersonRecord,
  SchoolRecord,
} from '../../../api/directory-source.js';
import type { Profile } from '../../../api/people.js';
import type { CurrentImage } from '../image/current-image.js';
import type { DirectoryImage } from '../image/directory-image.js';
import { collectSnapshot, type Snapshot } from '../snapshot/snapshot.js';

export const TILLEULS = '0390001X';
export const VAL = '0390002Y';
export const SOURCE = 'scribe';
export const SIGNAL = new AbortController().signal;

export function school(uai: string, name: string): SchoolRecord {
  return { type: 'school', uai, name, kind: uai === VAL ? 'college' : 'primary' };
}

/** `lea.martin` becomes Léa-like names and a login of their own: "Lea Martin". */
export function person(key: string, profile: Profile, uai: string, changes: Partial<PersonRecord> = {}): PersonRecord {
  const [givenName = '', familyName = ''] = key.split('.').map((part) => part.charAt(0).toUpperCase() + part.slice(1));
  const displayName = `${givenName} ${familyName}`;
  return { type: 'person', key, login: key, givenName, familyName, displayName, profile, uai, ...changes };
}

export function group(key: string, uai: string, changes: Partial<GroupRecord> = {}): GroupRecord {
  return { type: 'group', uai, key, kind: 'class', name: key, ...changes };
}

export function member(who: string, of: string, uai: string, role: MembershipRole = 'member'): MembershipRecord {
  return { type: 'membership', uai, group: of, person: who, role };
}

export function kin(guardian: string, child: string): KinshipRecord {
  return { type: 'kinship', guardian, child };
}

/** Ten pupils, `one.<family>` to `ten.<family>`, each in the class. */
export function pupils(family: string, of: string, uai: string): DirectoryRecord[] {
  const names = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
  return names.flatMap((name) => [person(`${name}.${family}`, 'pupil', uai), member(`${name}.${family}`, of, uai)]);
}

/**
 * An école and a collège, each with a class of ten, a teacher, and staff; a teacher who teaches in both; a guardian with a child
 * in each.
 */
export function sampleRecords(): DirectoryRecord[] {
  return [
    school(TILLEULS, 'École des Tilleuls'),
    school(VAL, 'Collège du Val'),
    group('CM2 A', TILLEULS),
    group('6e B', VAL),
    ...pupils('petit', 'CM2 A', TILLEULS),
    ...pupils('grand', '6e B', VAL),
    person('paul.durand', 'teacher', TILLEULS),
    member('paul.durand', 'CM2 A', TILLEULS, 'teacher'),
    person('nina.prof', 'teacher', VAL),
    member('nina.prof', '6e B', VAL, 'teacher'),
    member('nina.prof', 'CM2 A', TILLEULS, 'teacher'),
    person('sam.bureau', 'staff', VAL),
    person('anne.petit', 'guardian', TILLEULS),
    kin('anne.petit', 'one.petit'),
    kin('anne.petit', 'one.grand'),
  ];
}

/** The records without those that these words match: a key, or the key of whom they are about. */
export function without(records: readonly DirectoryRecord[], ...keys: string[]): DirectoryRecord[] {
  return records.filter((record) => !Object.values(record).some((value) => keys.includes(String(value))));
}

export async function* stream(records: Iterable<DirectoryRecord>): AsyncGenerator<DirectoryRecord> {
  yield* records;
}

export function sourceOf(records: Iterable<DirectoryRecord>, name = SOURCE): DirectorySource {
  return { name, read: () => stream(records) };
}

export function snapshotOf(records: Iterable<DirectoryRecord>): Promise<Snapshot> {
  return collectSnapshot(stream(records));
}

/** What would be stored once this image has been applied. */
export function currentOf(image: DirectoryImage, changes: Partial<CurrentImage> = {}): CurrentImage {
  return {
    schools: image.schools,
    persons: image.persons,
    groups: image.groups,
    memberships: image.memberships,
    kinships: image.kinships,
    source: SOURCE,
    at: new Date('2025-11-25T04:00:00Z'),
    baseRun: 1,
    timeZones: new Map([...image.schools.keys()].map((uai) => [uai, 'Europe/Paris'])),
    left: new Map(),
    ended: new Map(),
    ...changes,
  };
}

/** What is stored before the first sync. */
export function nothingYet(): CurrentImage {
  const none = new Map<string, never>();
  const image = { schools: none, persons: none, groups: none, memberships: none, kinships: none };
  return currentOf(image, { baseRun: 0 });
}
