// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '../../../../api/directory/directory-source.js';
import { GROUP_KINDS } from '../../../../api/people.js';
import {
  currentOf,
  group,
  judgeSync,
  member,
  person,
  pupils,
  scribeRecords,
  snapshotOf,
  TILLEULS,
  VAL,
  without,
  type WholeCurrent,
} from '../testing/records-for-tests.js';
import type { Verdict } from './verdict.js';

const NOVEMBER = '2025-11-25T04:00:00Z';

async function judge(before: DirectoryRecord[], after: DirectoryRecord[], at = NOVEMBER): Promise<Verdict> {
  return judgeSync(currentOf(await snapshotOf(before), { at: new Date(at) }), await snapshotOf(after));
}

function inKinds({ reasons }: Verdict): object[] {
  return reasons.map(({ uai, profile, role, group: kind }) => ({ uai, profile, role, group: kind }));
}

/** The members of a class are in another one of the same school. */
function moved(records: readonly DirectoryRecord[], from: string, to: string, count = 10): DirectoryRecord[] {
  let left = count;
  return records.map((record) =>
    record.type === 'membership' && record.group === from && record.role === 'member' && left-- > 0
      ? { ...record, group: to }
      : record,
  );
}

describe('L15 the classes of one school are lost, and another group of each pupil is kept', () => {
  test.each([
    ['CM2 A', 'class'],
    ['Niveau CM2', 'level'],
  ])('all members of %s: refused', async (lost, kind) => {
    const after = scribeRecords().filter((record) => record.type !== 'membership' || record.group !== lost);
    expect(inKinds(await judge(scribeRecords(), after))).toEqual([
      { uai: TILLEULS, profile: 'pupil', role: 'member', group: kind },
    ]);
  });

  test.each(GROUP_KINDS.filter((kind) => kind !== 'class' && kind !== 'work'))(
    'the members of each %s: refused, since only the class is kept',
    async (kind) => {
      const before = [...scribeRecords(), group('other', VAL, { kind }), ...membersOf('other')];
      const verdict = await judge(without(before, 'Niveau 6e'), without(before, 'Niveau 6e', 'other'));
      expect(inKinds(verdict)).toEqual([{ uai: VAL, profile: 'pupil', role: 'member', group: kind }]);
    },
  );

  test('a working group may end during the year', async () => {
    const before = [...scribeRecords(), group('trip', VAL, { kind: 'work' }), ...membersOf('trip')];
    expect((await judge(before, scribeRecords())).refused).toBe(false);
  });

  test('small losses of several kinds together are losses of groups', async () => {
    const inOptions = ['one', 'two', 'three', 'four'].map((name) => `${name}.option`);
    const inClasses = ['one', 'two', 'three'].map((name) => `${name}.classe`);
    const before = [
      ...scribeRecords(),
      group('Latin', TILLEULS, { kind: 'option' }),
      ...[...inOptions, ...inClasses].map((key) => person(key, 'staff', TILLEULS)),
      ...inOptions.map((key) => member(key, 'Latin', TILLEULS)),
      ...inClasses.map((key) => member(key, 'CM2 A', TILLEULS)),
    ];
    const lost = [...inOptions, ...inClasses.slice(0, 2)];
    const after = before.filter((record) => record.type !== 'membership' || !lost.includes(record.person));
    expect((await judge(before, after)).reasons).toMatchObject([
      { code: 'groups-shrank', uai: TILLEULS, role: 'member', before: 17, after: 11 },
    ]);
  });

  test('teachers keep their level and lose their classes: refused', async () => {
    const teachers = Array.from({ length: 6 }, (_, at) => person(`prof.${at}`, 'teacher', VAL));
    const inLevel = teachers.map(({ key }) => member(key, 'Niveau 6e', VAL, 'teacher'));
    const inClass = teachers.map(({ key }) => member(key, '6e B', VAL, 'teacher'));
    const before = [...scribeRecords(), ...teachers, ...inLevel];
    const verdict = await judge([...before, ...inClass], before);
    expect(verdict.reasons.map(({ sentence }) => sentence)).toEqual([
      `${VAL} Collège du Val: 1 of 7 teachers are still teachers of a class (14 %, at least 90 % expected).`,
    ]);
  });

  test('the directory calls the classes levels now, and no entry changes: refused', async () => {
    const after = scribeRecords().map((record) =>
      record.type === 'group' && record.key === '6e B' ? { ...record, kind: 'level' as const } : record,
    );
    expect(inKinds(await judge(scribeRecords(), after))).toEqual([
      { uai: VAL, profile: 'pupil', role: 'member', group: 'class' },
    ]);
  });

  test('in all schools nobody has a class, and everybody has a level', async () => {
    const isClass = (record: DirectoryRecord): boolean =>
      record.type === 'membership' && ['CM2 A', '6e B'].includes(record.group) && record.role === 'member';
    const after = scribeRecords().filter((record) => !isClass(record));
    expect((await judge(scribeRecords(), after)).reasons).toMatchObject([
      {
        code: 'vanished-everywhere',
        sentence: 'Nobody has a class any more; 20 had before. Check the rights and the mapping of the source.',
      },
      { code: 'groups-shrank', uai: TILLEULS, group: 'class' },
      { code: 'groups-shrank', uai: VAL, group: 'class' },
    ]);
  });
});

describe('L16 the pupils of one school change class', () => {
  const before = [...scribeRecords(), group('CM2 B', TILLEULS)];

  test('all of them: the plan asks', async () => {
    expect((await judge(before, moved(before, 'CM2 A', 'CM2 B'))).reasons).toEqual([
      {
        ...{ code: 'classes-changed', uai: TILLEULS, before: 10, after: 0 },
        sentence: `${TILLEULS} École des Tilleuls: 10 of 10 pupils have another class, after the first weeks of the school year.`,
      },
    ]);
  });

  test.each([
    [5, false],
    [6, true],
  ])('%i of ten: asks %s', async (count, asks) => {
    expect((await judge(before, moved(before, 'CM2 A', 'CM2 B', count))).refused).toBe(asks);
  });

  test('four pupils are too few to ask about', async () => {
    const few = without(before, ...['five', 'six', 'seven', 'eight', 'nine', 'ten'].map((name) => `${name}.petit`));
    expect((await judge(few, moved(few, 'CM2 A', 'CM2 B'))).refused).toBe(false);
  });

  test('pupils with the class of before beside a new one have not changed', async () => {
    const also = before.flatMap((record) =>
      record.type === 'membership' && record.group === 'CM2 A' && record.role === 'member'
        ? [record, { ...record, group: 'CM2 B' }]
        : [record],
    );
    expect((await judge(before, also)).refused).toBe(false);
  });

  test('teachers may change their classes', async () => {
    const teachers = Array.from({ length: 8 }, (_, at) => person(`prof.${at}`, 'teacher', TILLEULS));
    const of = (name: string): DirectoryRecord[] => teachers.map(({ key }) => member(key, name, TILLEULS, 'teacher'));
    const verdict = await judge([...before, ...teachers, ...of('CM2 A')], [...before, ...teachers, ...of('CM2 B')]);
    expect(verdict.refused).toBe(false);
  });

  test.each([
    ['2025-07-31T21:59:59Z', true, 'in July, the year is not over'],
    ['2025-07-31T22:00:00Z', false, 'on 1 August at midnight in Paris'],
    ['2025-09-30T21:59:59Z', false, 'on 30 September'],
    ['2025-09-30T22:00:00Z', true, 'on 1 October at midnight in Paris'],
    ['2026-03-02T04:00:00Z', true, 'in March'],
  ])('at %s: asks %s (%s)', async (at, asks) => {
    expect((await judge(before, moved(before, 'CM2 A', 'CM2 B'), at)).refused).toBe(asks);
  });

  test('the time zone of the school decides', async () => {
    const changes: Partial<WholeCurrent> = { timeZones: new Map([[TILLEULS, 'America/Martinique']]) };
    const stored = currentOf(await snapshotOf(before), { at: new Date('2025-09-30T23:00:00Z'), ...changes });
    expect(judgeSync(stored, await snapshotOf(moved(before, 'CM2 A', 'CM2 B'))).refused).toBe(false);
  });

  test('a school that begins a year has no classes of before', async () => {
    const stored = currentOf(await snapshotOf(without(before, 'CM2 A')), { at: new Date('2025-10-12T04:00:00Z') });
    expect(judgeSync(stored, await snapshotOf(before)).refused).toBe(false);
  });
});

function membersOf(name: string): DirectoryRecord[] {
  return pupils('grand', name, VAL).filter(({ type }) => type === 'membership');
}
