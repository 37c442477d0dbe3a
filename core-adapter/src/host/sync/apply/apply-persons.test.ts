// SPDX-License-Identifier: EUPL-1.2
import { testDatabases } from '../../../testing/test-databases.js';
import { newId } from '../../database/new-id.js';
import { AttachmentRow, GRANT_SOURCE } from '../../directory/attachment.entity.js';
import { ExternalIdRow } from '../../directory/external-id.entity.js';
import { MembershipRow } from '../../directory/membership.entity.js';
import { isEmpty } from '../plan/plan-counts.js';
import { member, person, sampleRecords, TILLEULS, VAL, without } from '../testing/records-for-tests.js';
import { SyncForTests } from '../testing/sync-for-tests.js';

describe.each(testDatabases())('applying persons on $name', (kind) => {
  let syncs: SyncForTests;

  beforeEach(async () => {
    syncs = await SyncForTests.open(kind);
  });

  afterEach(() => syncs.database.drop());

  test('L11 a pupil who moves keeps his id; where he was stays as history', async () => {
    await syncs.sync(sampleRecords());
    const before = await syncs.personOf('two.petit');
    syncs.clock.set('2025-12-01T04:00:00Z');
    await syncs.sync([
      ...without(sampleRecords(), 'two.petit'),
      person('two.petit', 'pupil', VAL),
      member('two.petit', '6e B', VAL),
    ]);
    expect((await syncs.personOf('two.petit')).id).toBe(before.id);
    expect(await syncs.attachmentsOf('two.petit')).toEqual([
      [TILLEULS, 'pupil', false],
      [VAL, 'pupil', true],
    ]);
    const ended = await syncs.database.dataSource.manager.findOneByOrFail(AttachmentRow, {
      personId: before.id,
      uai: TILLEULS,
    });
    expect([ended.from, ended.until]).toEqual([new Date('2025-11-25T04:00:00.123Z'), syncs.clock.now()]);
    expect((await syncs.database.dataSource.manager.findBy(MembershipRow, { personId: before.id })).length).toBe(1);
  });

  test('a leaver is disabled, never deleted; who comes back is the same person', async () => {
    await syncs.sync(sampleRecords());
    const before = await syncs.personOf('one.petit');
    syncs.clock.set('2025-12-01T04:00:00Z');
    const disabled: string[] = [];
    await syncs.apply(await syncs.planned(without(sampleRecords(), 'one.petit')), (ids) =>
      Promise.resolve(void disabled.push(...ids)),
    );
    expect(disabled).toEqual([before.id]);
    expect(await syncs.personOf('one.petit')).toMatchObject({
      disabledAt: syncs.clock.now(),
      left: syncs.clock.now(),
      login: null,
    });
    expect(await syncs.attachmentsOf('one.petit')).toEqual([[TILLEULS, 'pupil', false]]);
    expect(isEmpty(await syncs.planned(without(sampleRecords(), 'one.petit')))).toBe(true);

    syncs.clock.set('2026-01-05T04:00:00Z');
    await syncs.sync(sampleRecords());
    expect(await syncs.personOf('one.petit')).toEqual(before);
    expect(await syncs.attachmentsOf('one.petit')).toEqual([
      [TILLEULS, 'pupil', false],
      [TILLEULS, 'pupil', true],
    ]);
    expect(isEmpty(await syncs.planned(sampleRecords()))).toBe(true);
  });

  test('who leaves twice keeps the end of his first stay', async () => {
    await syncs.sync(sampleRecords());
    for (const day of ['2025-12-01', '2025-12-02', '2025-12-03']) {
      syncs.clock.set(`${day}T04:00:00Z`);
      await syncs.sync(day === '2025-12-02' ? sampleRecords() : without(sampleRecords(), 'one.petit'));
    }
    const { id } = await syncs.personOf('one.petit');
    const { manager } = syncs.database.dataSource;
    const stays = await manager.find(AttachmentRow, { where: { personId: id }, order: { from: 'ASC' } });
    expect(stays.map(({ until }) => until?.toISOString().slice(0, 10))).toEqual(['2025-12-01', '2025-12-03']);
  });

  test('a leaver whom another source still names stays', async () => {
    await syncs.sync(sampleRecords());
    const { id } = await syncs.personOf('sam.bureau');
    const other = { id: newId(), source: 'onde', key: 'sam', login: 'sam', personId: id, leftAt: null };
    await syncs.database.dataSource.manager.insert(ExternalIdRow, other);
    const disabled: string[] = [];
    await syncs.apply(await syncs.planned(without(sampleRecords(), 'sam.bureau')), (ids) =>
      Promise.resolve(void disabled.push(...ids)),
    );
    expect(disabled).toEqual([]);
    expect(await syncs.personOf('sam.bureau')).toMatchObject({ disabledAt: null, left: syncs.clock.now() });
  });

  test('attachments that an administrator granted, and those of another source, are not touched', async () => {
    await syncs.sync(sampleRecords());
    const { id } = await syncs.personOf('paul.durand');
    const common = { personId: id, from: syncs.clock.now(), until: null };
    await syncs.database.dataSource.manager.insert(AttachmentRow, [
      { ...common, id: newId(), uai: TILLEULS, profile: 'head', source: GRANT_SOURCE },
      { ...common, id: newId(), uai: TILLEULS, profile: 'teacher', source: 'onde' },
    ]);
    expect(isEmpty(await syncs.planned(sampleRecords()))).toBe(true);
    await syncs.sync(without(sampleRecords(), 'paul.durand'));
    expect(await syncs.attachmentsOf('paul.durand')).toEqual([
      [TILLEULS, 'head', true],
      [TILLEULS, 'teacher', false],
      [TILLEULS, 'teacher', true],
    ]);
  });

  test('names and logins change; two persons can swap their logins', async () => {
    await syncs.sync(sampleRecords());
    const ids = [(await syncs.personOf('one.petit')).id, (await syncs.personOf('two.petit')).id];
    const swapped = sampleRecords().map((record) => {
      if (record.type !== 'person') return record;
      if (record.key === 'one.petit') return { ...record, login: 'two.petit', familyName: 'Évrard' };
      return record.key === 'two.petit' ? { ...record, login: 'one.petit' } : record;
    });
    await syncs.sync(swapped);
    expect(await syncs.personOf('one.petit')).toMatchObject({
      id: ids[0],
      login: 'two.petit',
      foldedName: 'evrard one',
    });
    expect(await syncs.personOf('two.petit')).toMatchObject({
      id: ids[1],
      login: 'one.petit',
      foldedName: 'petit two',
    });
    expect(isEmpty(await syncs.planned(swapped))).toBe(true);
  });

  test('a newcomer can have the login of a leaver', async () => {
    await syncs.sync(sampleRecords());
    const newcomer = person('new-1', 'pupil', TILLEULS, { login: 'one.petit' });
    await syncs.sync([...without(sampleRecords(), 'one.petit'), newcomer]);
    expect(await syncs.personOf('new-1')).toMatchObject({ login: 'one.petit' });
    expect((await syncs.personOf('new-1')).id).not.toBe((await syncs.personOf('one.petit')).id);
  });
});
