// SPDX-License-Identifier: EUPL-1.2
import { fold } from '../csv/fold.js';
import { readDay } from '../csv/read-day.js';
import { namesOf } from './keys.js';
import type { Pupil } from './pupil.js';
import type { ODDITIES } from './remark.js';

/** A child as named in a line of the guardians' file: without any number. */
export interface NamedChild {
  readonly familyName: string;
  readonly givenName: string;
  readonly className: string;
  /** As written in the file; present from 2021 on. */
  readonly birthDate: string;
}

/** A pupil that a guardian may refer to. A pupil with a skipped line has no key, so that no other pupil is taken for them. */
export type KnownChild = Pick<Pupil, 'familyName' | 'givenName' | 'birthDate' | 'classes'> & { readonly key?: string };

/** The child who was found, or the reason for finding none and the number of pupils with that name. */
export type FoundChild =
  | { readonly key: string }
  | { readonly odd: Extract<(typeof ODDITIES)[number], `child${string}`>; readonly count: number };

interface IndexedChild {
  readonly child: KnownChild;
  /** Normalised by `fold`. */
  readonly classes: ReadonlySet<string>;
}

/** Separators between several classes in one cell. */
const BETWEEN_CLASSES = /[,;|]/;

/** The maximum number of pupils with one name, more than in any school; each of them would be compared with every child. */
const MOST_NAMESAKES = 30;

/** The pupils of a file, by their names in the guardians' file. */
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
   * Never guesses: an ambiguous child, or one in another class than written, is reported for review. A wrong guess would show one child's
   * work to another child's parents.
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
