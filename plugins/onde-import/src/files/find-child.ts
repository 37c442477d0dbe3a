// SPDX-License-Identifier: EUPL-1.2
import { fold } from '../csv/fold.js';
import { readDay } from '../csv/read-day.js';
import { namesOf } from './keys.js';
import type { Pupil } from './pupil.js';

/** A child as a line of the guardians' file names him: without any number. */
export interface NamedChild {
  readonly familyName: string;
  readonly givenName: string;
  readonly className: string;
  /** As it is written; files from 2021 on have it. */
  readonly birthDate: string;
}

/** The pupils of a file by what the guardians' file calls them. */
export class PupilsByName {
  readonly #pupils = new Map<string, Pupil[]>();

  constructor(pupils: readonly Pupil[]) {
    for (const pupil of pupils) {
      const names = namesOf(pupil);
      this.#pupils.set(names, [...(this.#pupils.get(names) ?? []), pupil]);
    }
  }

  /**
   * Who may be meant: nobody, one, or several whom neither the class nor the day of birth tells apart. Those are for a person to
   * look at: a wrong guess would show one child's work to another's parents.
   */
  find(child: NamedChild): readonly Pupil[] {
    const namesakes = this.#pupils.get(namesOf(child)) ?? [];
    const day = readDay(child.birthDate);
    const born =
      day === undefined ? namesakes : namesakes.filter(({ birthDate }) => birthDate === undefined || birthDate === day);
    if (born.length <= 1) return born;
    const inClass = born.filter(({ classes }) => classes.some(({ name }) => fold(name) === fold(child.className)));
    return inClass.length === 0 ? born : inClass;
  }
}
