// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryBrick } from '@volee/core-adapter/directory';
import type { manifest } from './manifest.js';
import { readableEntry } from './readable-entry.js';
import { EntryPartRow } from './state/entry-part.entity.js';
import { forgetPerson, keptOf } from './state/kept-entries.js';
import { linked } from './state/person-in-entries.js';

/**
 * Entries kept for Deltas name people by their AAF keys. An export holds the person's own entry, and of linked people only that a link
 * exists, like the host's own copy (ADR 0018). An erasure also removes the key from the entries of others.
 */
export function registerPersonalData({ personalData }: Pick<DirectoryBrick<typeof manifest>, 'personalData'>): void {
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
    // Entries name people by their AAF keys, which the host moves.
    movePerson: () => Promise.resolve(),
    async closeSchool({ db }) {
      await db.repository(EntryPartRow).delete({});
    },
  });
}
