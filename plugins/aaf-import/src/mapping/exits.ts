// SPDX-License-Identifier: EUPL-1.2
import type { Entry } from '../entry.js';
import { isFrenchDay, isoDay, parts, valuesOf } from '../values.js';
import type { NamedGroup } from './group.js';

interface Exit {
  readonly day: string;
  readonly structure: string | undefined;
  readonly group: string | undefined;
}

/** The schools and groups that a pupil has left. On the exit day itself the pupil still belongs to them. */
export class Exits {
  readonly #schools: readonly Exit[];
  readonly #groups: readonly Exit[];

  /** @param own the pupil's school, used for exits that name no school */
  constructor(entry: Entry, today: string, own: string | undefined) {
    const past = (attribute: string): Exit[] =>
      valuesOf(entry, attribute).flatMap((value) => exitBefore(today, value, own) ?? []);
    this.#schools = past('ENTEleveDateSortieStructRattach');
    this.#groups = past('ENTEleveDateSortieClasses');
  }

  /** @param before a day; defaults to today */
  hasLeft(structure: string, before?: string): boolean {
    return this.#schools.some((exit) => exit.structure === structure && (before === undefined || exit.day < before));
  }

  /** The school of these that the pupil left last. */
  lastLeft(structures: readonly string[]): string | undefined {
    const left = this.#schools.filter(({ structure = '' }) => structures.includes(structure));
    return left.toSorted((one, other) => other.day.localeCompare(one.day))[0]?.structure;
  }

  hasLeftGroup({ structure, key, name }: NamedGroup): boolean {
    return this.#groups.some(
      (exit) => exit.structure === structure && exit.group !== undefined && [key, name].includes(exit.group),
    );
  }
}

/** `structure$dd/mm/yyyy$division`, or the day alone. */
function exitBefore(today: string, value: string, own: string | undefined): Exit | undefined {
  const written = parts(value);
  const at = written.findIndex(isFrenchDay);
  const day = isoDay(written[at]);
  if (day === undefined || day >= today) return undefined;
  return { day, structure: at > 0 ? written[0] : own, group: written[at + 1] };
}
