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
import { inventLivrets } from '../livret/invented-bilans.js';
import { writeCatalogue } from '../livret/livret-catalogue.js';
import { CM2_CLASSES, fillLivretSchools, type LivretSchools, type LivretSize } from '../livret/livret-schools.js';
import { BenchClient } from '../measure/bench-client.js';
import { analyse, bootBenchHost } from '../shared/boot-bench-host.js';
import { fillBricks, type FilledBricks } from './fill-bricks.js';

/** The brick with an empty page. */
export const EMPTY = 'agenda';

export interface PageHouseOptions {
  /** The folder for the files of the host, and for SQLite. */
  readonly folder: string;
  /** An empty database; a file of SQLite when it is absent. */
  readonly databaseUrl: string | undefined;
  readonly clock: Clock;
  readonly size?: LivretSize;
  /** The number of messages among which those of a teacher lie. */
  readonly messages: number;
  readonly limits?: Limits;
}

/** A host with all bricks for schools, in which an école and a collège work. */
export interface PageHouse extends LivretSchools, FilledBricks {
  readonly host: Host;
  readonly url: string;
  /** The parent of one pupil, and one with a pupil in each of the schools. */
  readonly parentId: string;
  readonly parentOfBothId: string;
  /** An administrator of the platform, and teacher in the collège. */
  readonly administratorId: string;
}

/** Boots the host, fills it, and lets it listen. Nothing runs its jobs. */
export async function openPageHouse(options: PageHouseOptions): Promise<PageHouse> {
  const { folder, size, messages, ...others } = options;
  const empty = inventedBricks.filter(({ manifest }) => manifest.id === EMPTY);
  const bricks = [fileShare, messaging, livret, ...empty];
  const brickSettings = new Map([['livret-bridge', { catalogue: await writeCatalogue(folder) }]]);
  const host = await bootBenchHost({ ...others, folder, bricks, brickSettings });
  const newId = inventIds();
  const schools = await fillLivretSchools(host, size, newId);
  const { ecole, college } = schools;
  for (const { uai } of [ecole, college])
    for (const id of ['file-share', 'messaging', EMPTY]) await host.activations.enable(uai, id, 'cli');
  const { dataSource } = host.database;
  const rows = inventLivrets({ newId, now: host.clock.now() }, schools);
  for (const [table, each] of rows) await insertRows(dataSource, table, each);
  const parents = await addParents(host, schools, newId);
  const [, administratorId = ''] = college.sixth.teacherIds;
  const find = 'SELECT login FROM core_external_id WHERE personId = ?';
  const { login } = await one<{ login: string }>(host, find, [administratorId]);
  await host.administrators.grant(login, null, 'cli');
  const { port } = await host.listen();
  const url = `http://127.0.0.1:${port}`;
  const client = async (personId = ''): Promise<BenchClient> =>
    new BenchClient(url, await cookieHeader(host, personId));
  const filled = await fillBricks({ host, client, ecole, messages });
  // Jobs of the night are due at once on a new host: they run before anything is measured.
  await host.jobs.runDue();
  await analyse(host);
  return { ...schools, ...parents, ...filled, administratorId, host, url };
}

/** Finds the parents of two pupils of a class, and gives the second one a further child in the collège. */
async function addParents(
  host: Host,
  { ecole, college }: LivretSchools,
  newId: (at: Date) => string,
): Promise<Pick<PageHouse, 'parentId' | 'parentOfBothId'>> {
  const [first, second] = ecole.classes[CM2_CLASSES]?.pupilIds ?? [];
  const parentOf = async (childId = ''): Promise<string> =>
    (await one<{ guardianId: string }>(host, 'SELECT guardianId FROM core_kinship WHERE childId = ?', [childId]))
      .guardianId;
  const [parentId, parentOfBothId] = [await parentOf(first), await parentOf(second)];
  const now = host.clock.now();
  const row = { source: 'ldap', createdAt: now };
  const attachment = { ...row, id: newId(now), personId: parentOfBothId, uai: college.uai, profile: 'guardian' };
  const { dataSource } = host.database;
  await insertRows(dataSource, 'core_attachment', [{ ...attachment, from: new Date('2025-09-01T00:00:00Z') }]);
  const childId = college.sixth.pupilIds.at(-1);
  await insertRows(dataSource, 'core_kinship', [{ ...row, guardianId: parentOfBothId, childId }]);
  return { parentId, parentOfBothId };
}

async function one<Row>({ database }: Host, statement: string, values: readonly unknown[]): Promise<Row> {
  const [row] = await database.dataSource.query<Row[]>(statement, [...values]);
  if (row === undefined) throw new Error(`Nothing was found by ${statement}`);
  return row;
}
