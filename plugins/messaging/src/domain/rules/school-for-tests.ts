// SPDX-License-Identifier: EUPL-1.2
import type { Group, Profile } from '@volee/core-adapter';
import { canWrite } from './can-write.js';
import { defaultPolicy } from './default-policy.js';
import type { Judgement } from './judgement.js';
import type { Policy, QuietHours } from './policy.js';
import type { Recipient } from './recipients.js';
import type { Relations } from './relations.js';
import type { Sender } from './sender.js';

/** The profiles are written out: the contract would be loaded anew for each mutant if it were imported. */
export const PROFILES: readonly Profile[] = ['pupil', 'guardian', 'teacher', 'head', 'staff'];

export interface TestPerson {
  readonly profiles: readonly Profile[];
  readonly memberOf?: readonly string[];
  readonly teaches?: readonly string[];
  readonly children?: readonly string[];
}

export const TEST_GROUPS: readonly Group[] = [
  { id: 'cm1', name: 'CM1', kind: 'class', schoolYear: 2026 },
  { id: 'cm2', name: 'CM2', kind: 'class', schoolYear: 2026 },
  { id: 'ulis', name: 'ULIS', kind: 'class', schoolYear: 2026 },
  { id: 'choir', name: 'Chorale', kind: 'option', schoolYear: 2026 },
];

/** Two classes and a choir across them; a guardian in each profile's place, and people who are two things. */
export const TEST_PERSONS: ReadonlyMap<string, TestPerson> = new Map<string, TestPerson>([
  ['zoe', { profiles: ['pupil'], memberOf: ['cm2', 'choir'] }],
  ['tom', { profiles: ['pupil'], memberOf: ['cm2'] }],
  ['max', { profiles: ['pupil'], memberOf: ['cm1', 'choir'] }],
  ['sophie', { profiles: ['guardian'], children: ['zoe'] }],
  ['marc', { profiles: ['guardian'], children: ['zoe', 'max'] }],
  ['paul', { profiles: ['guardian'], children: ['tom'] }],
  ['anne', { profiles: ['guardian'], children: ['max'] }],
  ['claire', { profiles: ['teacher'], teaches: ['cm2'] }],
  ['denis', { profiles: ['teacher'], teaches: ['cm1'] }],
  ['karim', { profiles: ['teacher'], teaches: ['choir'] }],
  ['mathieu', { profiles: ['teacher', 'head'], teaches: ['cm1'] }],
  ['odile', { profiles: ['staff'] }],
  // A teacher of CM1 with a child in CM2.
  ['lea', { profiles: ['guardian', 'teacher'], teaches: ['cm1'], children: ['tom'] }],
]);

export const SCHOOL = { uai: '0390001X', kind: 'primary', timeZone: 'Europe/Paris' } as const;

/** Tuesday 24 November 2026 at 10:00 in Paris. */
export const TUESDAY_MORNING = new Date('2026-11-24T09:00:00Z');
/** The same day at 20:04. */
export const TUESDAY_EVENING = new Date('2026-11-24T19:04:00Z');

export const POLICY: Policy = defaultPolicy(SCHOOL);

export const NOTHING_QUIET: QuietHours = { from: '00:00', to: '00:00', days: [], dates: [], zone: 'Europe/Paris' };

export function relationsAmong(persons: ReadonlyMap<string, TestPerson>): Relations {
  const setsOf = (pick: (person: TestPerson) => readonly string[] | undefined): Map<string, Set<string>> =>
    new Map([...persons].flatMap(([id, person]) => (pick(person) ? [[id, new Set(pick(person))] as const] : [])));
  return {
    profiles: new Map([...persons].map(([id, { profiles }]) => [id, profiles])),
    groups: new Map(TEST_GROUPS.map((group) => [group.id, group])),
    memberOf: setsOf(({ memberOf }) => memberOf),
    teaches: setsOf(({ teaches }) => teaches),
    childrenOf: setsOf(({ children }) => children),
  };
}

export const RELATIONS: Relations = relationsAmong(TEST_PERSONS);

export interface Circumstances extends Partial<Omit<Sender, 'personId'>> {
  readonly policy?: Policy;
  readonly now?: Date;
}

/** Asks about recipients, in the morning unless told otherwise. */
export function ask(
  personId: string,
  recipients: readonly (Recipient | string)[],
  { policy = POLICY, now = TUESDAY_MORNING, ...sender }: Circumstances = {},
): ReturnType<typeof canWrite> {
  const asWritten = recipients.map((one) => (typeof one === 'string' ? { person: one } : one));
  return canWrite({ personId, relations: RELATIONS, ...sender }, asWritten, policy, now);
}

export function askAbout(personId: string, recipientId: string, circumstances?: Circumstances): Judgement | undefined {
  return ask(personId, [recipientId], circumstances).judgements.get(recipientId);
}
