// SPDX-License-Identifier: EUPL-1.2
import { IsNull } from 'typeorm';
import { onceInQuickRun } from '../../../testing/full-run.js';
import { bothDatabases } from '../../../testing/test-databases.js';
import { findFormerSchools } from '../former-schools/find-former-schools.js';
import { SOURCE, TILLEULS, VAL, without } from '../sync/testing/records-for-tests.js';
import { AttachmentRow } from './attachment.entity.js';
import { DirectoryForTests, WORLD } from './directory-for-tests.js';
import { PersonRow } from './person.entity.js';
import { STAND_IN_SOURCE } from './stand-in.entity.js';

describe.each(bothDatabases())('the directory on $name', (kind) => {
  const testOnce = onceInQuickRun(kind);
  let world: DirectoryForTests;

  beforeEach(async () => {
    world = await DirectoryForTests.open(kind);
  });

  afterEach(() => world.database.drop());

  describe('schools', () => {
    testOnce('one by its UAI', async () => {
      const expected = { uai: VAL, name: 'Collège du Val', kind: 'college', timeZone: 'Europe/Paris' };
      expect(await world.directory.school(VAL)).toEqual(expected);
      expect(await world.directory.school('0399999Z')).toBeUndefined();
    });

    test('all by folded name, with their figures', async () => {
      await world.attach('paul.durand', TILLEULS, 'head');
      expect(await world.directory.schools()).toEqual([
        {
          uai: VAL,
          name: 'Collège du Val',
          kind: 'college',
          timeZone: 'Europe/Paris',
          persons: { pupil: 2, guardian: 2, teacher: 1, head: 0, staff: 1 },
          groups: 1,
        },
        {
          uai: TILLEULS,
          name: 'École des Tilleuls',
          kind: 'primary',
          timeZone: 'Europe/Paris',
          persons: { pupil: 3, guardian: 2, teacher: 3, head: 1, staff: 0 },
          groups: 3,
        },
      ]);
    });

    test('count persons in force, once for each profile, whatever the number of sources', async () => {
      await world.attach('lea.petit', TILLEULS, 'pupil', { source: 'onde' });
      await world.attach('sam.bureau', TILLEULS, 'staff', { until: world.clock.now() });
      await world.sync(without(WORLD, 'tom.petit'));
      const [, tilleuls] = await world.directory.schools();
      expect(tilleuls?.persons).toEqual({ pupil: 2, guardian: 2, teacher: 3, head: 0, staff: 0 });
    });

    testOnce('count the groups of this school year', async () => {
      world.clock.set('2026-08-02T04:00:00Z');
      expect((await world.directory.schools()).map(({ groups }) => groups)).toEqual([0, 0]);
      await world.sync(without(WORLD, 'CM1'));
      expect((await world.directory.schools()).map(({ groups }) => groups)).toEqual([1, 2]);
    });

    testOnce('take three queries, whatever their number', async () => {
      expect(await world.statementsOf(() => world.directory.schools())).toBe(3);
    });
  });

  describe('persons', () => {
    test('by login, whatever its case; by id', async () => {
      const lea = await world.directory.personByLogin(SOURCE, ' LEA.Petit ');
      expect(lea).toEqual({
        id: lea?.id,
        givenName: 'Léa',
        familyName: 'Petit',
        displayName: 'Léa Petit',
        disabled: false,
      });
      expect(await world.directory.person(lea?.id ?? '')).toEqual(lea);
    });

    test('a login belongs to one source; accents distinguish logins', async () => {
      expect(await world.directory.personByLogin('onde', 'lea.petit')).toBeUndefined();
      expect(await world.directory.personByLogin(SOURCE, 'léa.petit')).toBeUndefined();
      expect(await world.directory.person('0')).toBeUndefined();
    });

    testOnce('a person that has left has no login, and is found by id as disabled', async () => {
      const id = await world.idOf('lea.petit');
      await world.sync(without(WORLD, 'lea.petit'));
      expect(await world.directory.personByLogin(SOURCE, 'lea.petit')).toBeUndefined();
      expect(await world.directory.person(id)).toMatchObject({ displayName: 'Léa Petit', disabled: true });
    });
  });

  describe('schoolsOf', () => {
    testOnce('by folded name of the school, with every profile once', async () => {
      await world.attach('marc.evrard', TILLEULS, 'head');
      await world.attach('marc.evrard', TILLEULS, 'teacher', { source: 'onde' });
      expect(await world.directory.schoolsOf(await world.idOf('marc.evrard'))).toEqual([
        {
          school: { uai: VAL, name: 'Collège du Val', kind: 'college', timeZone: 'Europe/Paris' },
          profiles: ['guardian'],
        },
        {
          school: { uai: TILLEULS, name: 'École des Tilleuls', kind: 'primary', timeZone: 'Europe/Paris' },
          profiles: ['teacher', 'head'],
        },
      ]);
    });

    testOnce('P17 until is excluded; from is included for a replacement, and any other profile has begun', async () => {
      const id = await world.idOf('sam.bureau');
      await world.attach('sam.bureau', TILLEULS, 'staff', {
        source: STAND_IN_SOURCE,
        from: new Date('2026-01-05T08:00:00.000Z'),
        until: new Date('2026-01-09T08:00:00.000Z'),
      });
      const inTilleuls = async (at: string): Promise<boolean> => {
        world.clock.set(at);
        return (await world.directory.schoolsOf(id)).some((each) => each.school.uai === TILLEULS);
      };
      expect(await inTilleuls('2026-01-05T07:59:59.999Z')).toBe(false);
      expect(await inTilleuls('2026-01-05T08:00:00.000Z')).toBe(true);
      expect(await inTilleuls('2026-01-09T07:59:59.999Z')).toBe(true);
      expect(await inTilleuls('2026-01-09T08:00:00.000Z')).toBe(false);
      // Written while the clock was some days ahead: too little to be noticed (ADR 67).
      await world.attach('sam.bureau', TILLEULS, 'staff', { from: new Date('2026-01-30T08:00:00.000Z') });
      expect(await inTilleuls('2026-01-09T08:00:00.000Z')).toBe(true);
      // These ended while the clock was ahead, too: the rights of a revoked head, or a profile in a sync.
      await world.database.dataSource.manager.update(
        AttachmentRow,
        { personId: id, uai: TILLEULS, until: IsNull() },
        { until: new Date('2026-02-08T08:00:00.000Z') },
      );
      expect(await inTilleuls('2026-01-09T08:00:00.000Z')).toBe(false);
      const { unitOfWork } = world.database;
      const former = await findFormerSchools(unitOfWork, id, world.clock.now());
      expect(former.map(({ school }) => school.uai)).toEqual([TILLEULS]);
    });

    testOnce('C18 a disabled person has no school, not even by a grant of an administrator', async () => {
      const id = await world.idOf('paul.durand');
      await world.attach('paul.durand', TILLEULS, 'head');
      await world.database.dataSource.manager.update(PersonRow, { id }, { disabledAt: world.clock.now() });
      expect(await world.directory.schoolsOf(id)).toEqual([]);
      expect(await world.directory.ties(id, TILLEULS)).toEqual([]);
    });
  });

  describe('personInSchools', () => {
    testOnce('gives the results of person and schoolsOf', async () => {
      await world.attach('marc.evrard', TILLEULS, 'head');
      const id = await world.idOf('marc.evrard');
      const { directory } = world;
      const found = { person: await directory.person(id), schools: await directory.schoolsOf(id) };
      expect(found.schools).toHaveLength(2);
      expect(await directory.personInSchools(id)).toEqual(found);
    });

    testOnce('handles a person without a school, a disabled person, and an unknown id', async () => {
      const id = await world.idOf('lea.petit');
      const { manager } = world.database.dataSource;
      await manager.update(AttachmentRow, { personId: id }, { until: world.clock.now() });
      const person = { displayName: 'Léa Petit', disabled: false };
      expect(await world.directory.personInSchools(id)).toMatchObject({ person, schools: [] });
      await manager.update(AttachmentRow, { personId: id }, { until: null });
      await manager.update(PersonRow, { id }, { disabledAt: world.clock.now() });
      expect(await world.directory.personInSchools(id)).toMatchObject({ person: { disabled: true }, schools: [] });
      expect(await world.directory.personInSchools('0390001X')).toBeUndefined();
    });
  });

  testOnce('classesOf: only classes, and only of this school', async () => {
    const [lea, nina, sam] = [
      await world.idOf('lea.petit'),
      await world.idOf('nina.prof'),
      await world.idOf('sam.bureau'),
    ];
    const cm2 = { id: await world.groupId('CM2 A'), name: 'CM2 A', kind: 'class', schoolYear: 2025 };
    expect(await world.directory.classesOf([lea, nina, sam], TILLEULS)).toEqual(
      new Map([
        [lea, [cm2]],
        [nina, [cm2]],
        [sam, []],
      ]),
    );
    expect(await world.directory.classesOf([], TILLEULS)).toEqual(new Map());
  });
});
