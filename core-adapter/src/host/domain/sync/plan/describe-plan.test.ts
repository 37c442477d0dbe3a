// SPDX-License-Identifier: EUPL-1.2
import { describePlan } from './describe-plan.js';
import {
  currentOf,
  planSync,
  nothingYet,
  person,
  sampleRecords,
  snapshotOf,
  TILLEULS,
  VAL,
  without,
} from '../testing/records-for-tests.js';

test('a first sync reads as one line a school, and one in all', async () => {
  expect(describePlan(planSync(nothingYet(), await snapshotOf(sampleRecords())))).toEqual([
    `${TILLEULS} École des Tilleuls: new school, + 10 pupils, + 1 guardian, + 2 teachers, + 1 group, + 12 memberships`,
    `${VAL} Collège du Val: new school, + 10 pupils, + 1 guardian, + 1 teacher, + 1 member of staff, + 1 group, + 11 memberships`,
    'In all: + 24 persons, + 2 kinships',
  ]);
});

test('a move, a leaver, a change and a rename', async () => {
  const before = currentOf(await snapshotOf(sampleRecords()));
  const records = [
    ...without(sampleRecords(), 'two.petit', 'paul.durand').map((record) => {
      if (record.type === 'school' && record.uai === VAL) return { ...record, name: 'Collège Neuf' };
      return record.type === 'person' && record.key === 'one.petit' ? { ...record, displayName: 'Una Petit' } : record;
    }),
    person('two.petit', 'pupil', VAL),
  ];
  expect(describePlan(planSync(before, await snapshotOf(records)))).toEqual([
    `${TILLEULS} École des Tilleuls: − 1 pupil (1 to another school), − 1 teacher, 1 person changed, − 2 memberships`,
    `${VAL} Collège Neuf: name "Collège du Val" → "Collège Neuf", + 1 pupil (1 from another school)`,
    'In all: 1 person disabled, 1 person changed',
  ]);
});

test('an empty plan', async () => {
  const image = await snapshotOf(sampleRecords());
  expect(describePlan(planSync(currentOf(image), image))).toEqual(['Nothing changes.']);
});
