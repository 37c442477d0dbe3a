// SPDX-License-Identifier: EUPL-1.2
import type { UnreadSchoolRecord } from '@volee/core-adapter/directory';

import { namesInUrls } from '../ldap/referral.js';
import type { Content } from './layout.js';

/** The schools for which a reading found that a part is on another server. */
export class UnreadSchools {
  readonly #urls: Map<string, readonly string[]>;
  readonly #logged = new Set<string>();

  /** @param elsewhere schools of which this is known before anything is read: UAI → URLs */
  constructor(elsewhere: ReadonlyMap<string, readonly string[]> = new Map()) {
    this.#urls = new Map(elsewhere);
  }

  has(uai: string): boolean {
    return this.#urls.has(uai);
  }

  /** The search of a content. It goes on when a reference concerns one school alone. */
  searchOf({ search, schoolOf }: Pick<Content, 'search' | 'schoolOf'>): Content['search'] {
    if (!schoolOf) return search;
    const mayLack = (urls: readonly string[]): boolean => {
      const names = namesInUrls(urls);
      const uai = names && schoolOf(names);
      if (uai === undefined) return false;
      if (!this.#urls.has(uai)) this.#urls.set(uai, urls);
      return true;
    };
    return { ...search, mayLack };
  }

  /** The records that have not been sent yet. */
  records(): UnreadSchoolRecord[] {
    const news = [...this.#urls].filter(([uai]) => !this.#logged.has(uai));
    return news.map(([uai, urls]) => {
      this.#logged.add(uai);
      return { type: 'unread-school', uai, reason: reasonOf(urls) };
    });
  }
}

function reasonOf(urls: readonly string[]): string {
  return (
    `the directory refers to another server (${urls.join(' or ')}) for a part of it; referrals are not followed: ` +
    'read that server as a separate source'
  );
}
