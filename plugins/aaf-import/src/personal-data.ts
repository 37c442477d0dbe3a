// SPDX-License-Identifier: EUPL-1.2
import type { Brick } from '@volee/core-adapter';
import type { manifest } from './manifest.js';
import { readableEntry } from './readable-entry.js';
import { EntryPartRow } from './state/entry-part.entity.js';
import { forgetPerson, keptOf } from './state/kept-entries.js';
import { linked } from './state/person-in-entries.js';

/**
 * What is kept for Deltas names persons by the keys of AAF. Each gets his own entry; of who is tied to him only that somebody
 * is, as in the host's own copy (ADR 0018). When he is erased, his key goes from the entries of others too.
 */
export function registerPersonalData({ personalData }: Pick<Brick<typeof manifest>, 'personalData'>): void {
  personalData({
    async exportPerson({ db, sourceKeys }) {
      const entries: object[] = [];
      const ties: object[] = [];
      for (const sourceKey of sourceKeys) {
        const { source } = sourceKey;
        for (const { day, own, pointing } of await keptOf(db, sourceKey)) {
          entries.push(...own.map((entry) => ({ source, day, ...readableEntry(entry) })));
          ties.push(...own.flatMap(linked).map(() => ({ source, as: 'child' })));
          ties.push(...pointing.map(() => ({ source, as: 'guardian' })));
        }
      }
      return { records: { entries, ties } };
    },
    async erasePerson({ db, sourceKeys }) {
      for (const sourceKey of sourceKeys) await forgetPerson(db, sourceKey);
    },
    async closeSchool({ db }) {
      await db.repository(EntryPartRow).delete({});
    },
  });
}
