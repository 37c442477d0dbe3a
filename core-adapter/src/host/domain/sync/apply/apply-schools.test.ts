// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases } from '../../../../testing/test-databases.js';
import { GroupRow } from '../../directory/group.entity.js';
import { KinshipRow } from '../../directory/kinship.entity.js';
import { MembershipRow } from '../../directory/membership.entity.js';
import { SchoolRow } from '../../directory/school.entity.js';
import { isEmpty } from '../plan/plan-counts.js';
import { group, kin, sampleRecords, TILLEULS, VAL, without } from '../testing/records-for-tests.js';
import { SyncForTests } from '../testing/sync-for-tests.js';

describe.each(bothDatabases())('applying schools, groups and ties on $name', (kind) => {
  let syncs: SyncForTests;

  beforeEach(async () => {
    syncs = await SyncForTests.open(kind);
  });

  afterEach(() => syncs.database.drop());

  test('groups are renamed, end and come back as the same group', async () => {
    await syncs.sync(sampleRecords());
    const find = (): Promise<GroupRow> =>
      syncs.database.dataSource.manager.findOneByOrFail(GroupRow, { uai: VAL, key: '6e b' });
    const { id } = await find();
    const renamed = sampleRecords().map((record) =>
      record.type === 'group' && record.uai === VAL ? { ...record, name: '6e Étoile' } : record,
    );
    await syncs.sync(renamed);
    expect(await find()).toMatchObject({
      id,
      name: '6e Étoile',
      foldedName: '6e etoile',
      schoolYear: 2025,
      endedAt: null,
    });
    await syncs.sync(without(renamed, '6e B'));
    expect(await find()).toMatchObject({ id, endedAt: syncs.clock.now() });
    expect(await syncs.database.dataSource.manager.countBy(MembershipRow, { groupId: id })).toBe(0);
    await syncs.sync(sampleRecords());
    expect(await find()).toMatchObject({ id, name: '6e B', endedAt: null });
    expect(await syncs.database.dataSource.manager.countBy(MembershipRow, { groupId: id })).toBe(11);
  });

  test('next September the class is another group, and last year keeps its own', async () => {
    await syncs.sync(sampleRecords());
    syncs.clock.set('2026-09-01T04:00:00Z');
    await syncs.sync([...sampleRecords(), group('CE1', TILLEULS)]);
    const groups = await syncs.database.dataSource.manager.find(GroupRow, { order: { schoolYear: 'ASC', key: 'ASC' } });
    expect(groups.map(({ schoolYear, key, endedAt }) => [schoolYear, key, endedAt])).toEqual([
      [2025, '6e b', null],
      [2025, 'cm2 a', null],
      [2026, '6e b', null],
      [2026, 'ce1', null],
      [2026, 'cm2 a', null],
    ]);
    expect(await syncs.database.dataSource.manager.count(MembershipRow)).toBe(46);
    expect(isEmpty(await syncs.planned([...sampleRecords(), group('CE1', TILLEULS)]))).toBe(true);
  });

  test('at the turn of the year each school has the groups of its own', async () => {
    await syncs.sync(sampleRecords());
    const { manager } = syncs.database.dataSource;
    await manager.update(SchoolRow, { uai: VAL }, { timeZone: 'America/Martinique' });
    syncs.clock.set('2026-07-31T23:00:00Z');
    await syncs.sync(sampleRecords());
    const groups = await manager.find(GroupRow, { order: { uai: 'ASC', schoolYear: 'ASC' } });
    expect(groups.map(({ uai, schoolYear, endedAt }) => [uai, schoolYear, endedAt])).toEqual([
      [TILLEULS, 2025, null],
      [TILLEULS, 2026, null],
      [VAL, 2025, null],
    ]);
    await syncs.sync(without(sampleRecords(), 'CM2 A'));
    const lastYear = await manager.findOneByOrFail(GroupRow, { uai: TILLEULS, schoolYear: 2025 });
    expect(lastYear.endedAt).toBeNull();
    expect(await manager.countBy(MembershipRow, { groupId: lastYear.id })).toBe(12);
    expect(isEmpty(await syncs.planned(without(sampleRecords(), 'CM2 A')))).toBe(true);
  });

  test('roles change, kinships come and go, a school is renamed by its own source alone', async () => {
    await syncs.sync(sampleRecords());
    const changed = sampleRecords().map((record) => {
      if (record.type === 'membership' && record.person === 'paul.durand')
        return { ...record, role: 'member' as const };
      if (record.type === 'kinship' && record.child === 'one.petit') return kin('anne.petit', 'two.petit');
      return record.type === 'school' && record.uai === VAL
        ? { ...record, name: 'Collège Neuf', kind: 'primary' as const }
        : record;
    });
    await syncs.sync(changed);
    const { manager } = syncs.database.dataSource;
    expect(await manager.findOneByOrFail(SchoolRow, { uai: VAL })).toMatchObject({
      name: 'Collège Neuf',
      foldedName: 'college neuf',
      kind: 'primary',
    });
    const { id } = await syncs.personOf('paul.durand');
    expect((await manager.findBy(MembershipRow, { personId: id })).map(({ role }) => role)).toEqual(['member']);
    const children = (await manager.find(KinshipRow)).map(({ childId }) => childId).sort();
    expect(children).toEqual([(await syncs.personOf('two.petit')).id, (await syncs.personOf('one.grand')).id].sort());
    const plan = await syncs.planned(sampleRecords(), 'onde');
    expect(plan.schools.every((school) => school.created === undefined && school.changes.length === 0)).toBe(true);
  });
});
