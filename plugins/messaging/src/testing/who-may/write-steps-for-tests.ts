// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { OTHER_SCHOOL, SCHOOL } from '@volee/core-adapter/testing';
import type { Walk } from './walk-for-tests.js';
import { schoolOf } from './world-for-tests.js';

/** One step of a walk. Numbers choose among what there is when the step comes, so that each walk makes sense. */
export type Step = (walk: Walk) => Promise<void>;

export type Field = readonly [string, string];

export const ADULTS = ['teacher', 'head', 'staff'];
export const which = fc.nat({ max: 999 });
export const uai = fc.oneof(
  { weight: 3, arbitrary: fc.constant(SCHOOL) },
  { weight: 2, arbitrary: fc.constant(OTHER_SCHOOL) },
);

export function pick<T>(list: readonly T[], n: number): T | undefined {
  return list[n % Math.max(list.length, 1)];
}

export function loginsWith(walk: Walk, school: string, profiles: readonly string[]): string[] {
  const { people } = schoolOf(walk.world, school);
  return [...people].flatMap(([login, place]) => (place.profiles.some((one) => profiles.includes(one)) ? [login] : []));
}

const person = (walk: Walk, login: string | undefined): Field => ['toPerson', walk.idOf(login ?? '')];
export const GROUPS: Readonly<Record<string, readonly string[]>> = {
  [SCHOOL]: ['cm1', 'cm2'],
  [OTHER_SCHOOL]: ['6a', '6b'],
};

/** People of any profile, or a part of a class or of the school. */
export const recipients = fc.record({
  persons: fc.array(which, { minLength: 1, maxLength: 2 }),
  group: fc.option(
    fc.record({ n: which, part: fc.constantFrom('toPupilsOf', 'toGuardiansOf', 'toTeamOf', 'toEveryone') }),
    {
      freq: 3,
    },
  ),
});
export type Recipients = typeof recipients extends fc.Arbitrary<infer T> ? T : never;

export function fieldsOf(walk: Walk, school: string, { persons, group }: Recipients): Field[] {
  const people = [...schoolOf(walk.world, school).people.keys()];
  if (!group) return persons.map((n) => person(walk, pick(people, n)));
  if (group.part === 'toEveryone') return [[group.part, pick(['pupil', 'guardian', 'teacher'], group.n) ?? '']];
  return [[group.part, walk.idOf(pick(GROUPS[school] ?? [], group.n) ?? '')]];
}

export const CONTENT: readonly Field[] = [
  ['subject', 'Objet'],
  ['body', 'Texte'],
];

/** A message of anybody to anybody: the page refuses what is not allowed. */
export const send = fc
  .tuple(uai, which, recipients, fc.boolean(), fc.constantFrom('send', 'send-rest', 'save'))
  .map(([school, from, to, urgent, what]): Step => async (walk) => {
    const author = pick([...schoolOf(walk.world, school).people.keys()], from) ?? '';
    const urgently: Field[] =
      urgent && author.startsWith('head')
        ? [
            ['urgent', 'true'],
            ['reason', 'Alerte'],
          ]
        : [];
    const fields = [...fieldsOf(walk, school, to), ...CONTENT, ...urgently, ['do', what] as const];
    await walk.post(author, school, '/write', fields);
  });

/** A message of a pupil to one or two of their classmates. */
export const sendToClassmate = fc.tuple(uai, which, which).map(([school, from, to]): Step => async (walk) => {
  const { people } = schoolOf(walk.world, school);
  const pupils = loginsWith(walk, school, ['pupil']);
  const author = pick(pupils, from) ?? '';
  const mates = pupils.filter((one) => one !== author && people.get(one)?.memberOf === people.get(author)?.memberOf);
  await walk.post(author, school, '/write', [person(walk, pick(mates, to)), ...CONTENT]);
});

/** A message between a pupil or a family and an adult of the school. */
export const sendAcross = fc
  .tuple(uai, which, which, fc.boolean())
  .map(([school, from, to, isOfAdult]): Step => async (walk) => {
    const [families, adults] = [loginsWith(walk, school, ['pupil', 'guardian']), loginsWith(walk, school, ADULTS)];
    const author = pick(isOfAdult ? adults : families, from) ?? '';
    await walk.post(author, school, '/write', [person(walk, pick(isOfAdult ? families : adults, to)), ...CONTENT]);
  });

/** A message of an adult of the school to pupils, guardians or a team. */
export const circular = fc
  .tuple(uai, which, which, fc.constantFrom('toPupilsOf', 'toGuardiansOf', 'toTeamOf', 'toEveryone'))
  .map(([school, from, n, part]): Step => async (walk) => {
    const author = pick(loginsWith(walk, school, ADULTS), from) ?? '';
    await walk.post(author, school, '/write', [
      ...fieldsOf(walk, school, { persons: [], group: { n, part } }),
      ...CONTENT,
    ]);
  });
