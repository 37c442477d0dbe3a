// SPDX-License-Identifier: EUPL-1.2
import { PROFILES, type Profile } from '../../../../api/people.js';
import { normaliseForSearch } from '../../../../api/normalise-for-search.js';
import { isRetiredKey, keyBeforeRetirement } from '../../directory/retired-key.js';
import type { Change, GroupPlan, SchoolPlan, SyncPlan } from './sync-plan.js';
import {
  changedBySchool,
  NO_SCHOOL,
  addKinshipChanges,
  changesInSchool,
  changesOf,
  type PersonChanges,
  type PersonChangesByKey,
} from './person-changes.js';

/** Kinds of lines, in display order: losses come first. */
export const LINE_KINDS = ['disabled', 'moved', 'changed', 'revived', 'created'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

export type LineReason =
  | 'new'
  | 'recycled'
  | 'replaced'
  | 'back'
  | 'gone'
  | 'other-school'
  | 'joins'
  | 'leaves'
  | 'profile'
  | 'groups'
  | 'fields'
  | 'child';

/** One change of a person, group or school, in one school: « Jules Rolin, élève : 6e A → 6e B ». */
export interface PlanLine {
  /** `NO_SCHOOL` when the line belongs to no school. */
  readonly uai: string;
  readonly subject: 'person' | 'group' | 'school';
  readonly kind: LineKind;
  readonly reason: LineReason;
  /** The key at the source; the UAI for a school. */
  readonly key: string;
  /** Empty where the plan has only the key of a person. */
  readonly name: string;
  /** Profiles of the person in the school, begun or ended. */
  readonly profiles: readonly Profile[];
  /** Keys of the groups that the person joins or leaves, where they are not among the changes. */
  readonly groups: readonly string[];
  /** Old → new, either end may be empty. `group` and `child` are by key, `profile` by profile. */
  readonly changes: readonly Change[];
  /** UAI of the other school of a move. */
  readonly from?: string;
  readonly to?: string;
}

/** Search criteria for lines; empty ones match everything. */
export interface LineSearch {
  readonly uais?: ReadonlySet<string>;
  readonly kind?: LineKind;
  /** A piece of a name or a key. */
  readonly text?: string;
  /** Keys of further people to match: the plan does not have their names. */
  readonly keys?: ReadonlySet<string>;
}

type Fate = Pick<PlanLine, 'kind' | 'reason'>;

const FATES = {
  new: { kind: 'created', reason: 'new' },
  recycled: { kind: 'created', reason: 'recycled' },
  replaced: { kind: 'disabled', reason: 'replaced' },
  back: { kind: 'revived', reason: 'back' },
  gone: { kind: 'disabled', reason: 'gone' },
} as const satisfies Record<string, Fate>;

/**
 * Yields the lines of a plan by school, losses first, then by name; one line for each person and school. Pure. Builds the lines of one
 * school at a time: a first import has a quarter of a million lines, of which a page shows fifty.
 */
export function* planLines(plan: SyncPlan): Generator<PlanLine> {
  const fates = fatesIn(plan);
  const homeless = new Set(fates.keys());
  const changed = changedBySchool(plan.persons);
  const schools = new Map(plan.schools.map((school) => [school.uai, school]));
  const uais = new Set([...schools.keys(), ...changed.keys()]);
  uais.delete(NO_SCHOOL);
  for (const uai of [...uais].sort(byText)) {
    const school = schools.get(uai);
    const byKey = school ? changesInSchool(school) : new Map<string, PersonChanges>();
    for (const key of byKey.keys()) homeless.delete(key);
    for (const { person, changes } of changed.get(uai) ?? []) {
      changesOf(byKey, person.key, person.displayName).changes.push(...changes);
    }
    if (school) yield* schoolLine(school);
    yield* sorted([...personLines(uai, byKey, fates), ...(school ? groupLines(school) : [])]);
  }
  yield* sorted(personLines(NO_SCHOOL, changesWithoutSchool(plan, changed, homeless, fates), fates));
}

/** Returns a predicate for the lines that match a search. */
export function lineFinder({ uais, kind, text = '', keys }: LineSearch): (line: PlanLine) => boolean {
  const piece = normaliseForSearch(text);
  return (line) => {
    if (uais && !uais.has(line.uai)) return false;
    if (kind && line.kind !== kind) return false;
    if (piece === '' || keys?.has(line.key)) return true;
    return normaliseForSearch(line.name).includes(piece) || normaliseForSearch(line.key).includes(piece);
  };
}

/** Gathers people that no school's plan mentions, and kinships. */
function changesWithoutSchool(
  { persons, kinships }: SyncPlan,
  changed: ReturnType<typeof changedBySchool>,
  homeless: ReadonlySet<string>,
  fates: ReadonlyMap<string, Fate>,
): PersonChangesByKey {
  const byKey: PersonChangesByKey = new Map();
  for (const list of [persons.disabled, persons.revived, persons.created]) {
    for (const { key, displayName } of list) if (homeless.has(key)) changesOf(byKey, key, displayName);
  }
  for (const { person, changes } of changed.get(NO_SCHOOL) ?? []) {
    changesOf(byKey, person.key, person.displayName).changes.push(...changes);
  }
  addKinshipChanges(byKey, kinships, (key) => fates.has(key));
  return byKey;
}

/** Kinds and reasons that apply to a person in all schools, by key. */
function fatesIn({ persons: { created, revived, disabled, replaced } }: SyncPlan): Map<string, Fate> {
  const again = new Set(replaced.map(({ key }) => key));
  const fates = new Map<string, Fate>();
  for (const { key } of disabled) fates.set(key, isRetiredKey(key) ? FATES.replaced : FATES.gone);
  for (const { key } of revived) fates.set(key, FATES.back);
  for (const { key } of created) fates.set(key, again.has(key) ? FATES.recycled : FATES.new);
  return fates;
}

function personLines(uai: string, byKey: PersonChangesByKey, fates: ReadonlyMap<string, Fate>): PlanLine[] {
  return [...byKey].map(([key, person]) => personLine(uai, keyBeforeRetirement(key), person, fates.get(key)));
}

function personLine(
  uai: string,
  key: string,
  { name, begun, ended, entered, left, changes, from, to }: PersonChanges,
  fate: Fate | undefined,
): PlanLine {
  const profiles = PROFILES.filter((profile) => begun.includes(profile) || ended.includes(profile));
  const line = { uai, subject: 'person', key, name, profiles } as const;
  if (fate) {
    const { kind, reason } = fate;
    const groups = kind === 'disabled' ? left : entered;
    // Written without spreading: there may be a quarter of a million of these.
    return { uai, subject: 'person', kind, reason, key, name, profiles, groups, changes };
  }
  if (from !== undefined || to !== undefined) {
    const moved = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
    return { ...line, ...moved, kind: 'moved', reason: 'other-school', groups: [...left, ...entered], changes };
  }
  const roles = pairs('profile', ended, begun);
  const groups = pairs('group', left, entered);
  const all = [...changes, ...roles, ...groups];
  return { ...line, kind: 'changed', reason: reasonOf(begun, ended, all), groups: [], changes: all };
}

/** The reason why a known person changes; the most important one when there are several. */
function reasonOf(begun: readonly Profile[], ended: readonly Profile[], changes: readonly Change[]): LineReason {
  if (begun.length > 0 && ended.length > 0) return 'profile';
  if (begun.length > 0) return 'joins';
  if (ended.length > 0) return 'leaves';
  const fields = new Set(changes.map(({ field }) => field));
  if (fields.delete('child') && fields.size === 0) return 'child';
  return fields.delete('group') && fields.size === 0 ? 'groups' : 'fields';
}

/** Pairs the values that end with those that begin, in order: « 6e A → 6e B ». */
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

/** Sorts lines; folds each name once. */
function sorted(lines: readonly PlanLine[]): PlanLine[] {
  const rank = (line: PlanLine): number => LINE_KINDS.indexOf(line.kind) * 2 + (line.subject === 'person' ? 0 : 1);
  return lines
    .map((line) => ({ line, rank: rank(line), name: normaliseForSearch(line.name || line.key) }))
    .sort((one, other) => one.rank - other.rank || byText(one.name, other.name) || byText(one.line.key, other.line.key))
    .map(({ line }) => line);
}

function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
