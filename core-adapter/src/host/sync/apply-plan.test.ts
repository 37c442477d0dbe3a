// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '../../api/directory-source.js';
import { ConflictError } from '../../api/errors.js';
import { testDatabases } from '../../testing/test-databases.js';
import { newId } from '../database/new-id.js';
import { AttachmentRow, GRANT_SOURCE } from '../directory/attachment.entity.js';
import { ExternalIdRow } from '../directory/external-id.entity.js';
import { GroupRow } from '../directory/group.entity.js';
import { KinshipRow } from '../directory/kinship.entity.js';
import { MembershipRow } from '../directory/membership.entity.js';
import { PersonRow } from '../directory/person.entity.js';
import { SchoolRow } from '../directory/school.entity.js';
import { applyPlan } from './apply-plan.js';
import { readCurrentImage } from './current-state.js';
import { openTestDatabase, TestClock, type OpenDatabase } from './database-for-tests.js';
import { isEmpty } from './plan-counts.js';
import { planSync } from './plan-sync.js';
import {
  group,
  kin,
  member,
  person,
  sampleRecords,
  snapshotOf,
  SOURCE,
  TILLEULS,
  VAL,
  without,
} from './records-for-tests.js';
import type { SyncPlan } from './sync-plan.js';
import { SyncRuns } from './sync-runs.js';

describe.each(testDatabases())('applying a plan on $name', (kind) => {
  let database: OpenDatabase;
  let clock: TestClock;
  let run: number;

  beforeEach(async () => {
    database = await openTestDatabase(kind);
    clock = new TestClock();
    run = 0;
    await new SyncRuns(database.unitOfWork).add({
      source: SOURCE,
      state: 'planned',
      startedAt: clock.now(),
      endedAt: null,
    });
  });

  afterEach(() => database.drop());

  async function planned(records: DirectoryRecord[], source = SOURCE): Promise<SyncPlan> {
    return planSync(await readCurrentImage(database.unitOfWork, source, clock.now()), await snapshotOf(records));
  }

  async function apply(plan: SyncPlan, onDisabled?: (ids: readonly string[]) => Promise<void>): Promise<void> {
    const options = { run: { id: run + 1, baseRun: run }, now: clock.now(), ...(onDisabled && { onDisabled }) };
    await applyPlan(database.unitOfWork, plan, options);
    run += 1;
  }

  async function sync(records: DirectoryRecord[]): Promise<void> {
    await apply(await planned(records));
  }

  async function personOf(key: string): Promise<PersonRow & { login: string | null; left: Date | null }> {
    const external = await database.dataSource.manager.findOneByOrFail(ExternalIdRow, { source: SOURCE, key });
    const row = await database.dataSource.manager.findOneByOrFail(PersonRow, { id: external.personId });
    return { ...row, login: external.login, left: external.leftAt };
  }

  async function attachmentsOf(key: string): Promise<[string, string, boolean][]> {
    const { id } = await personOf(key);
    const rows = await database.dataSource.manager.findBy(AttachmentRow, { personId: id });
    return rows.map(({ uai, profile, until }): [string, string, boolean] => [uai, profile, until === null]).sort();
  }

  test('a first sync writes everything, and a second one finds nothing to change', async () => {
    await sync(sampleRecords());
    const { manager } = database.dataSource;
    const counts = [SchoolRow, PersonRow, ExternalIdRow, AttachmentRow, GroupRow, MembershipRow, KinshipRow];
    expect(await Promise.all(counts.map((entity) => manager.count(entity)))).toEqual([2, 24, 24, 26, 2, 23, 2]);
    expect(await manager.findOneByOrFail(SchoolRow, { uai: TILLEULS })).toEqual({
      uai: TILLEULS,
      name: 'École des Tilleuls',
      kind: 'primary',
      timeZone: 'Europe/Paris',
      foldedName: 'ecole des tilleuls',
      source: SOURCE,
      createdAt: clock.now(),
    });
    expect(await personOf('anne.petit')).toMatchObject({
      givenName: 'Anne',
      familyName: 'Petit',
      displayName: 'Anne Petit',
      foldedName: 'petit anne',
      login: 'anne.petit',
      disabledAt: null,
      createdAt: clock.now(),
    });
    expect(await attachmentsOf('nina.prof')).toEqual([
      [TILLEULS, 'teacher', true],
      [VAL, 'teacher', true],
    ]);
    expect(isEmpty(await planned(sampleRecords()))).toBe(true);
  });

  test('an image read back is the snapshot that was applied', async () => {
    await sync(sampleRecords());
    const snapshot = await snapshotOf(sampleRecords());
    const image = await readCurrentImage(database.unitOfWork, SOURCE, clock.now());
    expect(new Map([...image.persons].sort())).toEqual(
      new Map(
        [...snapshot.persons]
          .map(([key, { login, givenName, familyName, displayName, attachments }]): [string, object] => [
            key,
            { key, login, givenName, familyName, displayName, attachments },
          ])
          .sort(),
      ),
    );
    expect(new Map([...image.groups].sort())).toEqual(new Map([...snapshot.groups].sort()));
    expect(image.memberships).toEqual(snapshot.memberships);
    expect(image.kinships).toEqual(snapshot.kinships);
    expect([...image.timeZones]).toEqual([
      [TILLEULS, 'Europe/Paris'],
      [VAL, 'Europe/Paris'],
    ]);
    expect(image.baseRun).toBe(1);
  });

  test('L11 a pupil who moves keeps his id; where he was stays as history', async () => {
    await sync(sampleRecords());
    const before = await personOf('two.petit');
    clock.set('2025-12-01T04:00:00Z');
    await sync([
      ...without(sampleRecords(), 'two.petit'),
      person('two.petit', 'pupil', VAL),
      member('two.petit', '6e B', VAL),
    ]);
    expect((await personOf('two.petit')).id).toBe(before.id);
    expect(await attachmentsOf('two.petit')).toEqual([
      [TILLEULS, 'pupil', false],
      [VAL, 'pupil', true],
    ]);
    const ended = await database.dataSource.manager.findOneByOrFail(AttachmentRow, {
      personId: before.id,
      uai: TILLEULS,
    });
    expect([ended.from, ended.until]).toEqual([new Date('2025-11-25T04:00:00.123Z'), clock.now()]);
    expect((await database.dataSource.manager.findBy(MembershipRow, { personId: before.id })).length).toBe(1);
  });

  test('a leaver is disabled, never deleted; who comes back is the same person', async () => {
    await sync(sampleRecords());
    const before = await personOf('one.petit');
    clock.set('2025-12-01T04:00:00Z');
    const disabled: string[] = [];
    await apply(await planned(without(sampleRecords(), 'one.petit')), (ids) =>
      Promise.resolve(void disabled.push(...ids)),
    );
    expect(disabled).toEqual([before.id]);
    expect(await personOf('one.petit')).toMatchObject({ disabledAt: clock.now(), left: clock.now(), login: null });
    expect(await attachmentsOf('one.petit')).toEqual([[TILLEULS, 'pupil', false]]);
    expect(isEmpty(await planned(without(sampleRecords(), 'one.petit')))).toBe(true);

    clock.set('2026-01-05T04:00:00Z');
    await sync(sampleRecords());
    expect(await personOf('one.petit')).toEqual(before);
    expect(await attachmentsOf('one.petit')).toEqual([
      [TILLEULS, 'pupil', false],
      [TILLEULS, 'pupil', true],
    ]);
    expect(isEmpty(await planned(sampleRecords()))).toBe(true);
  });

  test('a leaver whom another source still names stays', async () => {
    await sync(sampleRecords());
    const { id } = await personOf('sam.bureau');
    const other = { id: newId(), source: 'onde', key: 'sam', login: 'sam', personId: id, leftAt: null };
    await database.dataSource.manager.insert(ExternalIdRow, other);
    const disabled: string[] = [];
    await apply(await planned(without(sampleRecords(), 'sam.bureau')), (ids) =>
      Promise.resolve(void disabled.push(...ids)),
    );
    expect(disabled).toEqual([]);
    expect(await personOf('sam.bureau')).toMatchObject({ disabledAt: null, left: clock.now() });
  });

  test('attachments that an administrator granted, and those of another source, are not touched', async () => {
    await sync(sampleRecords());
    const { id } = await personOf('paul.durand');
    const common = { personId: id, from: clock.now(), until: null };
    await database.dataSource.manager.insert(AttachmentRow, [
      { ...common, id: newId(), uai: TILLEULS, profile: 'head', source: GRANT_SOURCE },
      { ...common, id: newId(), uai: TILLEULS, profile: 'teacher', source: 'onde' },
    ]);
    expect(isEmpty(await planned(sampleRecords()))).toBe(true);
    await sync(without(sampleRecords(), 'paul.durand'));
    expect(await attachmentsOf('paul.durand')).toEqual([
      [TILLEULS, 'head', true],
      [TILLEULS, 'teacher', false],
      [TILLEULS, 'teacher', true],
    ]);
  });

  test('names and logins change; two persons can swap their logins', async () => {
    await sync(sampleRecords());
    const ids = [(await personOf('one.petit')).id, (await personOf('two.petit')).id];
    const swapped = sampleRecords().map((record) => {
      if (record.type !== 'person') return record;
      if (record.key === 'one.petit') return { ...record, login: 'two.petit', familyName: 'Évrard' };
      return record.key === 'two.petit' ? { ...record, login: 'one.petit' } : record;
    });
    await sync(swapped);
    expect(await personOf('one.petit')).toMatchObject({ id: ids[0], login: 'two.petit', foldedName: 'evrard one' });
    expect(await personOf('two.petit')).toMatchObject({ id: ids[1], login: 'one.petit', foldedName: 'petit two' });
    expect(isEmpty(await planned(swapped))).toBe(true);
  });

  test('a newcomer can have the login of a leaver', async () => {
    await sync(sampleRecords());
    const newcomer = person('new-1', 'pupil', TILLEULS, { login: 'one.petit' });
    await sync([...without(sampleRecords(), 'one.petit'), newcomer]);
    expect(await personOf('new-1')).toMatchObject({ login: 'one.petit' });
    expect((await personOf('new-1')).id).not.toBe((await personOf('one.petit')).id);
  });

  test('groups are renamed, end and come back as the same group', async () => {
    await sync(sampleRecords());
    const find = (): Promise<GroupRow> =>
      database.dataSource.manager.findOneByOrFail(GroupRow, { uai: VAL, key: '6e b' });
    const { id } = await find();
    const renamed = sampleRecords().map((record) =>
      record.type === 'group' && record.uai === VAL ? { ...record, name: '6e Étoile' } : record,
    );
    await sync(renamed);
    expect(await find()).toMatchObject({
      id,
      name: '6e Étoile',
      foldedName: '6e etoile',
      schoolYear: 2025,
      endedAt: null,
    });
    await sync(without(renamed, '6e B'));
    expect(await find()).toMatchObject({ id, endedAt: clock.now() });
    expect(await database.dataSource.manager.countBy(MembershipRow, { groupId: id })).toBe(0);
    await sync(sampleRecords());
    expect(await find()).toMatchObject({ id, name: '6e B', endedAt: null });
    expect(await database.dataSource.manager.countBy(MembershipRow, { groupId: id })).toBe(11);
  });

  test('next September the class is another group, and last year keeps its own', async () => {
    await sync(sampleRecords());
    clock.set('2026-09-01T04:00:00Z');
    await sync([...sampleRecords(), group('CE1', TILLEULS)]);
    const groups = await database.dataSource.manager.find(GroupRow, { order: { schoolYear: 'ASC', key: 'ASC' } });
    expect(groups.map(({ schoolYear, key, endedAt }) => [schoolYear, key, endedAt])).toEqual([
      [2025, '6e b', null],
      [2025, 'cm2 a', null],
      [2026, '6e b', null],
      [2026, 'ce1', null],
      [2026, 'cm2 a', null],
    ]);
    expect(await database.dataSource.manager.count(MembershipRow)).toBe(46);
    expect(isEmpty(await planned([...sampleRecords(), group('CE1', TILLEULS)]))).toBe(true);
  });

  test('roles change, kinships come and go, a school is renamed by its own source alone', async () => {
    await sync(sampleRecords());
    const changed = sampleRecords().map((record) => {
      if (record.type === 'membership' && record.person === 'paul.durand')
        return { ...record, role: 'member' as const };
      if (record.type === 'kinship' && record.child === 'one.petit') return kin('anne.petit', 'two.petit');
      return record.type === 'school' && record.uai === VAL
        ? { ...record, name: 'Collège Neuf', kind: 'primary' as const }
        : record;
    });
    await sync(changed);
    const { manager } = database.dataSource;
    expect(await manager.findOneByOrFail(SchoolRow, { uai: VAL })).toMatchObject({
      name: 'Collège Neuf',
      foldedName: 'college neuf',
      kind: 'primary',
    });
    const { id } = await personOf('paul.durand');
    expect((await manager.findBy(MembershipRow, { personId: id })).map(({ role }) => role)).toEqual(['member']);
    const children = (await manager.find(KinshipRow)).map(({ childId }) => childId).sort();
    expect(children).toEqual([(await personOf('two.petit')).id, (await personOf('one.grand')).id].sort());
    const plan = await planned(sampleRecords(), 'onde');
    expect(plan.schools.every((school) => school.created === undefined && school.changes.length === 0)).toBe(true);
  });

  test('a failing apply leaves nothing behind', async () => {
    await sync(sampleRecords());
    const plan = await planned([...without(sampleRecords(), 'one.petit'), person('lea.martin', 'pupil', VAL)]);
    const failing = apply(plan, () => Promise.reject(new Error('sessions cannot be ended')));
    await expect(failing).rejects.toThrow('sessions cannot be ended');
    expect(await database.dataSource.manager.countBy(ExternalIdRow, { key: 'lea.martin' })).toBe(0);
    expect(await personOf('one.petit')).toMatchObject({ disabledAt: null, login: 'one.petit' });
    expect(await attachmentsOf('one.petit')).toEqual([[TILLEULS, 'pupil', true]]);
    await apply(plan);
    expect(await personOf('lea.martin')).toMatchObject({ login: 'lea.martin' });
  });

  test('a plan is refused when another was applied since, or what it names has gone', async () => {
    await sync(sampleRecords());
    const stale = await planned(without(sampleRecords(), 'one.petit'));
    await sync([...sampleRecords(), person('lea.martin', 'pupil', VAL)]);
    const late = applyPlan(database.unitOfWork, stale, { run: { id: 9, baseRun: 1 }, now: clock.now() });
    await expect(late).rejects.toThrow(ConflictError);
    expect(await personOf('one.petit')).toMatchObject({ disabledAt: null });

    const erased = await planned(without(sampleRecords(), 'lea.martin'));
    await database.dataSource.manager.delete(PersonRow, { id: (await personOf('lea.martin')).id });
    await expect(apply(erased)).rejects.toThrow('"lea.martin" has gone from the directory since the plan was made.');
  });

  test('a plan made in July is refused in August', async () => {
    clock.set('2026-07-31T12:00:00Z');
    const plan = await planned(sampleRecords());
    clock.set('2026-08-01T12:00:00Z');
    await expect(apply(plan)).rejects.toThrow(`A new school year has begun in ${TILLEULS} since the plan was made.`);
  });

  test('thousands go in several statements', async () => {
    const crowd = Array.from({ length: 2_500 }, (_, at) => [
      person(`p${at}.foule`, 'pupil', at % 2 === 0 ? TILLEULS : VAL),
      member(`p${at}.foule`, at % 2 === 0 ? 'CM2 A' : '6e B', at % 2 === 0 ? TILLEULS : VAL),
    ]).flat();
    await sync([...sampleRecords(), ...crowd]);
    expect(await database.dataSource.manager.count(PersonRow)).toBe(2_524);
    const renamed = crowd.map((record) => (record.type === 'person' ? { ...record, givenName: 'Autre' } : record));
    await sync([...sampleRecords(), ...renamed]);
    expect(await database.dataSource.manager.countBy(PersonRow, { givenName: 'Autre' })).toBe(2_500);
    await sync(sampleRecords());
    expect(await database.dataSource.manager.count(MembershipRow)).toBe(23);
    expect(isEmpty(await planned(sampleRecords()))).toBe(true);
  });
});
