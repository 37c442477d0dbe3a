// SPDX-License-Identifier: EUPL-1.2
import { readAttachmentKey, type ImagePerson } from '../image/directory-image.js';

/** What a source says of who a person is, apart from the key. */
export interface Identity {
  /** Ids that the directory never gives again; empty: it does not say. */
  readonly stableIds: readonly string[];
  readonly ine: string | undefined;
  /** `YYYY-MM-DD` */
  readonly birthDate: string | undefined;
  /** Empty: unknown. */
  readonly givenName: string;
  readonly familyName: string;
  readonly ages: readonly Age[];
}

/** Whether a person is a pupil or an adult somewhere; both are possible over the years. */
export type Age = 'pupil' | 'adult';

export function identityOf(person: Omit<ImagePerson, 'memberships' | 'children'>): Identity {
  const { stableIds = [], ine, birthDate, givenName, familyName } = person;
  return { stableIds, ine, birthDate, givenName, familyName, ages: agesOf(person.attachments) };
}

/** @param attachments `attachmentKey`s */
export function agesOf(attachments: Iterable<string>): Age[] {
  const ages = Array.from(attachments, (key): Age => (readAttachmentKey(key).profile === 'pupil' ? 'pupil' : 'adult'));
  return [...new Set(ages)];
}
