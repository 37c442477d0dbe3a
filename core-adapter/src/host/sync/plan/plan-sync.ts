// SPDX-License-Identifier: EUPL-1.2
import type { CurrentImage } from '../image/current-image.js';
import type { DirectoryImage } from '../image/directory-image.js';
import { planAttachments } from './plan-attachments.js';
import { planGroups, planMemberships } from './plan-groups.js';
import { planKinships, planPersons } from './plan-persons.js';
import { SchoolPlans } from './school-plans.js';
import type { SyncPlan } from './sync-plan.js';

/**
 * The difference between what is there and what came, as data. Pure, and linear in the number of records. Nothing is ever deleted
 * but memberships and kinships: who leaves is disabled, what ends keeps its row.
 */
export function planSync(before: CurrentImage, after: DirectoryImage): SyncPlan {
  const schools = new SchoolPlans(before, after);
  planAttachments(before, after, schools);
  planGroups(before, after, schools);
  planMemberships(before, after, schools);
  return {
    source: before.source,
    persons: planPersons(before, after),
    kinships: planKinships(before, after),
    schools: schools.sorted(),
  };
}
