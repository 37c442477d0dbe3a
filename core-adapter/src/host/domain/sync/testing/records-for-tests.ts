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
} from '../../../../api/directory/directory-source.js';
import type { Profile } from '../../../../api/people.js';
import { DEFAULT_LIMITS, guard } from '../guard/guard.js';
import { GroupKinds } from '../guard/group-kinds.js';
import { NO_BASELINE } from '../guard/spans.js';
import { RetentionStats } from '../guard/retention-stats.js';
import { identityOf } from '../state/identity.js';
import { recognisePersons } from '../plan/recognise-persons.js';
import type { CurrentPersons } from '../state/current-persons.js';
import type { CurrentPlaces } from '../state/current-places.js';
import type { PersonState, PlacesImage } from '../state/person-state.js';
import { mergePlans } from '../plan/merge-plans.js';
import { planPeople } from '../plan/plan-people.js';
import { planPlaces } from '../plan/plan-places.js';
import type { SyncPlan } from '../plan/sync-plan.js';
import type { IgnoredReport } from '../snapshot/ignored-records.js';
import { collectSnapshot } from '../snapshot/snapshot.js';
import type { Verdict } from '../guard/verdict.js';

export const TILLEULS = '0390001X';
export const VAL = '0390002Y';
export const SOURCE = 'scribe';
export const SIGNAL = new AbortController().signal;

export function school(uai: string, name: string): SchoolRecord {
  return { type: 'school', uai, name, kind: uai === VAL ? 'college' : 'primary' };
}

/** A person with a name and login derived from the key: `lea.martin` is "Lea Martin". */
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

/** Ten pupils, `one.<family>` to `ten.<family>`, all in the class. */
export function pupils(family: string, of: string, uai: string): DirectoryRecord[] {
  const names = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
  return names.flatMap((name) => [person(`${name}.${family}`, 'pupil', uai), member(`${name}.${family}`, of, uai)]);
}

/** An école and a collège, each with a class of ten and a teacher; a teacher of both; staff; a guardian with a child in each. */
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

/** The sample as a Scribe has it: each pupil is in a class and in a level. */
export function scribeRecords(): DirectoryRecord[] {
  const level = (name: string, family: string, uai: string): DirectoryRecord[] => [
    group(name, uai, { kind: 'level' }),
    ...pupils(family, name, uai).filter(({ type }) => type === 'membership'),
  ];
  return [...sampleRecords(), ...level('Niveau CM2', 'petit', TILLEULS), ...level('Niveau 6e', 'grand', VAL)];
}

/** The records without those that contain one of these keys. */
export function without(records: readonly DirectoryRecord[], ...keys: string[]): DirectoryRecord[] {
  return records.filter((record) => !Object.values(record).some((value) => keys.includes(String(value))));
}

export async function* stream<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}

export function sourceOf(records: Iterable<DirectoryRecord>, name = SOURCE): DirectorySource {
  return { name, read: () => stream(records) };
}

/** A snapshot with all people in memory, and with memberships and kinships by key. */
export interface WholeSnapshot extends PlacesImage {
  readonly persons: ReadonlyMap<string, PersonState>;
  /** `groupKey` → key of the person → role. */
  readonly memberships: ReadonlyMap<string, ReadonlyMap<string, MembershipRole>>;
  /** Key of the guardian → keys of the children. */
  readonly kinships: ReadonlyMap<string, ReadonlySet<string>>;
  readonly ignored: IgnoredReport;
}

export async function snapshotOf(records: Iterable<DirectoryRecord>): Promise<WholeSnapshot> {
  const { schools, groups, ignored, persons } = await collectSnapshot(stream(records));
  const everybody = [...persons()];
  const memberships = new Map<string, Map<string, MembershipRole>>();
  for (const person of everybody) {
    for (const [group, role] of person.memberships) {
      memberships.set(group, (memberships.get(group) ?? new Map<string, MembershipRole>()).set(person.key, role));
    }
  }
  const guardians = everybody.filter(({ children }) => children.size > 0);
  return {
    ...{ schools, groups, memberships, ignored },
    persons: new Map(everybody.map((person) => [person.key, person])),
    kinships: new Map(guardians.map(({ key, children }) => [key, children])),
  };
}

/** All stored data of a source. */
export type WholeCurrent = CurrentPlaces & CurrentPersons;

/** The stored data after this snapshot is applied. */
export function currentOf(
  { schools, groups, persons }: Pick<WholeSnapshot, 'schools' | 'groups' | 'persons'>,
  changes: Partial<WholeCurrent> = {},
): WholeCurrent {
  const { present = persons, left = new Map<string, PersonState>() } = changes;
  return {
    schools,
    groups,
    present,
    source: SOURCE,
    at: new Date('2025-11-25T04:00:00Z'),
    baseRun: 1,
    timeZones: new Map([...schools.keys()].map((uai) => [uai, 'Europe/Paris'])),
    left,
    stored: storedIn(present, left),
    elsewhere: new Set(),
    namedElsewhere: new Set(),
    ended: new Map(),
    groupKeys: new Map(),
    ...changes,
  };
}

function storedIn(...images: ReadonlyMap<string, PersonState>[]): CurrentPersons['stored'] {
  const persons = images.flatMap((image) => [...image.values()]);
  return new Map(persons.map((one) => [one.key, { ...identityOf(one), personId: `id-of-${one.key}` }]));
}

/** The stored data before the first sync. */
export function nothingYet(): WholeCurrent {
  const none = new Map<string, never>();
  return currentOf({ schools: none, persons: none, groups: none }, { baseRun: 0 });
}

/** The plan for all people at once. */
export function planSync(before: WholeCurrent, after: WholeSnapshot): SyncPlan {
  const recognised = recognisePersons(before, after.persons);
  return mergePlans([planPlaces(before, after), planPeople({ before, after }, recognised, after.persons)]);
}

/** The guard's verdict on all people at once. */
export function judgeSync(before: WholeCurrent, after: WholeSnapshot, limits = DEFAULT_LIMITS): Verdict {
  const stats = new RetentionStats(NO_BASELINE, new GroupKinds(before.groups, after.groups));
  const { present } = recognisePersons(before, after.persons).current;
  for (const key of new Set([...present.keys(), ...after.persons.keys()])) {
    stats.compare(present.get(key), after.persons.get(key));
  }
  return guard(before, after, stats, limits);
}
