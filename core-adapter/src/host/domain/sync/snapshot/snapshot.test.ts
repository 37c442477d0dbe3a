// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '../../../../api/directory/directory-source.js';
import {
  group,
  kin,
  member,
  person,
  sampleRecords,
  school,
  snapshotOf,
  stream,
  TILLEULS,
  VAL,
  type WholeSnapshot,
} from '../testing/records-for-tests.js';
import { collectSnapshot } from './snapshot.js';

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

describe('contents of a snapshot', () => {
  test('schools, persons, groups, memberships and kinships by folded key', async () => {
    const snapshot = await snapshotOf(sampleRecords());
    expect([...snapshot.schools.keys()]).toEqual([TILLEULS, VAL]);
    expect(snapshot.persons.size).toBe(24);
    expect(snapshot.groups.get(`${TILLEULS} cm2 a`)).toEqual({
      uai: TILLEULS,
      key: 'cm2 a',
      kind: 'class',
      name: 'CM2 A',
    });
    expect(snapshot.memberships.get(`${TILLEULS} cm2 a`)?.get('paul.durand')).toBe('teacher');
    expect(snapshot.memberships.get(`${TILLEULS} cm2 a`)?.get('one.petit')).toBe('member');
    expect([...(snapshot.kinships.get('anne.petit') ?? [])]).toEqual(['one.petit', 'one.grand']);
    expect(snapshot.ignored).toEqual({ total: 0, reasons: [] });
  });

  test('texts are cleaned and fit their columns', async () => {
    const untidy = { login: ' Lea.Martin ', givenName: ' Le\u0301a \n', familyName: 'é'.repeat(150), displayName: '' };
    const snapshot = await read(person('Lea.Martin', 'pupil', ` ${TILLEULS.toLowerCase()}`, untidy));
    const lea = snapshot.persons.get('lea.martin');
    expect(lea).toMatchObject({ key: 'lea.martin', login: 'lea.martin', givenName: 'Léa' });
    expect(lea?.familyName).toHaveLength(100);
    expect(lea?.displayName).toBe(`Léa ${'é'.repeat(100)}`);
    expect(attachments(snapshot, 'lea.martin')).toEqual([`${TILLEULS} pupil`]);
  });

  test.each([
    ['overrides and isolates of direction', ['\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2069']],
    ['marks of direction', ['\u200e', '\u200f', '\u061c']],
    ['joiners, and spaces without width', ['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff']],
    ['letters and marks that show nothing', ['\u034f', '\u115f', '\u17b5', '\u2800', '\u3164', '\ufe0f', '\uffa0']],
    ['control characters', ['\u0000', '\u0007', '\u001b', '\u007f', '\u0080', '\u009f']],
  ])('X1 %s are dropped from names', async (_, signs) => {
    for (const sign of signs) {
      const names = {
        givenName: `Le${sign}\u0301a`,
        familyName: `${sign}Mar${sign}tin`,
        displayName: `Léa ${sign} Martin`,
      };
      const snapshot = await read(
        ...[person('lea.martin', 'pupil', VAL, names), person('nobody', 'pupil', VAL, { displayName: sign })],
        group('6e A', VAL, { name: `6e${sign} A` }),
      );
      const lea = { givenName: 'Léa', familyName: 'Martin', displayName: 'Léa Martin' };
      expect(snapshot.persons.get('lea.martin')).toMatchObject(lea);
      expect(snapshot.persons.get('nobody')?.displayName).toBe('Nobody');
      expect(snapshot.groups.get(`${VAL} 6e a`)?.name).toBe('6e A');
    }
  });

  test('a person without a name is shown by their login', async () => {
    const snapshot = await read(person('x1', 'staff', VAL, { givenName: '', familyName: '', displayName: '' }));
    expect(snapshot.persons.get('x1')?.displayName).toBe('x1');
  });

  test('a source that breaks off breaks the snapshot', async () => {
    async function* broken(): AsyncGenerator<DirectoryRecord> {
      yield* stream(sampleRecords());
      throw new Error('connection reset');
    }
    await expect(collectSnapshot(broken())).rejects.toThrow('connection reset');
  });
});

describe('L11 attachments are derived', () => {
  test('a pupil with one INE in two schools is one person with two entries', async () => {
    const ine = '120000001AA';
    const entries = [person('lea.martin', 'pupil', TILLEULS, { ine }), person('lea.martin', 'pupil', VAL, { ine })];
    const snapshot = await read(...entries);
    expect(attachments(snapshot, 'lea.martin')).toEqual([`${TILLEULS} pupil`, `${VAL} pupil`]);
    expect(snapshot.ignored.total).toBe(0);
  });

  test('a teacher in five schools is attached wherever a group names them, as teacher or as member', async () => {
    const uais = ['0390011A', '0390012B', '0390013C', '0390014D'];
    const snapshot = await read(
      person('nina.prof', 'teacher', VAL),
      ...uais.flatMap((uai, at) => [
        school(uai, `École ${at}`),
        group('CM1', uai),
        member('nina.prof', 'CM1', uai, at === 0 ? 'member' : 'teacher'),
      ]),
    );
    expect(attachments(snapshot, 'nina.prof')).toEqual([VAL, ...uais].map((uai) => `${uai} teacher`).sort());
  });

  test('a guardian is attached to every school of their children, not to that of the entry', async () => {
    const snapshot = await read(
      person('anne.petit', 'guardian', '0390002Y'),
      person('lea.petit', 'pupil', TILLEULS),
      person('tom.petit', 'pupil', TILLEULS),
      kin('anne.petit', 'lea.petit'),
      kin('anne.petit', 'tom.petit'),
    );
    expect(attachments(snapshot, 'anne.petit')).toEqual([`${TILLEULS} guardian`]);
  });

  test('a guardian with children in two schools is in both; one with unknown children is in none', async () => {
    const snapshot = await snapshotOf([
      ...sampleRecords(),
      person('jo.seul', 'guardian', VAL),
      kin('jo.seul', 'nobody'),
    ]);
    expect(attachments(snapshot, 'anne.petit')).toEqual([`${TILLEULS} guardian`, `${VAL} guardian`]);
    expect(attachments(snapshot, 'jo.seul')).toEqual([]);
    expect(snapshot.persons.has('jo.seul')).toBe(true);
    expect(reasons(snapshot)).toEqual([['unknown-person', 1]]);
  });

  test('a teacher who is also a guardian has both profiles', async () => {
    const snapshot = await snapshotOf([...sampleRecords(), kin('paul.durand', 'two.grand')]);
    expect(attachments(snapshot, 'paul.durand')).toEqual([`${TILLEULS} teacher`, `${VAL} guardian`]);
  });

  test('staff that a team names are attached as teachers', async () => {
    const snapshot = await snapshotOf([...sampleRecords(), member('sam.bureau', 'CM2 A', TILLEULS, 'teacher')]);
    expect(attachments(snapshot, 'sam.bureau')).toEqual([`${TILLEULS} teacher`, `${VAL} staff`]);
  });

  test('a person named as teacher and as member of a group is its teacher', async () => {
    const twice = [member('paul.durand', 'CM2 A', TILLEULS), member('nina.prof', 'CM2 A', TILLEULS)];
    const snapshot = await snapshotOf([...sampleRecords(), ...twice]);
    expect(snapshot.memberships.get(`${TILLEULS} cm2 a`)?.get('paul.durand')).toBe('teacher');
  });
});

describe('left-out records are counted by reason', () => {
  test('a wrong group makes no teacher of a pupil or a guardian', async () => {
    const wrong = [member('one.petit', 'CM2 A', TILLEULS, 'teacher'), member('anne.petit', '6e B', VAL, 'teacher')];
    const snapshot = await snapshotOf([...sampleRecords(), ...wrong]);
    expect(reasons(snapshot)).toEqual([['not-a-teacher', 2]]);
    expect(attachments(snapshot, 'one.petit')).toEqual([`${TILLEULS} pupil`]);
    expect(snapshot.memberships.get(`${TILLEULS} cm2 a`)?.get('one.petit')).toBe('member');
  });

  test('a group of another school does not bring a pupil into that school', async () => {
    const snapshot = await snapshotOf([...sampleRecords(), member('one.petit', '6e B', VAL)]);
    expect(reasons(snapshot)).toEqual([['not-in-school', 1]]);
    expect(snapshot.memberships.get(`${VAL} 6e b`)?.has('one.petit')).toBe(false);
    expect(attachments(snapshot, 'one.petit')).toEqual([`${TILLEULS} pupil`]);
  });

  test('a kinship needs a pupil as child and no pupil as guardian', async () => {
    const snapshot = await snapshotOf([
      ...sampleRecords(),
      kin('anne.petit', 'paul.durand'),
      kin('two.petit', 'three.petit'),
      kin('anne.petit', 'nobody'),
    ]);
    expect(reasons(snapshot)).toEqual([
      ['not-a-child', 1],
      ['not-a-guardian', 1],
      ['unknown-person', 1],
    ]);
    expect(snapshot.kinships.size).toBe(1);
  });

  test('persons and groups of unknown schools, members of unknown groups, unknown members', async () => {
    const snapshot = await read(
      person('lea.martin', 'pupil', '0399999Z'),
      group('CM1', '0399999Z'),
      group('CM2', TILLEULS),
      member('nobody', 'CM2', TILLEULS),
      member('nobody', 'CE1', TILLEULS),
    );
    expect(reasons(snapshot)).toEqual([
      ['unknown-school', 2],
      ['unknown-person', 1],
      ['unknown-group', 1],
    ]);
  });

  test('keys that are empty or too long, and what is no UAI', async () => {
    const snapshot = await read(
      school('ecole', 'École'),
      person(' ', 'pupil', TILLEULS),
      person('x'.repeat(191), 'pupil', TILLEULS),
      person('lea.martin', 'pupil', TILLEULS, { login: '' }),
      group('', TILLEULS),
    );
    expect(reasons(snapshot)).toEqual([['invalid', 5]]);
    expect(snapshot.persons.size).toBe(0);
    expect(snapshot.groups.size).toBe(0);
  });

  test('examples stay few and short however many there are', async () => {
    const many = Array.from({ length: 1_000 }, (_, at) => member('x'.repeat(1_000_000 / (at + 1)), 'CM2', TILLEULS));
    const snapshot = await read(...many);
    expect(snapshot.ignored.total).toBe(1_000);
    expect(examples(snapshot)).toHaveLength(5);
    expect(Math.max(...examples(snapshot).map(({ length }) => length))).toBeLessThanOrEqual(300);
  });
});
