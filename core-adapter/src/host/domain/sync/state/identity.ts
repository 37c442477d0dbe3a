// SPDX-License-Identifier: EUPL-1.2
import { readAttachmentKey, type PersonState } from './person-state.js';

/** The identifying data of a person from one source, apart from the key. */
export interface Identity extends Names {
  /** Ids that the directory never gives again; empty when it has none. */
  readonly stableIds: readonly string[];
  readonly ine: string | undefined;
  /** `YYYY-MM-DD` */
  readonly birthDate: string | undefined;
  /** The day of birth that the key came with; absent: that of now. */
  readonly firstBirthDate?: string | undefined;
  /** The names that the key came with; absent: those of now. */
  readonly firstNames?: Names;
  readonly ages: readonly Age[];
}

/** Empty when unknown. */
export interface Names {
  readonly givenName: string;
  readonly familyName: string;
}

/** Whether a person is a pupil or an adult; both are possible over the years. */
export type Age = 'pupil' | 'adult';

export function identityOf(person: Omit<PersonState, 'memberships' | 'children'>): Identity {
  const { stableIds = [], ine, birthDate, givenName, familyName } = person;
  return { stableIds, ine, birthDate, givenName, familyName, ages: agesOf(person.attachments) };
}

/**
 * Whether a person becomes a pupil or an adult for the first time. Being both counts, or a person could change over in two steps.
 * @param before empty when nothing is known
 */
export function gainsAge(before: readonly Age[], now: readonly Age[]): boolean {
  return before.length > 0 && now.some((age) => !before.includes(age));
}

/** @param attachments `attachmentKey`s */
export function agesOf(attachments: Iterable<string>): Age[] {
  const ages = Array.from(attachments, (key): Age => (readAttachmentKey(key).profile === 'pupil' ? 'pupil' : 'adult'));
  return [...new Set(ages)];
}
