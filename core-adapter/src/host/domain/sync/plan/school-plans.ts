// SPDX-License-Identifier: EUPL-1.2
import { schoolYears, type CurrentPlaces } from '../state/current-places.js';
import type { PlacesImage } from '../state/person-state.js';
import type { SchoolPlan } from './sync-plan.js';

/** The plans of schools; each is created at the first change in its school. */
export class SchoolPlans {
  readonly #plans = new Map<string, SchoolPlan>();
  readonly #yearOf: (uai: string) => number;

  constructor(
    private readonly before: CurrentPlaces,
    private readonly after: PlacesImage,
  ) {
    this.#yearOf = schoolYears(before);
  }

  of(uai: string): SchoolPlan {
    const plan = this.#plans.get(uai) ?? this.#blank(uai);
    this.#plans.set(uai, plan);
    return plan;
  }

  /** Plans a change to the school itself. */
  change(uai: string, change: Pick<SchoolPlan, 'created' | 'changes'>): void {
    this.#plans.set(uai, { ...this.#blank(uai), ...change });
  }

  sorted(): SchoolPlan[] {
    return [...this.#plans.values()].sort((one, other) => (one.uai < other.uai ? -1 : 1));
  }

  #blank(uai: string): SchoolPlan {
    return {
      uai,
      name: (this.after.schools.get(uai) ?? this.before.schools.get(uai))?.name ?? uai,
      schoolYear: this.#yearOf(uai),
      changes: [],
      attachments: { begun: [], ended: [] },
      groups: { created: [], changed: [], ended: [], revived: [] },
      memberships: { added: [], removed: [] },
    };
  }
}
