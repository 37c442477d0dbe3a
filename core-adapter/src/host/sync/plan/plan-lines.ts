// SPDX-License-Identifier: EUPL-1.2
import { PROFILES, type Profile } from '../../../api/people.js';
import { fold } from '../../database/fold.js';
import type { Change, GroupPlan, SchoolPlan, SyncPlan } from './sync-plan.js';
import { ToldPersons, type ToldPerson } from './told-persons.js';

/** What happens to somebody or something, in the order in which it is told: what is lost comes first. */
export const LINE_KINDS = ['disabled', 'moved', 'changed', 'revived', 'created'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

export type LineReason =
  | 'new'
  | 'recycled'
  | 'back'
  | 'gone'
  | 'other-school'
  | 'joins'
  | 'leaves'
  | 'profile'
  | 'groups'
  | 'fields'
  | 'child';

/** Who or what changes in one school, told once: « Jules Rolin, élève : 6e A → 6e B ». */
export interface PlanLine {
  /** `NO_SCHOOL` for what belongs to none. */
  readonly uai: string;
  readonly subject: 'person' | 'group' | 'school';
  readonly kind: LineKind;
  readonly reason: LineReason;
  /** At the source; of a school its UAI. */
  readonly key: string;
  /** Empty where the plan knows a person by the key alone. */
  readonly name: string;
  /** Who the person is there, or was. */
  readonly profiles: readonly Profile[];
  /** Keys of the groups that the person comes into or goes from, where they are not among the changes. */
  readonly groups: readonly string[];
  /** Old → new, either end may be empty. `group` and `child` are by key, `profile` by profile. */
  readonly changes: readonly Change[];
  /** UAI of the school that a mover comes from, or goes to. */
  readonly from?: string;
  readonly to?: string;
}

/** What somebody looks for in a plan; empty words look for nothing. */
export interface LineSearch {
  readonly uais?: ReadonlySet<string>;
  readonly kind?: LineKind;
  /** A piece of a name or a key. */
  readonly text?: string;
  /** Keys of persons who are meant as well: those whose names the plan does not say. */
  readonly keys?: ReadonlySet<string>;
}

type Fate = Pick<PlanLine, 'kind' | 'reason'>;

/** A plan as lines: school by school, in each what is lost first, then by name. Pure; a line for each person and school. */
export function planLines(plan: SyncPlan): PlanLine[] {
  const told = new ToldPersons(plan);
  const fates = fatesIn(plan);
  const schools = new Map(plan.schools.map((school) => [school.uai, school]));
  const uais = [...new Set([...schools.keys(), ...told.bySchool.keys()])].sort(byUai);
  return uais.flatMap((uai) => {
    const school = schools.get(uai);
    const persons = [...(told.bySchool.get(uai) ?? [])].map(([key, person]) =>
      personLine({ uai, key, name: told.names.get(key) ?? '' }, person, fates.get(key)),
    );
    return [...(school ? schoolLine(school) : []), ...sorted([...persons, ...(school ? groupLines(school) : [])])];
  });
}

export function findLines(lines: readonly PlanLine[], { uais, kind, text = '', keys }: LineSearch): PlanLine[] {
  const piece = fold(text);
  return lines.filter((line) => {
    if (uais && !uais.has(line.uai)) return false;
    if (kind && line.kind !== kind) return false;
    return piece === '' || keys?.has(line.key) || fold(line.name).includes(piece) || fold(line.key).includes(piece);
  });
}

/** What happens to a person in all schools alike. */
function fatesIn({ persons: { created, revived, disabled, recycled } }: SyncPlan): Map<string, Fate> {
  const again = new Set(recycled);
  return new Map<string, Fate>([
    ...disabled.map(({ key }) => [key, { kind: 'disabled', reason: 'gone' }] as const),
    ...revived.map(({ key }) => [key, { kind: 'revived', reason: 'back' }] as const),
    ...created.map(({ key }) => [key, { kind: 'created', reason: again.has(key) ? 'recycled' : 'new' }] as const),
  ]);
}

function personLine(
  { uai, key, name }: Pick<PlanLine, 'uai' | 'key' | 'name'>,
  { begun, ended, entered, left, changes, from, to }: ToldPerson,
  fate: Fate | undefined,
): PlanLine {
  const profiles = PROFILES.filter((profile) => begun.includes(profile) || ended.includes(profile));
  const line = { uai, subject: 'person', key, name, profiles } as const;
  if (fate) return { ...line, ...fate, groups: fate.kind === 'disabled' ? left : entered, changes };
  const moved = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  if (from !== undefined || to !== undefined) {
    return { ...line, ...moved, kind: 'moved', reason: 'other-school', groups: [...left, ...entered], changes };
  }
  const roles = pairs('profile', ended, begun);
  const groups = pairs('group', left, entered);
  const all = [...changes, ...roles, ...groups];
  return { ...line, kind: 'changed', reason: reasonOf(begun, ended, all), groups: [], changes: all };
}

/** Why somebody changes who neither comes nor goes; the weightiest, when there are several. */
function reasonOf(begun: readonly Profile[], ended: readonly Profile[], changes: readonly Change[]): LineReason {
  if (begun.length > 0 && ended.length > 0) return 'profile';
  if (begun.length > 0) return 'joins';
  if (ended.length > 0) return 'leaves';
  const fields = new Set(changes.map(({ field }) => field));
  if (fields.delete('child') && fields.size === 0) return 'child';
  return fields.delete('group') && fields.size === 0 ? 'groups' : 'fields';
}

/** The first that ends to the first that begins, and so on: « 6e A → 6e B ». */
function pairs(field: string, from: readonly string[], to: readonly string[]): Change[] {
  return Array.from({ length: Math.max(from.length, to.length) }, (_, index) => ({
    field,
    from: from[index] ?? '',
    to: to[index] ?? '',
  }));
}

function schoolLine({ uai, name, created, changes }: SchoolPlan): PlanLine[] {
  const line = { uai, subject: 'school', key: uai, name, profiles: [], groups: [] } as const;
  if (created) return [{ ...line, kind: 'created', reason: 'new', changes: [] }];
  return changes.length > 0 ? [{ ...line, kind: 'changed', reason: 'fields', changes }] : [];
}

function groupLines({ uai, groups: { created, changed, ended, revived } }: SchoolPlan): PlanLine[] {
  const line = ({ key, name }: GroupPlan, fate: Fate, changes: readonly Change[] = []): PlanLine => {
    return { uai, subject: 'group', key, name, profiles: [], groups: [], changes, ...fate };
  };
  return [
    ...ended.map((group) => line(group, { kind: 'disabled', reason: 'gone' })),
    ...changed.map(({ group, changes }) => line(group, { kind: 'changed', reason: 'fields' }, changes)),
    ...revived.map((group) => line(group, { kind: 'revived', reason: 'back' })),
    ...created.map((group) => line(group, { kind: 'created', reason: 'new' })),
  ];
}

/** Folded once: a first import has a quarter of a million names. */
function sorted(lines: readonly PlanLine[]): PlanLine[] {
  const rank = (line: PlanLine): number => LINE_KINDS.indexOf(line.kind) * 2 + (line.subject === 'person' ? 0 : 1);
  return lines
    .map((line) => ({ line, rank: rank(line), name: fold(line.name || line.key) }))
    .sort((one, other) => one.rank - other.rank || byText(one.name, other.name) || byText(one.line.key, other.line.key))
    .map(({ line }) => line);
}

/** What belongs to no school comes last. */
function byUai(one: string, other: string): number {
  return Number(one === '') - Number(other === '') || byText(one, other);
}

function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
