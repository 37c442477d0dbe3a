// SPDX-License-Identifier: EUPL-1.2
import { DEFAULT_TIME_ZONE } from '../../directory/school.entity.js';
import { schoolYearOf } from '../../directory/school-year.js';
import { compareFields } from './compare-fields.js';
import type { CurrentImage } from '../image/current-image.js';
import type { DirectoryImage } from '../image/directory-image.js';
import type { SchoolPlan } from './sync-plan.js';

/** The plans of the schools, each made when something is first found to happen in it. */
export class SchoolPlans {
  readonly #plans = new Map<string, SchoolPlan>();

  constructor(
    private readonly before: CurrentImage,
    private readonly after: DirectoryImage,
  ) {
    for (const school of after.schools.values()) {
      const known = before.schools.get(school.uai);
      const isNew = !before.timeZones.has(school.uai);
      const changes = known ? compareFields(known, school, ['name', 'kind']) : [];
      if (isNew || changes.length > 0) {
        this.#plans.set(school.uai, { ...this.#blank(school.uai), ...(isNew && { created: school }), changes });
      }
    }
  }

  of(uai: string): SchoolPlan {
    const plan = this.#plans.get(uai) ?? this.#blank(uai);
    this.#plans.set(uai, plan);
    return plan;
  }

  sorted(): SchoolPlan[] {
    return [...this.#plans.values()].sort((one, other) => (one.uai < other.uai ? -1 : 1));
  }

  #blank(uai: string): SchoolPlan {
    return {
      uai,
      name: (this.after.schools.get(uai) ?? this.before.schools.get(uai))?.name ?? uai,
      schoolYear: schoolYearOf(this.before.at, this.before.timeZones.get(uai) ?? DEFAULT_TIME_ZONE),
      changes: [],
      attachments: { begun: [], ended: [] },
      groups: { created: [], changed: [], ended: [], revived: [] },
      memberships: { added: [], removed: [] },
    };
  }
}
