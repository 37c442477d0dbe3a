// SPDX-License-Identifier: EUPL-1.2
import type { PersonRecord } from '../../../../api/directory/directory-source.js';
import { testDatabases } from '../../../../testing/test-databases.js';
import { kin, member, person, TILLEULS, VAL } from '../testing/records-for-tests.js';
import { OneDirectory, martin } from '../testing/one-directory.js';

const jo = { givenName: 'Jo', displayName: 'Jo Martin' };

describe.each(testDatabases())('entries that claim one key or one login, on $name', (kind) => {
  let kit: OneDirectory;

  beforeAll(async () => {
    kit = await OneDirectory.open(kind);
  });
  afterAll(() => kit.drop());
  beforeEach(() => kit.next());

  describe('the entry that is left out gives nothing to the one that stays', () => {
    const mine = { stableId: 'id-1', ine: '120000001AA', birthDate: '2015-01-01' };
    const theirs = { stableId: 'id-2', ine: '120000002BB', birthDate: '2013-02-02' };
    const stays = person('lea.petit', 'pupil', TILLEULS, mine);

    test('L9 the guardian of a left-out pupil is no guardian of the kept one', async () => {
      const guardian = person('p.petit', 'guardian', VAL);
      await kit.sync(stays);
      await kit.sync(stays, person('lea.petit', 'pupil', VAL, theirs), guardian, kin('p.petit', 'lea.petit'));
      expect(await kit.childrenOf('p.petit')).toEqual([]);
    });

    test('L9 a guardian in both schools is no guardian of the kept pupil', async () => {
      const guardian = [person('p.petit', 'guardian', VAL), person('p.petit', 'guardian', TILLEULS)];
      await kit.sync(stays);
      await kit.sync(stays, person('lea.petit', 'pupil', VAL, theirs), ...guardian, kin('p.petit', 'lea.petit'));
      expect(await kit.childrenOf('p.petit')).toEqual([]);
    });

    test('L9 a kept guardian keeps their child, and does not get the child of the left-out one', async () => {
      const guardian = martin({ stableId: 'id-1' }, 'guardian');
      const child = person('a.petit', 'pupil', TILLEULS);
      await kit.sync(guardian, child, kin('j.martin', 'a.petit'));
      await kit.sync(
        ...[guardian, martin({ stableId: 'id-2', ...jo }, 'guardian', VAL)],
        ...[child, person('b.grand', 'pupil', VAL)],
        ...[kin('j.martin', 'a.petit'), kin('j.martin', 'b.grand')],
      );
      expect(await kit.childrenOf('j.martin')).toEqual([await kit.idOf('a.petit')]);
    });

    test('L9 in one school: the kept pupil does not join the class of the left-out one', async () => {
      await kit.sync(stays);
      const other = person('lea.petit', 'pupil', TILLEULS, theirs);
      const run = await kit.sync(stays, other, member('lea.petit', 'CM2 A', TILLEULS));
      expect(run.counts?.memberships.added).toBe(0);
    });
  });

  describe('pupils with one key and name in two schools', () => {
    test('H2 two pupils without a stable id, an INE or a birth date are two persons', async () => {
      const run = await kit.sync(person('lea.petit', 'pupil', TILLEULS), person('lea.petit', 'pupil', VAL));
      expect(run.ignored?.total).toBe(1);
      expect(await kit.schoolsOf('lea.petit')).toEqual([TILLEULS]);
    });

    test('H2 an entry without any of the three does not bring the known pupil into another school', async () => {
      const mine = person('lea.petit', 'pupil', TILLEULS, { stableId: 'id-1', ine: '120000003AA' });
      await kit.sync(mine);
      await kit.sync(mine, person('lea.petit', 'pupil', VAL));
      expect(await kit.schoolsOf('lea.petit')).toEqual([TILLEULS]);
    });

    test('H2 two INEs with one 32-bit hash are two INEs', async () => {
      const mine = person('lea.petit', 'pupil', TILLEULS, { stableId: 'id-1', ine: '394287010AB' });
      await kit.sync(mine);
      await kit.sync(mine, person('lea.petit', 'pupil', VAL, { stableId: 'id-2', ine: '677850562AB' }));
      expect(await kit.schoolsOf('lea.petit')).toEqual([TILLEULS]);
    });
  });

  describe('an entry with the key or the login of a teacher', () => {
    const ties = (key: string) => [member(key, 'CM2 A', TILLEULS, 'teacher'), member(key, '6e B', VAL, 'teacher')];

    test('L9 first in order, it does not take a teacher of two schools out of the second one', async () => {
      const entries = [martin({ stableId: 'id-1' }), martin({ stableId: 'id-2' }, 'teacher', VAL)];
      await kit.sync(...entries, ...ties('j.martin'));
      expect(await kit.schoolsOf()).toEqual([TILLEULS, VAL]);
      await kit.sync(martin({ stableId: 'id-9', ...jo }, 'pupil'), ...entries, ...ties('j.martin'));
      expect(await kit.schoolsOf()).toEqual([TILLEULS, VAL]);
    });

    test('L9 with the login, first in order: a teacher with two entries keeps their classes', async () => {
      const one = person('k-1', 'teacher', TILLEULS, { login: 'j.m', stableId: 'id-1' });
      const entries = [one, { ...one, uai: VAL, stableId: 'id-2' }];
      await kit.sync(...entries, ...ties('k-1'));
      const run = await kit.sync(person('k-0', 'pupil', TILLEULS, { login: 'j.m' }), ...entries, ...ties('k-1'));
      expect(run.ignored?.reasons.flatMap(({ examples }) => examples)).toEqual([
        'Two persons share the login "j.m": "k-1" is kept, "k-0" is left out.',
      ]);
      expect(run.counts?.memberships.removed).toBe(0);
    });

    test('L9 in the spelling by which groups name a teacher: they keep their classes', async () => {
      const mine = martin({ key: 'J.Martin', stableId: 'id-1' });
      const class_ = member('j.martin', 'CM2 A', TILLEULS, 'teacher');
      await kit.sync(mine, class_);
      const run = await kit.sync(mine, martin({ stableId: 'id-2', givenName: 'Jo' }, 'pupil', VAL), class_);
      expect(run.counts?.memberships.removed).toBe(0);
    });

    test('L9 first in order, while the birth date of the teacher is corrected: an administrator is asked', async () => {
      await kit.sync(martin({ stableId: 'id-1', birthDate: '1961-03-26' }));
      const id = await kit.idOf();
      const corrected = martin({ stableId: 'id-1', birthDate: '1961-03-27' });
      await kit.sync(martin({ stableId: 'id-9', ...jo }, 'pupil', VAL), corrected);
      const asked = (await kit.fixture.asked()).filter((row) => row.source === kit.source);
      expect(asked).toMatchObject([{ personId: await kit.idOf(), otherId: id }]);
    });

    const teachers = [
      person('v', 'teacher', TILLEULS, { login: 'l-1' }),
      person('w', 'teacher', TILLEULS, { login: 'l-2' }),
    ];
    const impostor = (key: string, login: string): PersonRecord =>
      person(key, 'pupil', VAL, { login, givenName: 'Xu', familyName: 'Xu' });

    test.each([
      ['one claims the key of a teacher, the other one the login', [impostor('v', 'l-9'), impostor('w', 'l-1')]],
      ['each claims the key of one and the login of the other', [impostor('v', 'l-2'), impostor('w', 'l-1')]],
    ])('L9 two entries come first, %s: both teachers stay', async (_, impostors) => {
      await kit.sync(...teachers);
      const ids = [await kit.idOf('v'), await kit.idOf('w')];
      await kit.sync(...impostors, ...teachers);
      expect([await kit.idOf('v'), await kit.idOf('w')]).toEqual(ids);
    });

    test('L9 an entry that has given way leaves its login to the person who has it', async () => {
      const other = person('x', 'teacher', VAL, { login: 'l-3' });
      await kit.sync(...teachers, other);
      const ids = [await kit.idOf('v'), await kit.idOf('x')];
      await kit.sync(impostor('v', 'l-3'), ...teachers, other);
      expect([await kit.idOf('v'), await kit.idOf('x')]).toEqual(ids);
    });
  });
});
