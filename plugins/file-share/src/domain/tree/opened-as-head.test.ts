// SPDX-License-Identifier: EUPL-1.2
import type { FileShareRequest } from '../../brick-types.js';
import type { NodeRow } from '../../store/node.entity.js';
import { openedAsHead } from './opened-as-head.js';

test('a head that copies thousands of files of a drop box leaves lines that fit the journal, and name each file once', async () => {
  const file = (number: number): NodeRow =>
    ({ id: `${number}`.padStart(36, '0'), spaceKind: 'group', groupId: 'cm1', ownerId: 'pupil' }) as NodeRow;
  const files = Array.from({ length: 2_345 }, (_, number) => file(number));
  const subjects: object[] = [];
  await openedAsHead(files, {
    access: { heldAs: () => Promise.resolve(['head']) },
    audit: (_action: string, subject: object) => Promise.resolve(void subjects.push(subject)),
  } as unknown as Pick<FileShareRequest, 'access' | 'audit'>);
  // The column is a TEXT of MariaDB.
  for (const subject of subjects) expect(Buffer.byteLength(JSON.stringify(subject))).toBeLessThan(65_536);
  expect(subjects.flatMap((subject) => (subject as { files: string[] }).files)).toEqual(files.map(({ id }) => id));
});
