// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases } from '../../../../testing/test-databases.js';
import { AdministratorRow } from '../../administrators/administrator.entity.js';
import { newId } from '../../../infra/database/new-id.js';
import { AttachmentRow, GRANT_SOURCE } from '../../directory/attachment.entity.js';
import { retiredKey } from '../../directory/retired-key.js';
import { ExternalIdRow } from '../../directory/external-id.entity.js';
import { MembershipRow } from '../../directory/membership.entity.js';
import { isEmpty } from '../plan/plan-counts.js';
import { member, person, sampleRecords, stream, TILLEULS, VAL, without } from '../testing/records-for-tests.js';
import { SyncRuns } from '../runs/sync-runs.js';
import { applyPlan } from './apply-plan.js';
import { SyncForTests } from '../testing/sync-for-tests.js';

describe.each(bothDatabases())('applying persons on $name', (kind) => {
  let syncs: SyncForTests;

  beforeEach(async () => {
    syncs = await SyncForTests.open(kind);
  });

  afterEach(() => syncs.database.drop());

  test('L11 a pupil who moves keeps their id; the former school stays as history', async () => {
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

  test('a leaver is disabled, never deleted; a returning person is the same person', async () => {
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

  test('a leaver is nothing in any school, not even by a source that is no longer read', async () => {
    await syncs.sync(sampleRecords());
    const { id: personId } = await syncs.personOf('one.petit');
    const old = { id: newId(), personId, uai: VAL, profile: 'guardian', source: 'old' } as const;
    await syncs.database.dataSource.manager.insert(AttachmentRow, { ...old, from: syncs.clock.now(), until: null });
    await syncs.sync(without(sampleRecords(), 'one.petit'));
    expect(await syncs.attachmentsOf('one.petit')).toEqual([
      [TILLEULS, 'pupil', false],
      [VAL, 'guardian', false],
    ]);
  });

  test('a person who leaves twice keeps the end of the first stay', async () => {
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

  test('H2 the key of a leaver, given to another person, brings nothing of the leaver', async () => {
    const julie = person('j.martin', 'teacher', VAL, { givenName: 'Julie' });
    await syncs.sync([...sampleRecords(), julie]);
    const { id } = await syncs.personOf('j.martin');
    await syncs.sync(sampleRecords());
    const jean = person('j.martin', 'teacher', TILLEULS, { givenName: 'Jean' });
    const plan = await syncs.planned([...sampleRecords(), jean]);
    expect(plan.persons).toMatchObject({
      created: [{ givenName: 'Jean' }],
      revived: [],
      replaced: [{ key: 'j.martin', isDoubtful: true }],
    });
    await syncs.apply(plan);
    expect(await syncs.personOf('j.martin')).toMatchObject({ givenName: 'Jean', disabledAt: null });
    expect((await syncs.personOf('j.martin')).id).not.toBe(id);
    expect(await syncs.attachmentsOf('j.martin')).toEqual([[TILLEULS, 'teacher', true]]);
    expect(await syncs.personOf(retiredKey('j.martin', id))).toMatchObject({ id, givenName: 'Julie', login: null });
    expect(isEmpty(await syncs.planned([...sampleRecords(), jean]))).toBe(true);
  });

  test('H2 a pupil with the name and the key of a teacher who left is another person', async () => {
    await syncs.sync(sampleRecords());
    const { id } = await syncs.personOf('paul.durand');
    const others = without(sampleRecords(), 'paul.durand');
    await syncs.sync(others);
    await syncs.sync([...others, person('paul.durand', 'pupil', VAL)]);
    expect((await syncs.personOf('paul.durand')).id).not.toBe(id);
  });

  test('H2 a leaver loses granted rights, which must be granted again on return', async () => {
    await syncs.sync(sampleRecords());
    const { id } = await syncs.personOf('paul.durand');
    const { manager } = syncs.database.dataSource;
    const head = { personId: id, uai: TILLEULS, profile: 'head' as const, source: GRANT_SOURCE };
    await manager.insert(AttachmentRow, { ...head, id: newId(), from: syncs.clock.now(), until: null });
    await manager.insert(AdministratorRow, { personId: id, grantedAt: syncs.clock.now() });
    await syncs.sync(without(sampleRecords(), 'paul.durand'));
    await syncs.sync(sampleRecords());
    expect((await syncs.personOf('paul.durand')).id).toBe(id);
    expect(await manager.count(AdministratorRow)).toBe(0);
    expect(await syncs.attachmentsOf('paul.durand')).toEqual([
      [TILLEULS, 'head', false],
      [TILLEULS, 'teacher', false],
      [TILLEULS, 'teacher', true],
    ]);
  });

  test('L11 one person in two sources is two persons: one leaves, the other stays', async () => {
    await syncs.sync(sampleRecords());
    const onde = await syncs.planned(sampleRecords(), 'onde');
    await new SyncRuns(syncs.database.unitOfWork).add({
      source: 'onde',
      state: 'planned',
      startedAt: syncs.clock.now(),
      endedAt: null,
    });
    const { unitOfWork, dataSource } = syncs.database;
    const run = { id: 2, source: 'onde', baseRun: 0 };
    await applyPlan(unitOfWork, () => stream([onde]), { run, now: syncs.clock.now() });
    await syncs.sync(without(sampleRecords(), 'sam.bureau'));
    const rows = await dataSource.manager.findBy(ExternalIdRow, { key: 'sam.bureau' });
    expect(new Set(rows.map(({ personId }) => personId)).size).toBe(2);
    expect(rows.filter(({ leftAt }) => leftAt === null).map(({ source }) => source)).toEqual(['onde']);
    expect((await syncs.personOf('sam.bureau')).disabledAt).toEqual(syncs.clock.now());
  });

  test('attachments that an administrator granted, and those of another source, outlast a change', async () => {
    await syncs.sync(sampleRecords());
    const { id } = await syncs.personOf('paul.durand');
    const common = { personId: id, from: syncs.clock.now(), until: null };
    await syncs.database.dataSource.manager.insert(AttachmentRow, [
      { ...common, id: newId(), uai: TILLEULS, profile: 'head', source: GRANT_SOURCE },
      { ...common, id: newId(), uai: TILLEULS, profile: 'teacher', source: 'onde' },
    ]);
    expect(isEmpty(await syncs.planned(sampleRecords()))).toBe(true);
    await syncs.sync([...without(sampleRecords(), 'paul.durand'), person('paul.durand', 'teacher', VAL)]);
    expect(await syncs.attachmentsOf('paul.durand')).toEqual([
      [TILLEULS, 'head', true],
      [TILLEULS, 'teacher', false],
      [TILLEULS, 'teacher', true],
      [VAL, 'teacher', true],
    ]);
  });

  test('names and logins change; two persons can swap their logins', async () => {
    await syncs.sync(sampleRecords());
    const ids = [(await syncs.personOf('one.petit')).id, (await syncs.personOf('two.petit')).id];
    const withIds = sampleRecords().map((record) =>
      record.type === 'person' ? { ...record, stableId: `id-of-${record.key}` } : record,
    );
    await syncs.sync(withIds);
    const swapped = withIds.map((record) => {
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
