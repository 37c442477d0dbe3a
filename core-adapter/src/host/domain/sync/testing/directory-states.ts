// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import type { DirectoryRecord, PersonRecord } from '../../../../api/directory/directory-source.js';
import { GROUP_KINDS, type GroupKind } from '../../../../api/people.js';
import { group, member, person, school, TILLEULS, VAL } from './records-for-tests.js';

/** People of a generated directory, and the keys that they may have. */
const PERSONS = [0, 1, 2, 3];
const KEYS = ['a', 'b', 'c', 'd'];

/** The entry of one person at one moment; each value may be missing. */
interface Said {
  readonly stableId: number | undefined;
  readonly ine: number | undefined;
  readonly birthDate: number | undefined;
  readonly givenName: string;
  readonly familyName: string;
  readonly isPupil: boolean;
}

/** A moment of a directory: by person, the key and the entry. People without an entry are not in it. */
export type DirectoryState = readonly { readonly key: string; readonly said: Said | undefined }[];

/** Keys in any order: from one state to the next they stay, are exchanged, or pass to another person. */
const someKeys = fc.oneof(
  fc.constant(KEYS),
  fc.shuffledSubarray(KEYS, { minLength: KEYS.length, maxLength: KEYS.length }),
);

function statesOf(said: fc.Arbitrary<Said>): fc.Arbitrary<DirectoryState> {
  const persons = fc.tuple(...PERSONS.map(() => fc.option(said, { nil: undefined })));
  return fc
    .tuple(someKeys, persons)
    .map(([keys, entries]) => entries.map((one, at) => ({ key: keys[at] ?? '', said: one })));
}

const few = fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined, freq: 2 });

/** Entries in which anything changes from one state to the next. */
export const anyState = statesOf(
  fc.record({
    stableId: few,
    ine: few,
    birthDate: few,
    givenName: fc.constantFrom('', 'Léa', 'Zoé'),
    familyName: fc.constantFrom('', 'Petit', 'Grand'),
    isPupil: fc.boolean(),
  }),
);

const NAMES = [
  ['Julie', 'Martin'],
  ['Karim', 'Nour'],
] as const;

/** Entries of adults that keep their stable id: keys pass on, and names are edited in place. */
export const editedState = statesOf(
  fc
    .oneof({ weight: 4, arbitrary: fc.constant(NAMES[0]) }, { weight: 1, arbitrary: fc.constant(NAMES[1]) })
    .map(([givenName, familyName]): Said => {
      return { stableId: 1, ine: undefined, birthDate: undefined, givenName, familyName, isPupil: false };
    }),
);

/**
 * The records of a state, with a teacher who is always there: a source without people makes no plan.
 * @param run tells one sequence of states from another, so that nobody is joined with people of an earlier one
 */
export function recordsOf(state: DirectoryState, run: number): DirectoryRecord[] {
  const schools = [school(TILLEULS, 'École des Tilleuls'), school(VAL, 'Collège du Val')];
  return [...schools, person('anchor', 'teacher', VAL), ...personsOf(state, run).map(({ record }) => record)];
}

/** The entries of a state, each with the number of its person. */
export function personsOf(state: DirectoryState, run: number): { of: number; record: PersonRecord }[] {
  return state.flatMap(({ key, said }, of) => {
    if (!said) return [];
    const { stableId, ine, birthDate, givenName, familyName, isPupil } = said;
    const changes: Partial<PersonRecord> = {
      ...{ givenName, familyName, displayName: 'somebody' },
      ...(stableId !== undefined && { stableId: `id-${of}-${stableId}` }),
      ...(ine !== undefined && { ine: `${String(run).padStart(8, '0')}${of}A${ine}` }),
      ...(birthDate !== undefined && { birthDate: `${1000 + run}-0${of + 1}-0${birthDate}` }),
    };
    return [{ of, record: person(key, isPupil ? 'pupil' : 'teacher', of === 2 ? VAL : TILLEULS, changes) }];
  });
}

/** Pupils of two schools, the kinds of the groups that each is in, and how many of one school lose which kind. */
export interface LostGroups {
  readonly kinds: readonly GroupKind[];
  readonly lost: GroupKind;
  readonly count: number;
}

export const lostGroups: fc.Arbitrary<LostGroups> = fc
  .uniqueArray(fc.constantFrom(...GROUP_KINDS), { minLength: 2 })
  .chain((kinds) =>
    fc.record({ kinds: fc.constant(kinds), lost: fc.constantFrom(...kinds), count: fc.integer({ min: 0, max: 20 }) }),
  );

/** Twenty pupils in each of two schools, each in a group of every kind, but for those of the first school that lost one. */
export function recordsWithGroups({ kinds, lost, count }: LostGroups): DirectoryRecord[] {
  return [TILLEULS, VAL].flatMap((uai) => [
    school(uai, uai),
    ...kinds.map((kind) => group(kind, uai, { kind })),
    ...Array.from({ length: 20 }, (_, at) => `${uai}.${at}`).flatMap((key, at) => [
      person(key, 'pupil', uai),
      ...kinds.filter((kind) => uai !== TILLEULS || kind !== lost || at >= count).map((kind) => member(key, kind, uai)),
    ]),
  ]);
}
