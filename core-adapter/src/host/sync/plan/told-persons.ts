// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '../../../api/people.js';
import type { Change, SyncPlan } from './sync-plan.js';

/** What a plan says of one person in one school, gathered from all over the plan. */
export interface ToldPerson {
  readonly begun: Profile[];
  readonly ended: Profile[];
  /** Keys of groups. */
  readonly entered: string[];
  readonly left: string[];
  readonly changes: Change[];
  /** UAI of the school that he comes from, or goes to. */
  from?: string;
  to?: string;
}

/** What belongs to no school. */
export const NO_SCHOOL = '';

/** By UAI, then by key of the person; whoever no school says anything about stands under `NO_SCHOOL`. */
export class ToldPersons {
  readonly bySchool = new Map<string, Map<string, ToldPerson>>();
  /** Display names by key, as far as the plan says them. */
  readonly names = new Map<string, string>();

  constructor({ persons, kinships, schools }: SyncPlan) {
    for (const { uai, attachments, memberships } of schools) {
      for (const { person, displayName, profile, moved } of attachments.begun) {
        this.names.set(person, displayName);
        const told = this.#of(uai, person);
        told.begun.push(profile);
        if (moved !== undefined) told.from = moved;
      }
      for (const { person, displayName, profile, moved } of attachments.ended) {
        this.names.set(person, displayName);
        const told = this.#of(uai, person);
        told.ended.push(profile);
        if (moved !== undefined) told.to = moved;
      }
      for (const { person, group } of memberships.added) this.#of(uai, person).entered.push(group);
      for (const { person, group } of memberships.removed) this.#of(uai, person).left.push(group);
    }
    for (const { person, changes, schools: uais } of persons.changed) {
      this.names.set(person.key, person.displayName);
      for (const uai of uais.length > 0 ? uais : [NO_SCHOOL]) this.#of(uai, person.key).changes.push(...changes);
    }
    this.#addHomeless([...persons.created, ...persons.revived, ...persons.disabled]);
    this.#addKinships(kinships, new Set([...persons.created, ...persons.revived, ...persons.disabled].map(keyOf)));
  }

  #addHomeless(persons: readonly { readonly key: string; readonly displayName: string }[]): void {
    const housed = new Set([...this.bySchool.values()].flatMap((told) => [...told.keys()]));
    for (const { key, displayName } of persons) {
      this.names.set(key, displayName);
      if (!housed.has(key)) this.#of(NO_SCHOOL, key);
    }
  }

  /** Told of the guardian. Whoever comes or goes takes his kinships along: there is nothing to say of them. */
  #addKinships({ added, removed }: SyncPlan['kinships'], movers: ReadonlySet<string>): void {
    const tell = (guardian: string, child: string, change: Change): void => {
      if (!movers.has(guardian) && !movers.has(child)) this.#of(NO_SCHOOL, guardian).changes.push(change);
    };
    for (const { guardian, child } of removed) tell(guardian, child, { field: 'child', from: child, to: '' });
    for (const { guardian, child } of added) tell(guardian, child, { field: 'child', from: '', to: child });
  }

  #of(uai: string, key: string): ToldPerson {
    const school = this.bySchool.get(uai) ?? new Map<string, ToldPerson>();
    this.bySchool.set(uai, school);
    const told = school.get(key) ?? { begun: [], ended: [], entered: [], left: [], changes: [] };
    school.set(key, told);
    return told;
  }
}

function keyOf({ key }: { readonly key: string }): string {
  return key;
}
