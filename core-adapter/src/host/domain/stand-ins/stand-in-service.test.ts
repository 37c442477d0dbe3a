// SPDX-License-Identifier: EUPL-1.2
import type { School } from '../../../api/people.js';
import { testDatabases } from '../../../testing/test-databases.js';
import { userAccess, type JudgedAccess } from '../access/user-access.js';
import { userRelations } from '../access/user-relations.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { AttachmentRow } from '../directory/attachment.entity.js';
import { DirectoryForTests, WORLD } from '../directory/directory-for-tests.js';
import { StandInRow } from '../directory/stand-in.entity.js';
import { coreRecords } from '../personal-data/core-records.js';
import { group, member, person, TILLEULS, VAL, without } from '../sync/testing/records-for-tests.js';
import { StandInService, type StandInWords } from './stand-in-service.js';

/** `WORLD`, and a teacher of the collège alone. */
const RECORDS = [...WORLD, person('karim.ben', 'teacher', VAL), member('karim.ben', '6e B', VAL, 'teacher')];
const DAY = 24 * 3_600_000;

describe.each(testDatabases())('replacement teachers on $name', (kind) => {
  let world: DirectoryForTests;
  let service: StandInService;
  let school: School;

  beforeEach(async () => {
    world = await DirectoryForTests.open(kind);
    await world.sync(RECORDS);
    const { unitOfWork } = world.database;
    service = new StandInService(unitOfWork, world.clock, new AuditTrail(unitOfWork, world.clock));
    const found = await world.directory.school(TILLEULS);
    if (!found) throw new Error('the école is missing');
    school = found;
  });

  afterEach(() => world.database.drop());

  const words = async (changes: Partial<StandInWords> = {}): Promise<StandInWords> => {
    return { groupId: await world.groupId('CM1'), personId: '', login: '', from: '', until: '2025-11-27', ...changes };
  };
  const add = async (changes: Partial<StandInWords>): Promise<string> =>
    (await service.add(school, await words(changes), 'head')).id;
  const addMarc = async (changes: Partial<StandInWords> = {}): Promise<string> =>
    add({ personId: await world.idOf('marc.evrard'), ...changes });

  async function accessOf(login: string): Promise<JudgedAccess> {
    const id = await world.idOf(login);
    const there = (await world.directory.schoolsOf(id)).find((one) => one.school.uai === TILLEULS);
    const user = { id, displayName: login, givenName: login, profiles: there?.profiles ?? [] };
    return userAccess(
      { write: { profiles: ['teacher'] } },
      user,
      userRelations(world.directory, user, { uai: TILLEULS, timeZone: 'Europe/Paris' }),
    );
  }

  /** Everything by which the host knows that somebody teaches CM1. */
  async function teachesCm1(login: string): Promise<boolean[]> {
    const id = await world.idOf(login);
    const groupId = await world.groupId('CM1');
    const ida = await world.idOf('ida.blanc');
    const { directory } = world;
    const here = directory.inSchool(school);
    const access = await accessOf(login);
    const classes = await directory.groups(TILLEULS);
    const ids = (persons: readonly { readonly id: string }[]): boolean => persons.some((one) => one.id === id);
    return [
      (await directory.ties(id, TILLEULS)).some((one) => one.group.id === groupId && one.profile === 'teacher'),
      ids(await directory.audience(TILLEULS, { profiles: ['teacher'], groupIds: [groupId] })),
      (await directory.audienceCounts(TILLEULS, { profiles: [], groupIds: [groupId] })).profiles.teacher === 1,
      classes.some(({ id: one, teachers }) => one === groupId && teachers.length === 1),
      ids(await here.members(groupId, 'teacher')),
      (await here.relations()).teaches.get(id)?.has(groupId) === true,
      (await here.relations([id])).teaches.get(id)?.has(groupId) === true,
      (await directory.classesOf([id], TILLEULS)).get(id)?.some((one) => one.id === groupId) === true,
      (await access.judge('write', { pupilId: ida })) === 'allowed',
      (await access.judge('write', { groupId, pupilId: ida })) === 'allowed',
    ];
  }

  const everywhere = Array.from({ length: 10 }, () => true);
  const nowhere = Array.from({ length: 10 }, () => false);

  test('a teacher of the school has the class from the first day to the last, and neither before nor after', async () => {
    await addMarc({ from: '2025-11-26' });
    expect(await teachesCm1('marc.evrard')).toEqual(nowhere);
    world.clock.set('2025-11-25T23:00:00.000Z');
    expect(await teachesCm1('marc.evrard')).toEqual(everywhere);
    world.clock.set('2025-11-27T22:59:59.999Z');
    expect(await teachesCm1('marc.evrard')).toEqual(everywhere);
    world.clock.advance(1);
    expect(await teachesCm1('marc.evrard')).toEqual(nowhere);
    expect(await service.list(TILLEULS)).toEqual([]);
    expect(await world.database.dataSource.manager.countBy(AttachmentRow, { source: 'stand-in' })).toBe(0);
  });

  test('a teacher of another school, by login, is a teacher of this one for these days alone', async () => {
    const id = await add({ login: 'KARIM.ben' });
    const places = async (): Promise<string[]> =>
      (await world.directory.schoolsOf(await world.idOf('karim.ben'))).map((one) => one.school.uai).sort();
    expect(await places()).toEqual([TILLEULS, VAL]);
    expect(await teachesCm1('karim.ben')).toEqual(everywhere);
    expect(await service.list(TILLEULS)).toMatchObject([{ id, className: 'CM1', isFromElsewhere: true }]);
    // A second class for somebody who is there for these days already.
    const second = await add({ personId: await world.idOf('karim.ben'), groupId: await world.groupId('CM2 A') });
    world.clock.advance(1000);
    await service.end(TILLEULS, id, 'head');
    expect(await teachesCm1('karim.ben')).toEqual(nowhere);
    expect(await places()).toEqual([TILLEULS, VAL]);
    await service.end(TILLEULS, second, 'head');
    expect(await places()).toEqual([VAL]);
  });

  test('a sync neither counts nor ends it, and finds nothing to change', async () => {
    await addMarc();
    await add({ login: 'karim.ben' });
    world.clock.advance(3_600_000);
    expect((await world.sync(RECORDS)).state).toBe('unchanged');
    const run = await world.sync([...RECORDS, person('new.pupil', 'pupil', TILLEULS)]);
    expect(run.counts).toMatchObject({ attachments: { begun: 1, ended: 0 }, memberships: { added: 0, removed: 0 } });
    for (const login of ['marc.evrard', 'karim.ben']) expect((await teachesCm1(login))[0]).toBe(true);
  });

  test('it ends with its class, and with its person, who does not have it again when they are back', async () => {
    await add({ login: 'karim.ben' });
    await addMarc({ groupId: await world.groupId('CM2 A') });
    await world.sync(without(RECORDS, 'karim.ben'));
    await world.sync(RECORDS);
    expect(await teachesCm1('karim.ben')).toEqual(nowhere);
    expect(await service.list(TILLEULS)).toMatchObject([{ className: 'CM2 A' }]);
    world.clock.advance(1000);
    await world.sync(RECORDS.filter((one) => !('group' in one && one.group === 'CM2 A') && !isGroup(one, 'CM2 A')));
    expect(await service.list(TILLEULS)).toEqual([]);
  });

  test('one that has not begun is called off; one that is over cannot be ended again', async () => {
    const id = await addMarc({ from: '2025-11-26' });
    await service.end(TILLEULS, id, 'head');
    expect(await world.database.dataSource.manager.count(StandInRow)).toBe(0);
    const another = await addMarc();
    world.clock.advance(1000);
    await service.end(TILLEULS, another, 'head');
    await expect(service.end(TILLEULS, another, 'head')).rejects.toThrow(/has no replacement/);
    await addMarc();
  });

  test('T1 another school neither ends it nor gives it a class', async () => {
    const id = await addMarc();
    await expect(service.end(VAL, id, 'head')).rejects.toThrow(/has no replacement/);
    await expect(addMarc({ groupId: await world.groupId('6e B') })).rejects.toMatchObject({
      fields: { group: 'noGroup' },
    });
    expect(await service.list(VAL)).toEqual([]);
  });

  test('what cannot be is refused with the fault of each field, and changes nothing', async () => {
    for (const [changes, fields] of REFUSED) await expect(add(changes)).rejects.toMatchObject({ fields });
    expect(await world.database.dataSource.manager.count(StandInRow)).toBe(0);
  });

  test('T1 a teacher of another school cannot be chosen by id, nor a group that is no class', async () => {
    const personId = await world.idOf('karim.ben');
    await expect(add({ personId })).rejects.toMatchObject({ fields: { person: 'notHere' } });
    await expect(addMarc({ groupId: await world.groupId('Chorale') })).rejects.toMatchObject({
      fields: { group: 'noGroup' },
    });
  });

  test('somebody that has the class already is refused, but may have it again after the last day', async () => {
    const paul = await world.idOf('paul.durand');
    const groupId = await world.groupId('CM2 A');
    await expect(add({ personId: paul, groupId })).rejects.toMatchObject({ fields: { person: 'teachesAlready' } });
    await add({ login: 'karim.ben' });
    await expect(add({ login: 'karim.ben', from: '2025-11-27', until: '2025-11-30' })).rejects.toMatchObject({
      fields: { login: 'teachesAlready' },
    });
    await add({ login: 'karim.ben', from: '2025-11-28', until: '2025-11-30' });
    world.clock.advance(4 * DAY);
    expect(await teachesCm1('karim.ben')).toEqual(everywhere);
  });

  test('the export of the person names it', async () => {
    await addMarc();
    const id = await world.idOf('marc.evrard');
    const records = await world.database.unitOfWork.run((manager) => coreRecords(manager, id));
    expect(records['replacements']).toEqual([
      {
        ...{ uai: TILLEULS, name: 'CM1', from: world.clock.now(), addedAt: world.clock.now() },
        ...{ until: new Date('2025-11-27T23:00:00.000Z'), word: null },
      },
    ]);
  });
});

const login = 'karim.ben';
const REFUSED: readonly (readonly [Partial<StandInWords>, Readonly<Record<string, string>>])[] = [
  [
    { groupId: '', until: '' },
    { group: 'noGroup', person: 'noPerson', until: 'noUntil' },
  ],
  [{ login: 'nobody' }, { login: 'unknownLogin' }],
  [{ login: 'anne.petit' }, { login: 'notTeacher' }],
  [{ login: 'sam.bureau' }, { login: 'notTeacher' }],
  [{ personId: '0' }, { person: 'notHere' }],
  [{ personId: '0', login }, { login: 'twoPersons' }],
  [{ login, until: '2025-11-24' }, { until: 'past' }],
  [{ login, from: '2025-11-24' }, { from: 'past' }],
  [{ login, from: '2025-11-27', until: '2025-11-26' }, { until: 'crossed' }],
  [{ login, until: '2026-08-01' }, { until: 'afterYear' }],
  [
    { login, from: 'x', until: '2025-02-30' },
    { from: 'notADate', until: 'notADate' },
  ],
];

function isGroup(record: (typeof RECORDS)[number], key: string): boolean {
  return record.type === 'group' && record.key === group(key, TILLEULS).key;
}
