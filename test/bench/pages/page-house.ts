// SPDX-License-Identifier: EUPL-1.2
import type { Clock } from '@volee/core-adapter';
import type { Host, Limits } from '@volee/core-adapter/host';
import fileShare from '@volee/file-share';
import livret from '@volee/livret-bridge';
import messaging from '@volee/messaging';
import { cookieHeader } from '../../integration/session-cookie.js';
import { insertRows } from '../consoles/insert-rows.js';
import { inventedBricks } from '../consoles/invented-bricks.js';
import { inventIds } from '../consoles/invented-ids.js';
import { inventSchool, type InventedSchool, type Tables } from '../consoles/invented-school.js';
import { inventLivrets } from '../livret/invented-bilans.js';
import { writeCatalogue } from '../livret/livret-catalogue.js';
import { CM2_CLASSES, fillLivretSchools, type LivretSchools, type LivretSize } from '../livret/livret-schools.js';
import { BenchClient } from '../measure/bench-client.js';
import { fillSchools, type LargeSchool } from '../messaging/large-school.js';
import { analyse, bootBenchHost } from '../shared/boot-bench-host.js';
import { insertDirectory } from '../shared/insert-directory.js';
import { fillBricks, type FilledSchool, type SchoolPeople } from './fill-bricks.js';
import { fillReview, fillUnread } from './fill-waiting.js';

/** The brick with an empty page. */
export const EMPTY = 'agenda';

/** The numbers of the large collèges among the invented schools. */
const LARGE = [19, 29];
/** The number of the small third school. */
const THIRD = 1;
const THIRD_SIZE = { classes: 1, pupils: 4, guardians: 3, teachers: 2 };

export interface PageHouseOptions {
  /** The folder for the files of the host, and for SQLite. */
  readonly folder: string;
  /** An empty database; a file of SQLite when it is absent. */
  readonly databaseUrl: string | undefined;
  readonly clock: Clock;
  readonly size?: LivretSize;
  /** Whether there are a collège of 500 pupils and one of 5,000 as well. */
  readonly hasLargeSchools: boolean;
  /** The number of messages in each school. */
  readonly messages: number;
  readonly limits?: Limits;
}

/** A host with all bricks for schools. */
export interface PageHouse extends LivretSchools {
  readonly host: Host;
  readonly url: string;
  /** The école, and the large collèges if there are any. */
  readonly schools: readonly FilledSchool[];
  /** The parent of a pupil in the école and of one in the collège to which pupils of the école go. */
  readonly parentOfBothId: string;
  readonly thirdUai: string;
  /** The parent of such pupils and of one in a third school. */
  readonly parentOfThreeId: string;
  /** A teacher in all three schools. */
  readonly teacherOfThreeId: string;
  /** A teacher of the class of the third school, in which a message waits to be accepted. */
  readonly acceptingTeacherId: string;
  /** An administrator of the platform, and teacher in that collège. */
  readonly administratorId: string;
}

/** Boots the host, fills it, and lets it listen. Nothing runs its jobs. */
export async function openPageHouse(options: PageHouseOptions): Promise<PageHouse> {
  const { folder, size, hasLargeSchools, messages, ...others } = options;
  const empty = inventedBricks.filter(({ manifest }) => manifest.id === EMPTY);
  const bricks = [fileShare, messaging, livret, ...empty];
  const brickSettings = new Map([['livret-bridge', { catalogue: await writeCatalogue(folder) }]]);
  const host = await bootBenchHost({ ...others, folder, bricks, brickSettings });
  const newId = inventIds();
  const pair = await fillLivretSchools(host, size, newId);
  const large = hasLargeSchools ? await fillSchools(host, LARGE, newId) : [];
  const tables: Tables = new Map();
  const third = inventSchool({ tables, newId, now: host.clock.now() }, THIRD, THIRD_SIZE);
  await insertDirectory(host, tables);
  for (const { uai } of [pair.ecole, pair.college, third, ...large])
    for (const { manifest } of bricks) await host.activations.enable(uai, manifest.id, 'cli');
  const rows = inventLivrets({ newId, now: host.clock.now() }, pair);
  for (const [table, each] of rows) await insertRows(host.database.dataSource, table, each);
  const elsewhere = await addPeopleOfSeveral(host, pair, third, newId);
  const administratorId = await appointAdministrator(host, pair);

  const { port } = await host.listen();
  const url = `http://127.0.0.1:${port}`;
  const client = async (id: string): Promise<BenchClient> => new BenchClient(url, await cookieHeader(host, id));
  const people = [await peopleOfEcole(host, pair), ...(await Promise.all(large.map((each) => peopleOf(host, each))))];
  const schools: FilledSchool[] = [];
  for (const each of people) schools.push(await fillBricks({ host, client, messages }, each));
  await fillWaiting({ host, newId }, pair, { schools, third, ...elsewhere });
  // Jobs of the night are due at once on a new host: they run before anything is measured.
  await host.jobs.runDue();
  await analyse(host);
  return { ...pair, host, url, schools, ...elsewhere, administratorId };
}

async function peopleOfEcole(host: Host, { ecole }: LivretSchools): Promise<SchoolPeople> {
  const { id: classId = '', teacherIds = [], pupilIds = [] } = ecole.classes[CM2_CLASSES] ?? {};
  const [[teacherId = ''], [pupilId = '']] = [teacherIds, pupilIds];
  const { uai, headId } = ecole;
  return { uai, headId, classId, teacherId, pupilId, parentId: await parentOf(host, pupilId) };
}

/** People of a class in the middle: each parent there has one pupil. */
async function peopleOf(host: Host, { uai, headId, classIds }: LargeSchool): Promise<SchoolPeople> {
  const classId = classIds[Math.floor(classIds.length * 0.4)] ?? '';
  const find = 'SELECT MIN(personId) AS id FROM core_membership WHERE groupId = ? AND role = ?';
  const { id: teacherId } = await one<{ id: string }>(host, find, [classId, 'teacher']);
  const { id: pupilId } = await one<{ id: string }>(host, find, [classId, 'member']);
  return { uai, headId, classId, teacherId, pupilId, parentId: await parentOf(host, pupilId) };
}

type PeopleOfSeveral = Pick<
  PageHouse,
  'thirdUai' | 'parentOfBothId' | 'parentOfThreeId' | 'teacherOfThreeId' | 'acceptingTeacherId'
>;

/** Gives parents of pupils in the école further children, and a teacher further schools. */
async function addPeopleOfSeveral(
  host: Host,
  { ecole, college }: LivretSchools,
  third: InventedSchool,
  newId: (at: Date) => string,
): Promise<PeopleOfSeveral> {
  const { [CM2_CLASSES]: first } = ecole.classes;
  const [, pupilId = '', otherId = ''] = first?.pupilIds ?? [];
  const [parentOfBothId, parentOfThreeId] = [await parentOf(host, pupilId), await parentOf(host, otherId)];
  const [, teacherOfThreeId = ''] = first?.teacherIds ?? [];
  const [inThirdId] = await membersOf(host, third, 'member');
  const acceptingTeacherId = (await membersOf(host, third, 'teacher')).find((id) => id !== third.headId) ?? '';
  const row = { source: 'ldap', createdAt: host.clock.now() };
  const attach = (personId: string, uai: string, profile: string) => ({
    ...{ ...row, id: newId(host.clock.now()), personId, uai, profile, from: new Date('2025-09-01T00:00:00Z') },
  });
  const { dataSource } = host.database;
  await insertRows(dataSource, 'core_attachment', [
    ...[attach(parentOfBothId, college.uai, 'guardian'), attach(parentOfThreeId, college.uai, 'guardian')],
    ...[attach(parentOfThreeId, third.uai, 'guardian')],
    ...[college, third].map(({ uai }) => attach(teacherOfThreeId, uai, 'teacher')),
  ]);
  await insertRows(dataSource, 'core_kinship', [
    { ...row, guardianId: parentOfBothId, childId: college.sixth.pupilIds.at(-1) },
    { ...row, guardianId: parentOfThreeId, childId: college.sixth.pupilIds.at(-2) },
    { ...row, guardianId: parentOfThreeId, childId: inThirdId },
  ]);
  const groupIds = [college.sixth.id, third.classIds[0]];
  const teaching = groupIds.map((groupId) => ({ ...row, groupId, personId: teacherOfThreeId, role: 'teacher' }));
  await insertRows(dataSource, 'core_membership', teaching);
  return { thirdUai: third.uai, parentOfBothId, parentOfThreeId, teacherOfThreeId, acceptingTeacherId };
}

/** The people of the only class of a school. */
async function membersOf(
  { database }: Host,
  { classIds: [groupId] }: InventedSchool,
  role: 'member' | 'teacher',
): Promise<string[]> {
  const find = 'SELECT personId AS id FROM core_membership WHERE groupId = ? AND role = ? ORDER BY personId';
  return (await database.dataSource.query<{ id: string }[]>(find, [groupId, role])).map(({ id }) => id);
}

/** Gives everybody of the measured pages messages that they have not opened, and a class one to accept. */
async function fillWaiting(
  filling: { readonly host: Host; readonly newId: (at: Date) => string },
  { ecole, college }: LivretSchools,
  people: PeopleOfSeveral & { readonly schools: readonly FilledSchool[]; readonly third: InventedSchool },
): Promise<void> {
  const { schools, third, parentOfBothId, parentOfThreeId, teacherOfThreeId, acceptingTeacherId } = people;
  for (const { uai, ownerId, teacherId, pupilId, parentId, headId } of schools)
    await fillUnread(filling, { uai, authorId: ownerId }, [teacherId, pupilId, parentId, headId]);
  const ofThree = [parentOfThreeId, teacherOfThreeId];
  const [author] = schools;
  const inEcole = { uai: ecole.uai, authorId: author?.ownerId ?? '' };
  await fillUnread(filling, inEcole, [...ofThree, parentOfBothId]);
  await fillUnread(filling, { uai: college.uai, authorId: college.headId }, [...ofThree, parentOfBothId]);
  await fillUnread(filling, { uai: third.uai, authorId: third.headId }, [...ofThree, acceptingTeacherId]);
  const [groupId = ''] = third.classIds;
  const pupilIds = await membersOf(filling.host, third, 'member');
  await fillReview(filling, { uai: third.uai, groupId, pupilIds });
}

async function appointAdministrator(host: Host, { college }: LivretSchools): Promise<string> {
  const [, id = ''] = college.sixth.teacherIds;
  const find = 'SELECT login FROM core_external_id WHERE personId = ?';
  const { login } = await one<{ login: string }>(host, find, [id]);
  await host.administrators.grant(login, null, 'cli');
  return id;
}

async function parentOf(host: Host, childId: string): Promise<string> {
  const find = 'SELECT guardianId AS id FROM core_kinship WHERE childId = ?';
  return (await one<{ id: string }>(host, find, [childId])).id;
}

async function one<Row>({ database }: Host, statement: string, values: readonly unknown[]): Promise<Row> {
  const [row] = await database.dataSource.query<Row[]>(statement, [...values]);
  if (row === undefined) throw new Error(`Nothing was found by ${statement}`);
  return row;
}
