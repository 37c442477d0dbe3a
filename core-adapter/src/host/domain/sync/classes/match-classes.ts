// SPDX-License-Identifier: EUPL-1.2

/** A class with its pupils, by any id that both classes share. */
export interface ClassPupils {
  readonly id: string;
  /** Folded. */
  readonly name: string;
  readonly pupils: ReadonlySet<string>;
  readonly teachers: ReadonlySet<string>;
}

/** A class of another source. */
export interface OtherPupils extends ClassPupils {
  /** Whether it has been a class of its own for a while, so that people may have something in it. */
  readonly hasStood: boolean;
}

/** `same`: it is that class. `ask`: it may be one of these, the likeliest first. `none`: it is a class of its own. */
export type ClassMatch =
  | { readonly answer: 'same'; readonly own: string }
  | { readonly answer: 'ask'; readonly own: readonly string[] }
  | { readonly answer: 'none' };

/** The number of pupils from which they tell a class. */
const LEAST_PUPILS = 3;

/** A pupil or two may have changed class in one source already. */
const MOST = 0.9;

/** From this part on, an administrator is asked. */
const MANY = 1 / 3;

/**
 * Which class of the school's own source a class of another source is, by their pupils (ADR 132). A part of the class is enough: ONDE leaves
 * pupils out. Names alone tell nothing, and lead to a question, as does a join by which somebody would see less or more than before.
 */
export function matchClasses(other: OtherPupils, own: readonly ClassPupils[]): ClassMatch {
  const { size } = other.pupils;
  if (size === 0) return { answer: 'none' };
  const shared = own
    .map((one) => ({ id: one.id, name: one.name, pupils: [...other.pupils].filter((pupil) => one.pupils.has(pupil)) }))
    .sort((one, another) => another.pupils.length - one.pupils.length);
  const isInTwo = (pupil: string): boolean => own.filter(({ pupils }) => pupils.has(pupil)).length > 1;
  const same = shared.find(({ pupils }) => {
    const inOne = pupils.filter((pupil) => !isInTwo(pupil)).length;
    return inOne >= LEAST_PUPILS && inOne >= MOST * size;
  });
  const asOwn = own.find(({ id }) => id === same?.id);
  if (asOwn && isPlain(other, asOwn, own)) return { answer: 'same', own: asOwn.id };
  const likely = shared.filter(({ name, pupils }) => pupils.length >= Math.max(1, MANY * size) || name === other.name);
  return likely.length > 0 ? { answer: 'ask', own: likely.map(({ id }) => id) } : { answer: 'none' };
}

/**
 * Whether nobody needs to decide: no pupil loses a class in which they may have seen something, no teacher of a part of a class gets the other
 * pupils, and these get nothing that a teacher may have given to that part.
 */
function isPlain(other: OtherPupils, same: ClassPupils, own: readonly ClassPupils[]): boolean {
  const losesSome = [...other.pupils].some(
    (pupil) => !same.pupils.has(pupil) && own.some(({ pupils }) => pupils.has(pupil)),
  );
  if (other.hasStood && losesSome) return false;
  const inBoth = [...same.pupils].filter((pupil) => other.pupils.has(pupil)).length;
  if (other.teachers.size === 0 || inBoth >= MOST * same.pupils.size) return true;
  return !other.hasStood && [...other.teachers].every((teacher) => same.teachers.has(teacher));
}
