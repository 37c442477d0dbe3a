// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '../../../../api/directory/directory-source.js';
import {
  currentOf,
  group,
  kin,
  member,
  nothingYet,
  person,
  sampleRecords,
  school,
  planSync,
  snapshotOf,
  TILLEULS,
  VAL,
  without,
} from '../testing/records-for-tests.js';
import { LineCounts } from './count-lines.js';
import { lineFinder, planLines, type LineSearch, type PlanLine } from './plan-lines.js';
import type { SyncPlan } from './sync-plan.js';

const BEFORE = sampleRecords();

async function planTo(after: readonly DirectoryRecord[]): Promise<SyncPlan> {
  return planSync(currentOf(await snapshotOf(BEFORE)), await snapshotOf(after));
}

async function linesTo(after: readonly DirectoryRecord[]): Promise<PlanLine[]> {
  return [...planLines(await planTo(after))];
}

function replaced(key: string, by: DirectoryRecord): DirectoryRecord[] {
  return BEFORE.map((record) => (record.type === 'person' && record.key === key ? by : record));
}

test('a first sync: every school, its people and its groups, each told once in each school', async () => {
  const lines = [...planLines(planSync(nothingYet(), await snapshotOf(BEFORE)))];
  expect(new Set(lines.map(({ kind, reason }) => `${kind} ${reason}`))).toEqual(new Set(['created new']));
  expect(lines[0]).toMatchObject({ uai: TILLEULS, subject: 'school', key: TILLEULS, name: 'École des Tilleuls' });
  const counts = new LineCounts();
  for (const line of lines) counts.add(line);
  expect(counts.bySchool()).toEqual([
    { uai: TILLEULS, disabled: 0, moved: 0, changed: 0, revived: 0, created: 13 },
    { uai: VAL, disabled: 0, moved: 0, changed: 0, revived: 0, created: 13 },
  ]);
  expect(lines.filter(({ key }) => key === 'anne.petit').map(({ uai }) => uai)).toEqual([TILLEULS, VAL]);
  expect(lines.find(({ key }) => key === 'one.petit')).toMatchObject({ profiles: ['pupil'], groups: ['cm2 a'] });
  expect(lines.filter(({ subject }) => subject === 'group').map(({ name }) => name)).toEqual(['CM2 A', '6e B']);
});

test('nothing changes: no line', async () => {
  expect(await linesTo(BEFORE)).toEqual([]);
});

test('a leaver has the first line, with their class', async () => {
  const lines = await linesTo([...without(BEFORE, 'two.petit'), person('zoe.neuve', 'pupil', TILLEULS)]);
  expect(lines.map(({ kind, reason, key }) => [kind, reason, key])).toEqual([
    ['disabled', 'gone', 'two.petit'],
    ['created', 'new', 'zoe.neuve'],
  ]);
  expect(lines[0]).toMatchObject({ uai: TILLEULS, name: 'Two Petit', profiles: ['pupil'], groups: ['cm2 a'] });
});

test('a changed name is a line, old → new, in each school of the person', async () => {
  const changes = { familyName: 'Prof-Durand', displayName: 'Nina Prof-Durand' };
  const lines = await linesTo(replaced('nina.prof', person('nina.prof', 'teacher', VAL, changes)));
  expect(lines.map(({ uai, kind, reason }) => [uai, kind, reason])).toEqual([
    [TILLEULS, 'changed', 'fields'],
    [VAL, 'changed', 'fields'],
  ]);
  expect(lines[0]?.changes).toContainEqual({ field: 'familyName', from: 'Prof', to: 'Prof-Durand' });
});

test('a change of class is one line, old → new; the plan has only the key of the person', async () => {
  const after = BEFORE.map((record) => (isMembershipOf(record, 'two.petit') ? { ...record, group: 'CM2 B' } : record));
  const lines = await linesTo([...after, group('CM2 B', TILLEULS)]);
  expect(lines).toEqual([
    {
      ...{ uai: TILLEULS, subject: 'person', kind: 'changed', reason: 'groups', key: 'two.petit', name: '' },
      ...{ profiles: [], groups: [], changes: [{ field: 'group', from: 'cm2 a', to: 'cm2 b' }] },
    },
    expect.objectContaining({ subject: 'group', kind: 'created', name: 'CM2 B' }),
  ]);
});

test('a move has a line in both schools, with the other school', async () => {
  const lines = await linesTo([
    ...without(BEFORE, 'two.petit'),
    person('two.petit', 'pupil', VAL),
    member('two.petit', '6e B', VAL),
  ]);
  expect(lines.map(({ uai, kind, from, to, groups }) => [uai, kind, from, to, groups])).toEqual([
    [TILLEULS, 'moved', undefined, VAL, ['cm2 a']],
    [VAL, 'moved', TILLEULS, undefined, ['6e b']],
  ]);
});

test('a known person joins or leaves a school, or changes the profile', async () => {
  const joins = await linesTo([...BEFORE, member('paul.durand', '6e B', VAL, 'teacher')]);
  expect(joins).toMatchObject([{ uai: VAL, kind: 'changed', reason: 'joins', key: 'paul.durand' }]);
  const leaves = await linesTo(
    BEFORE.filter((record) => !(isMembershipOf(record, 'nina.prof') && record.uai === TILLEULS)),
  );
  expect(leaves).toMatchObject([{ uai: TILLEULS, kind: 'changed', reason: 'leaves', key: 'nina.prof' }]);
  const becomes = await linesTo(replaced('sam.bureau', person('sam.bureau', 'teacher', VAL)));
  expect(becomes).toMatchObject([
    { uai: VAL, kind: 'changed', reason: 'profile', changes: [{ field: 'profile', from: 'staff', to: 'teacher' }] },
  ]);
});

test('a person who comes back, and keys that name another person now', async () => {
  const all = await snapshotOf(BEFORE);
  const leavers = ['two.petit', 'three.petit'].flatMap((key) => {
    const leaver = all.persons.get(key);
    return leaver ? [[key, leaver] as const] : [];
  });
  const before = currentOf(await snapshotOf(without(BEFORE, 'two.petit', 'three.petit')), { left: new Map(leavers) });
  const others = replaced('three.petit', person('three.petit', 'pupil', TILLEULS, { givenName: 'Ursule' }));
  const after = others.map((record): DirectoryRecord =>
    record.type === 'person' && record.key === 'four.petit'
      ? { ...record, givenName: 'Zoé', displayName: 'Zoé P' }
      : record,
  );
  const lines = [...planLines(planSync(before, await snapshotOf(after)))];
  expect(lines.map(({ key, name, kind, reason }) => [key, name, kind, reason])).toEqual([
    ['four.petit', 'Four Petit', 'disabled', 'replaced'],
    ['two.petit', 'Two Petit', 'revived', 'back'],
    ['three.petit', 'Three Petit', 'created', 'recycled'],
    ['four.petit', 'Zoé P', 'created', 'recycled'],
  ]);
});

test('a changed kinship is a line of the guardian, last and without a school', async () => {
  const after = [
    ...BEFORE.filter((record) => !(record.type === 'kinship' && record.child === 'one.grand')),
    kin('anne.petit', 'two.grand'),
  ];
  const lines = await linesTo(after);
  expect(lines).toMatchObject([
    {
      ...{ uai: '', kind: 'changed', reason: 'child', key: 'anne.petit' },
      changes: [
        { field: 'child', from: 'one.grand', to: '' },
        { field: 'child', from: '', to: 'two.grand' },
      ],
    },
  ]);
});

test('a school and a group that change their names', async () => {
  const after = BEFORE.map((record): DirectoryRecord => {
    if (record.type === 'school' && record.uai === TILLEULS) return school(TILLEULS, 'École du Parc');
    return record.type === 'group' && record.key === '6e B' ? group('6e B', VAL, { name: '6e Bleue' }) : record;
  });
  expect(await linesTo(after)).toMatchObject([
    { uai: TILLEULS, subject: 'school', kind: 'changed', changes: [{ field: 'name', to: 'École du Parc' }] },
    { uai: VAL, subject: 'group', kind: 'changed', changes: [{ field: 'name', from: '6e B', to: '6e Bleue' }] },
  ]);
});

test('lines are found by school, by kind, and by a piece of a name or a key without accents', async () => {
  const lines = [...planLines(planSync(nothingYet(), await snapshotOf(BEFORE)))];
  const keys = (search: LineSearch): string[] => lines.filter(lineFinder(search)).map(({ key }) => key);
  expect(keys({ text: 'DURÂND' })).toEqual(['paul.durand']);
  expect(keys({ uais: new Set([VAL]), text: 'petit' })).toEqual(['anne.petit']);
  expect(keys({ kind: 'disabled' })).toEqual([]);
  expect(keys({ text: 'nobody', keys: new Set(['sam.bureau']) })).toEqual(['sam.bureau']);
  expect(keys({})).toHaveLength(lines.length);
});

function isMembershipOf(
  record: DirectoryRecord,
  key: string,
): record is Extract<DirectoryRecord, { type: 'membership' }> {
  return record.type === 'membership' && record.person === key;
}
