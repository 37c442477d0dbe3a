// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '../../../../api/directory/directory-source.js';
import {
  group,
  kin,
  member,
  person,
  school,
  snapshotOf,
  TILLEULS,
  VAL,
  type WholeSnapshot,
} from '../testing/records-for-tests.js';

const schools = [school(TILLEULS, 'École des Tilleuls'), school(VAL, 'Collège du Val')];

function read(...records: DirectoryRecord[]): Promise<WholeSnapshot> {
  return snapshotOf([...schools, ...records]);
}

function attachments(snapshot: WholeSnapshot, key: string): string[] {
  return [...(snapshot.persons.get(key)?.attachments ?? [])].sort();
}

function reasons(snapshot: WholeSnapshot): [string, number][] {
  return snapshot.ignored.reasons.map(({ reason, count }) => [reason, count]);
}

function examples(snapshot: WholeSnapshot): string[] {
  return snapshot.ignored.reasons.flatMap((reason) => reason.examples);
}

describe('L9 duplicate keys', () => {
  test.each([
    ['case', 'Lea.Martin'],
    ['a trailing space', 'lea.martin '],
  ])('that differ by %s: the first wins, and one sentence names both', async (_, other) => {
    const snapshot = await read(
      person('lea.martin', 'pupil', TILLEULS),
      person(other, 'pupil', VAL, { login: 'other', givenName: 'Other' }),
    );
    expect(snapshot.persons.size).toBe(1);
    expect(attachments(snapshot, 'lea.martin')).toEqual([`${TILLEULS} pupil`]);
    expect(examples(snapshot)).toEqual([
      `Two entries share the key "lea.martin": "lea.martin" in ${TILLEULS} is kept, "${other}" in ${VAL} is left out.`,
    ]);
    expect(reasons(snapshot)).toEqual([['duplicate-key', 1]]);
  });

  test('the first is not given the groups and children of the one left out', async () => {
    const snapshot = await read(
      group('CM2', TILLEULS),
      group('6e', VAL),
      person('paul.durand', 'teacher', TILLEULS),
      person('Paul.Durand', 'teacher', VAL, { login: 'paul.durand2', givenName: 'Pauline' }),
      person('lea.martin', 'pupil', VAL),
      member('paul.durand', 'CM2', TILLEULS, 'teacher'),
      member('Paul.Durand', '6e', VAL, 'teacher'),
      kin('Paul.Durand', 'lea.martin'),
    );
    expect(attachments(snapshot, 'paul.durand')).toEqual([`${TILLEULS} teacher`]);
    expect(snapshot.memberships.has(`${VAL} 6e`)).toBe(false);
    expect(snapshot.kinships.size).toBe(0);
    expect(reasons(snapshot)).toEqual([
      ['duplicate-key', 1],
      ['left-out-person', 2],
    ]);
  });

  test('one spelling for two people in two schools: the first stays out of the other school', async () => {
    const snapshot = await read(
      group('6e', VAL),
      person('paul.durand', 'teacher', TILLEULS),
      person('paul.durand', 'teacher', VAL, { givenName: 'Pauline' }),
      member('paul.durand', '6e', VAL, 'teacher'),
    );
    expect(attachments(snapshot, 'paul.durand')).toEqual([`${TILLEULS} teacher`]);
    expect(reasons(snapshot)).toEqual([
      ['duplicate-key', 1],
      ['left-out-person', 1],
    ]);
  });

  test('the same login and name in another school does not make up for another spelling', async () => {
    const other = person('Lea.Martin', 'pupil', VAL, { login: 'lea.martin', givenName: 'Lea', familyName: 'Martin' });
    const snapshot = await read(person('lea.martin', 'pupil', TILLEULS), other);
    expect(attachments(snapshot, 'lea.martin')).toEqual([`${TILLEULS} pupil`]);
    expect(reasons(snapshot)).toEqual([['duplicate-key', 1]]);
  });

  test('a case that differs only in a group still names the person', async () => {
    const snapshot = await read(
      group('CM2', TILLEULS),
      person('lea.martin', 'pupil', TILLEULS),
      member('LEA.MARTIN', 'cm2', TILLEULS),
    );
    expect(snapshot.memberships.get(`${TILLEULS} cm2`)?.get('lea.martin')).toBe('member');
    expect(snapshot.ignored.total).toBe(0);
  });

  test('an entry that comes twice counts once', async () => {
    const snapshot = await read(person('lea.martin', 'pupil', TILLEULS), person('lea.martin', 'pupil', TILLEULS));
    expect(reasons(snapshot)).toEqual([['duplicate-key', 1]]);
  });

  test('two persons with one login: the first has it', async () => {
    const snapshot = await read(
      person('a-1', 'pupil', TILLEULS, { login: 'lea.martin' }),
      person('a-2', 'pupil', VAL, { login: 'Lea.Martin' }),
    );
    expect([...snapshot.persons.keys()]).toEqual(['a-1']);
    expect(examples(snapshot)).toEqual(['Two persons share the login "lea.martin": "a-1" is kept, "a-2" is left out.']);
  });

  test('two groups with one key: the first keeps its own members, another school has its own', async () => {
    const snapshot = await read(
      group('CM2', TILLEULS, { name: 'CM2 A' }),
      group('cm2', TILLEULS, { name: 'CM2 B' }),
      group('CM2', VAL),
      person('lea.martin', 'pupil', TILLEULS),
      person('tom.martin', 'pupil', TILLEULS),
      member('lea.martin', 'CM2', TILLEULS),
      member('tom.martin', 'cm2', TILLEULS),
    );
    expect([...snapshot.groups.values()].map(({ uai, name }) => [uai, name])).toEqual([
      [TILLEULS, 'CM2 A'],
      [VAL, 'CM2'],
    ]);
    expect([...(snapshot.memberships.get(`${TILLEULS} cm2`) ?? [])]).toEqual([['lea.martin', 'member']]);
    expect(examples(snapshot)[0]).toBe(
      `Two groups of ${TILLEULS} share the key "cm2": "CM2" is kept, "cm2" is left out.`,
    );
  });

  test('a school named twice keeps its first name', async () => {
    const snapshot = await read(school(TILLEULS, 'Another name'));
    expect(snapshot.schools.get(TILLEULS)?.name).toBe('École des Tilleuls');
    expect(reasons(snapshot)).toEqual([['duplicate-school', 1]]);
  });
});
