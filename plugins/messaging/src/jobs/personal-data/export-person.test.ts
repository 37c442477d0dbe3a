// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { CopyRow } from '../../store/copy.entity.js';
import { MessageRow } from '../../store/message.entity.js';
import { OpeningRow } from '../../store/opening.entity.js';
import { RecipientRow } from '../../store/recipient.entity.js';
import { ReportRow } from '../../store/report.entity.js';
import { exportPerson } from './export-person.js';

const unused = (): never => {
  throw new Error('not expected');
};

/** Holds these rows, and finds all of an entity whatever the conditions. */
function databaseWith(rows: ReadonlyMap<unknown, readonly object[]>): SchoolDatabase {
  const others = { findOne: unused, count: unused, sum: unused, insert: unused, insertOne: unused };
  return {
    repository: (entity) => ({
      ...{ ...others, update: unused, increment: unused, delete: unused },
      find: () => Promise.resolve((rows.get(entity) ?? []) as never),
    }),
    query: unused,
    transaction: unused,
  };
}

test('an export tells neither of messages that never arrived nor why others reported', async () => {
  const db = databaseWith(
    new Map<unknown, object[]>([
      [MessageRow, [{ id: 'arrived', subject: 'Bonjour' }]],
      [CopyRow, [{ messageId: 'arrived', box: 'inbox', shownAt: new Date(0), recalledAt: null }]],
      [
        RecipientRow,
        [
          { messageId: 'arrived', part: null },
          { messageId: 'draft of somebody', part: null },
        ],
      ],
      [
        ReportRow,
        [
          { reportedBy: 'mathieu', reason: 'my words' },
          { reportedBy: 'inès', reason: 'her words', closedBy: 'mathieu' },
        ],
      ],
      [OpeningRow, [{ openedBy: 'mathieu', reason: 'my reason' }]],
    ]),
  );
  const given = JSON.stringify(await exportPerson({ db, personId: 'mathieu' }, { now: unused }));
  for (const own of ['arrived', 'my words', 'my reason']) expect(given).toContain(own);
  for (const foreign of ['draft of somebody', 'her words']) expect(given).not.toContain(foreign);
});
