// SPDX-License-Identifier: EUPL-1.2
import type { ResourceScope, Permission } from '../../api/access.js';
import { PROFILES, type Profile } from '../../api/people.js';
import { SAMPLE_PEOPLE, SCHOOL_OF_CLASS, type SampleClass, type SamplePerson } from './sample-people.js';

/** Maps ids of a running host to the hand-written sample, which does not contain them. */
export interface SampleIds {
  /** The class of the sample that has this id. */
  classOf(groupId: string): SampleClass | undefined;
  personOf(role: SamplePerson['role']): string;
}

type Permissions = Readonly<Record<string, Permission>>;

/**
 * Whether the person must have access in their school: they hold the permission there, and in each of these scopes; no scope means the
 * whole school. It is computed from the sample and not by the host, so that a fault in the host's decision is found.
 */
export function mayUse(
  permission: Permission,
  person: SamplePerson,
  scopes: readonly ResourceScope[],
  ids: SampleIds,
): boolean {
  const holds = (profile: Profile): boolean => permission.profiles.includes(profile);
  return person.profiles.some(holds) && scopes.every((scope) => relatedBy(person, scope, permission, ids).some(holds));
}

/** Whether something of the person's school that belongs to any of these scopes may appear on a page that they read. */
export function mayKnow(
  person: SamplePerson,
  scopes: readonly ResourceScope[],
  permissions: Permissions,
  ids: SampleIds,
): boolean {
  const all = Object.values(permissions);
  const isPast = all.some(({ past }) => past);
  const any = { profiles: PROFILES, everywhere: all.flatMap(({ everywhere = [] }) => everywhere) };
  const widest: Permission = isPast ? { ...any, past: true } : any;
  return scopes.length === 0 || scopes.some((scope) => relatedBy(person, scope, widest, ids).length > 0);
}

/** The keys of a scope that are not null, such as `groupId pupilId`; undefined when `ResourceScope` has no such combination. */
export function keysOf(scope: ResourceScope): string | undefined {
  if (Object.hasOwn(scope, 'pupilId') && scope.pupilId == null) return undefined;
  if (Object.hasOwn(scope, 'ownerId') && scope.ownerId == null && (scope.ownerId === undefined || scope.schoolWide)) {
    return undefined;
  }
  const keys = (['groupId', 'ownerId', 'pupilId', 'schoolWide'] as const).filter((key) => scope[key] != null);
  const names = keys.join(' ');
  return RELATED.has(names) ? names : undefined;
}

interface Asked {
  readonly person: SamplePerson;
  readonly scope: ResourceScope;
  readonly permission: Permission;
  readonly ids: SampleIds;
}

/** The table of `ResourceScope`, written by hand: the profiles by which a person of the sample is related, except as the owner. */
const RELATED = new Map<string, (asked: Asked) => readonly Profile[]>([
  ['groupId', (asked) => [...toClass(asked), ...inAnyClass(asked)]],
  ['ownerId', () => []],
  ['pupilId', (asked) => [...asFamily(asked), ...asTeacherOfPupil(asked), ...asHead(asked)]],
  ['groupId ownerId', (asked) => inCharge(toClass(asked))],
  ['groupId pupilId', (asked) => [...asFamily(asked), ...inCharge(toClass(asked))]],
  ['schoolWide', ({ person }) => person.profiles],
  ['ownerId schoolWide', asHead],
]);

function relatedBy(
  person: SamplePerson,
  scope: ResourceScope,
  permission: Permission,
  ids: SampleIds,
): readonly Profile[] {
  const keys = keysOf(scope);
  const related = keys === undefined ? undefined : RELATED.get(keys);
  if (!related) return [];
  const asked = { person, scope, permission, ids };
  if (scope.pupilId != null && !pupilOf(asked)) return [];
  if (scope.ownerId === ids.personOf(person.role)) return person.profiles;
  const { visibleTo = PROFILES } = scope;
  return related(asked).filter((profile) => visibleTo.includes(profile));
}

function classOf({ scope: { groupId }, ids }: Asked): SampleClass | undefined {
  return groupId == null ? undefined : ids.classOf(groupId);
}

function toClass(asked: Asked): Profile[] {
  const name = classOf(asked);
  if (name === undefined) return [];
  const { ties, past } = asked.person;
  return [ties[name], asked.permission.past && past[name]].filter((profile) => profile !== undefined);
}

/** The profiles by which `everywhere` applies: in the classes of this year of the person's school. */
function inAnyClass(asked: Asked): Profile[] {
  const { person, permission } = asked;
  const name = classOf(asked);
  if (name === undefined || name === 'ce2' || SCHOOL_OF_CLASS[name] !== person.school) return [];
  return person.profiles.filter((profile) => permission.everywhere?.includes(profile));
}

/** The pupil of a scope, if they are a pupil of the person's school. */
function pupilOf({ scope, person, ids }: Asked): SamplePerson | undefined {
  return SAMPLE_PEOPLE.find(
    ({ role, school, profiles }) =>
      ids.personOf(role) === scope.pupilId && school === person.school && profiles.includes('pupil'),
  );
}

function asFamily(asked: Asked): Profile[] {
  const { person } = asked;
  const pupil = pupilOf(asked);
  if (!pupil) return [];
  if (pupil.role === person.role) return ['pupil'];
  return person.children.includes(pupil.role) ? ['guardian'] : [];
}

function asTeacherOfPupil(asked: Asked): Profile[] {
  const { person } = asked;
  const classes = Object.keys(pupilOf(asked)?.ties ?? {}) as SampleClass[];
  return classes.some((name) => person.ties[name] === 'teacher') ? ['teacher'] : [];
}

function asHead({ person }: Asked): Profile[] {
  return person.profiles.filter((profile) => profile === 'head');
}

function inCharge(profiles: readonly Profile[]): Profile[] {
  return profiles.filter((profile) => profile === 'teacher' || profile === 'head');
}
