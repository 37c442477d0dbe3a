// SPDX-License-Identifier: EUPL-1.2
import { fold } from '../csv/fold.js';
import { readDay } from '../csv/read-day.js';
import { namesOf } from './keys.js';
import type { Pupil } from './pupil.js';
import type { ODDITIES } from './remark.js';

/** A child as a line of the guardians' file names him: without any number. */
export interface NamedChild {
  readonly familyName: string;
  readonly givenName: string;
  readonly className: string;
  /** As it is written; files from 2021 on have it. */
  readonly birthDate: string;
}

/** A pupil whom a guardian may mean. Without a key when his own line was left out: no other may pass for him. */
export type KnownChild = Pick<Pupil, 'familyName' | 'givenName' | 'birthDate' | 'classes'> & { readonly key?: string };

/** The one who is meant, or why nobody can be tied to the guardian; and how many had the names. */
export type FoundChild =
  | { readonly key: string }
  | { readonly odd: Extract<(typeof ODDITIES)[number], `child${string}`>; readonly count: number };

interface IndexedChild {
  readonly child: KnownChild;
  /** Folded. */
  readonly classes: ReadonlySet<string>;
}

/** What may stand between several classes in one cell. */
const BETWEEN_CLASSES = /[,;|]/;

/** More pupils of one name than this are no school, and would be looked through for each child. */
const MOST_NAMESAKES = 30;

/** The pupils of a file by what the guardians' file calls them. */
export class PupilsByName {
  readonly #pupils = new Map<string, IndexedChild[]>();

  constructor(children: readonly KnownChild[]) {
    for (const child of children) {
      const one = { child, classes: new Set(child.classes.map(({ name }) => fold(name))) };
      const names = namesOf(child);
      const namesakes = this.#pupils.get(names);
      if (namesakes) namesakes.push(one);
      else this.#pupils.set(names, [one]);
    }
  }

  /**
   * Nobody is guessed: a child whom neither the class nor the day of birth tells apart, or who is in another class than is written,
   * is for a person to look at. A wrong guess would show one child's work to another's parents.
   */
  find(named: NamedChild): FoundChild {
    const namesakes = this.#pupils.get(namesOf(named)) ?? [];
    if (namesakes.length > MOST_NAMESAKES) return { odd: 'childHomonyms', count: namesakes.length };
    const day = readDay(named.birthDate);
    const born = namesakes.filter(
      ({ child: { birthDate } }) => day === undefined || birthDate === undefined || birthDate === day,
    );
    const written = [named.className, ...named.className.split(BETWEEN_CLASSES)].map(fold);
    const inClass = born.filter(({ classes }) => written.some((name) => classes.has(name)));
    const [only, ...others] = inClass.length === 0 ? born : inClass;
    if (!only) return { odd: 'childUnknown', count: 0 };
    if (others.length > 0) return { odd: 'childHomonyms', count: 1 + others.length };
    if (only.child.key === undefined) return { odd: 'childLeftOut', count: 1 };
    if (named.className !== '' && inClass.length === 0) return { odd: 'childElsewhere', count: 1 };
    return { key: only.child.key };
  }
}
