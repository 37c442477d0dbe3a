// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '../../../api/people.js';
import { readAttachmentKey, schoolsOf, type DirectoryImage } from '../image/directory-image.js';

/** How many persons a directory has in each school, in all and by profile. */
export class Headcount {
  readonly #counts = new Map<string, number>();
  readonly #schools = new Set<string>();

  /** A school with groups alone counts as one, with nobody in it. */
  constructor({ persons, groups }: DirectoryImage) {
    for (const { attachments } of persons.values()) {
      for (const uai of schoolsOf(attachments)) this.#add(uai);
      for (const attachment of attachments) {
        const { uai, profile } = readAttachmentKey(attachment);
        this.#add(uai, profile);
      }
    }
    for (const { uai } of groups.values()) this.#schools.add(uai);
  }

  schools(): Iterable<string> {
    return this.#schools;
  }

  of(uai: string, profile?: Profile): number {
    return this.#counts.get(countKey(uai, profile)) ?? 0;
  }

  #add(uai: string, profile?: Profile): void {
    this.#schools.add(uai);
    this.#counts.set(countKey(uai, profile), this.of(uai, profile) + 1);
  }
}

function countKey(uai: string, profile?: Profile): string {
  return profile === undefined ? uai : `${uai} ${profile}`;
}
