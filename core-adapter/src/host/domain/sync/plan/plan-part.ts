// SPDX-License-Identifier: EUPL-1.2
import type { PersonState } from '../state/person-state.js';
import type { SyncPlan } from './sync-plan.js';

/** A part of a plan, with the people who were compared for it, so that they can be counted. */
export interface PlanPart {
  /** Empty when nothing changes. */
  readonly plan: SyncPlan;
  readonly compared: readonly ComparedPerson[];
  /** The UAIs of the schools of each person who differs by the stable id alone. */
  readonly renewed: readonly (readonly string[])[];
}

/** A person before and after; the same object twice when nothing changed. */
export interface ComparedPerson {
  /** The stored state; undefined for a new person. */
  readonly was: PersonState | undefined;
  /** The state read; undefined for a person who leaves. */
  readonly is: PersonState | undefined;
}
