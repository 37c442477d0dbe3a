// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '../../../../api/directory/directory-source.js';
import {
  currentOf,
  nothingYet,
  person,
  sampleRecords,
  planSync,
  snapshotOf,
  VAL,
  without,
} from '../testing/records-for-tests.js';
import { describeLines } from './describe-lines.js';

test('a long plan is cut: twenty lines of each kind, and how many more', async () => {
  const lines = describeLines(planSync(nothingYet(), await snapshotOf(sampleRecords())));
  expect(lines).toHaveLength(22);
  expect([lines[0], lines[1]]).toEqual(['Arrives (30):', '  0390001X school "École des Tilleuls"']);
  expect(lines[2]).toBe('  0390001X anne.petit "Anne Petit" (guardian)');
  expect(lines.at(-1)).toBe('  … and 10 more; see the console or --json');
});

test('a short one is whole, the losses first, old → new', async () => {
  const moved: DirectoryRecord[] = [
    ...without(sampleRecords(), 'two.petit', 'ten.petit'),
    person('ten.petit', 'pupil', VAL),
  ];
  const plan = planSync(currentOf(await snapshotOf(sampleRecords())), await snapshotOf(moved));
  expect(describeLines(plan)).toEqual([
    'Leaves or ends (1):',
    '  0390001X two.petit "Two Petit" (pupil, "cm2 a")',
    'Moves to another school (2):',
    '  0390001X ten.petit "Ten Petit" (pupil, "cm2 a"): to 0390002Y',
    '  0390002Y ten.petit "Ten Petit" (pupil): from 0390001X',
  ]);
});
