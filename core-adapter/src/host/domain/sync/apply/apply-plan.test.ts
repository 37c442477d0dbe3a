// SPDX-License-Identifier: EUPL-1.2
import { ConflictError } from '../../../../api/errors.js';
import { bothDatabases } from '../../../../testing/test-databases.js';
import { AttachmentRow } from '../../directory/attachment.entity.js';
import { ExternalIdRow } from '../../directory/external-id.entity.js';
import { GroupRow } from '../../directory/group.entity.js';
import { KinshipRow } from '../../directory/kinship.entity.js';
import { MembershipRow } from '../../directory/membership.entity.js';
import { PersonRow } from '../../directory/person.entity.js';
import { SchoolRow } from '../../directory/school.entity.js';
import { applyPlan } from './apply-plan.js';
import { readCurrentPersons } from '../state/current-persons.js';
import { readCurrentPlaces } from '../state/current-places.js';
import { isEmpty } from '../plan/plan-counts.js';
import {
  member,
  person,
  sampleRecords,
  snapshotOf,
  SOURCE,
  stream,
  TILLEULS,
  VAL,
  without,
} from '../testing/records-for-tests.js';
import { SyncForTests } from '../testing/sync-for-tests.js';

describe.each(bothDatabases())('applying a plan on $name', (kind) => {
  let syncs: SyncForTests;

  beforeEach(async () => {
    syncs = await SyncForTests.open(kind);
  });

  afterEach(() => syncs.database.drop());

  test('a first sync writes everything, and a second one finds nothing to change', async () => {
    await syncs.sync(sampleRecords());
    const { manager } = syncs.database.dataSource;
    const counts = [SchoolRow, PersonRow, ExternalIdRow, AttachmentRow, GroupRow, MembershipRow, KinshipRow];
    expect(await Promise.all(counts.map((entity) => manager.count(entity)))).toEqual([2, 24, 24, 26, 2, 23, 2]);
    expect(await manager.findOneByOrFail(SchoolRow, { uai: TILLEULS })).toEqual({
      uai: TILLEULS,
      name: 'École des Tilleuls',
      kind: 'primary',
      timeZone: 'Europe/Paris',
      foldedName: 'ecole des tilleuls',
      source: SOURCE,
      createdAt: syncs.clock.now(),
    });
    expect(await syncs.personOf('anne.petit')).toMatchObject({
      givenName: 'Anne',
      familyName: 'Petit',
      displayName: 'Anne Petit',
      foldedName: 'petit anne',
      login: 'anne.petit',
      disabledAt: null,
      createdAt: syncs.clock.now(),
    });
    expect(await syncs.attachmentsOf('nina.prof')).toEqual([
      [TILLEULS, 'teacher', true],
      [VAL, 'teacher', true],
    ]);
    expect(isEmpty(await syncs.planned(sampleRecords()))).toBe(true);
  });

  test('the stored state is the snapshot that was applied', async () => {
    await syncs.sync(sampleRecords());
    const { unitOfWork } = syncs.database;
    const snapshot = await snapshotOf(sampleRecords());
    const places = await readCurrentPlaces(unitOfWork, SOURCE, syncs.clock.now());
    const { present, left } = await readCurrentPersons(unitOfWork, places, [...snapshot.persons.keys(), 'nobody']);
    expect(present).toEqual(snapshot.persons);
    expect(left.size).toBe(0);
    expect(places.groups).toEqual(snapshot.groups);
    expect([...places.timeZones]).toEqual([
      [TILLEULS, 'Europe/Paris'],
      [VAL, 'Europe/Paris'],
    ]);
    expect(places.baseRun).toBe(1);
  });

  test('a failing apply leaves nothing behind', async () => {
    await syncs.sync(sampleRecords());
    const plan = await syncs.planned([...without(sampleRecords(), 'one.petit'), person('lea.martin', 'pupil', VAL)]);
    const failing = syncs.apply(plan, () => Promise.reject(new Error('sessions cannot be ended')));
    await expect(failing).rejects.toThrow('sessions cannot be ended');
    expect(await syncs.database.dataSource.manager.countBy(ExternalIdRow, { key: 'lea.martin' })).toBe(0);
    expect(await syncs.personOf('one.petit')).toMatchObject({ disabledAt: null, login: 'one.petit' });
    expect(await syncs.attachmentsOf('one.petit')).toEqual([[TILLEULS, 'pupil', true]]);
    await syncs.apply(plan);
    expect(await syncs.personOf('lea.martin')).toMatchObject({ login: 'lea.martin' });
  });

  test('a plan is refused when another was applied since, or a person in it is gone', async () => {
    await syncs.sync(sampleRecords());
    const stale = await syncs.planned(without(sampleRecords(), 'one.petit'));
    await syncs.sync([...sampleRecords(), person('lea.martin', 'pupil', VAL)]);
    const run = { id: 9, source: SOURCE, baseRun: 1 };
    const late = applyPlan(syncs.database.unitOfWork, () => stream([stale]), { run, now: syncs.clock.now() });
    await expect(late).rejects.toThrow(ConflictError);
    expect(await syncs.personOf('one.petit')).toMatchObject({ disabledAt: null });

    const erased = await syncs.planned(without(sampleRecords(), 'lea.martin'));
    await syncs.database.dataSource.manager.delete(PersonRow, { id: (await syncs.personOf('lea.martin')).id });
    await expect(syncs.apply(erased)).rejects.toThrow(
      '"lea.martin" has gone from the directory since the plan was made.',
    );
  });

  test('a plan made in July is refused in August', async () => {
    syncs.clock.set('2026-07-31T12:00:00Z');
    const plan = await syncs.planned(sampleRecords());
    syncs.clock.set('2026-08-01T12:00:00Z');
    await expect(syncs.apply(plan)).rejects.toThrow(
      `A new school year has begun in ${TILLEULS} since the plan was made.`,
    );
  });

  test('more rows than a statement takes are written in several', async () => {
    // More rows than a statement takes (`BATCH`), also in one of the schools.
    const crowd = Array.from({ length: 1_100 }, (_, at) => {
      const [uai, group] = at % 20 === 0 ? [VAL, '6e B'] : [TILLEULS, 'CM2 A'];
      return [person(`p${at}.foule`, 'pupil', uai), member(`p${at}.foule`, group, uai)];
    }).flat();
    await syncs.sync([...sampleRecords(), ...crowd]);
    expect(await syncs.database.dataSource.manager.count(PersonRow)).toBe(1_124);
    const renamed = crowd.map((record) => (record.type === 'person' ? { ...record, givenName: 'Autre' } : record));
    await syncs.sync([...sampleRecords(), ...renamed]);
    expect(await syncs.database.dataSource.manager.countBy(PersonRow, { givenName: 'Autre' })).toBe(1_100);
    await syncs.sync(sampleRecords());
    expect(await syncs.database.dataSource.manager.count(MembershipRow)).toBe(23);
    expect(isEmpty(await syncs.planned(sampleRecords()))).toBe(true);
  });
});
