// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrickDefinition } from '../api/brick-base.js';
import type { CommandAnswer } from '../api/command.js';
import type { SchoolDatabase } from '../api/database.js';
import type { DirectoryRecord } from '../api/directory/directory-source.js';
import type { GroupMove, SchoolData } from '../api/personal-data.js';
import type { SchoolStorage } from '../api/storage.js';
import { bootHost, type Host } from '../host/app/boot-host.js';
import { brickDataIn } from '../host/domain/bricks/brick-data-in.js';
import type { ReadyBrick } from '../host/domain/bricks/loaded-brick.js';
import { GroupRow } from '../host/domain/directory/group.entity.js';
import type { JobOutcome } from '../host/domain/jobs/run-job.js';
import { createLog } from '../host/infra/util/create-log.js';
import { LIMITS } from '../host/infra/util/limits.js';
import { schemaOwners } from '../host/app/schema-owners.js';
import { copySample, fillSample } from './fill-sample.js';
import { makeTables } from './make-tables.js';
import { OTHER_SCHOOL, SCHOOL, type Role } from './sample-directory.js';
import { personId, sessionCookie } from './session-cookie.js';
import { runTestCommand, type TypedCommand } from './run-test-command.js';
import { TestClock } from './test-clock.js';
import { sqlite, type TestDatabase } from './test-databases.js';
import { TestExchange } from './test-exchange.js';
import { testEntry, testSettings, type TestBrick } from './test-settings.js';
import { testFolder } from './test-folder.js';
import { faultText } from '../host/domain/bricks/brick-fault.js';

/** @stable */
export interface TestHostOptions {
  readonly bricks: readonly (BrickDefinition | TestBrick)[];
  /** Default: SQLite. */
  readonly database?: TestDatabase;
  readonly now?: Date;
  /** Additional people and classes: see `person`, `group`, `member` and `kin`. */
  readonly records?: readonly DirectoryRecord[];
}

/**
 * A person of the sample with a session. Paths are those of the first brick, in the person's own school unless `at` names another.
 * @stable
 */
export interface TestPerson {
  get(path: string, at?: At): TestExchange;
  post(path: string, at?: At): TestExchange;
}

interface At {
  readonly school?: string;
}

/** @stable */
export interface TestHost {
  readonly url: string;
  readonly clock: TestClock;
  /** The host that runs the brick; its services may change in any version. @unstable */
  readonly host: Host;
  /** Ids of the classes and people of the sample. */
  readonly ids: {
    readonly cm1: string;
    readonly cm2: string;
    /** The id of the class of last year. */
    readonly ce2: string;
    readonly sixthA: string;
    person(role: Role): Promise<string>;
    /** The id of a person of `records`, by login. */
    login(login: string): Promise<string>;
  };
  /**
   * The rows of the first brick in a school: a test writes what takes many requests, or reads what no page shows.
   * @example
   * `await host.tables(SCHOOL).repository(EventRow).insert([{ title: 'Sortie', day: '2026-12-01' }]);`
   */
  tables(school: string): SchoolDatabase;
  /**
   * Gives the rows of one group to another in a school, by the first brick, in one transaction as the host does. The classes of the sample
   * stay two for the host.
   */
  moveGroup(school: string, ids: Pick<GroupMove, 'from' | 'to'>): Promise<void>;
  /** The stored files of the first brick in a school. */
  storage(school: string): SchoolStorage;
  /** The folder in which files are stored. */
  readonly storageFolder: string;
  as(role: Role): TestPerson;
  /** A person of `records`, by login, in the first school of the sample by default. */
  asLogin(login: string, school?: string): TestPerson;
  /** A visitor without a session. */
  readonly anonymous: TestPerson;
  /**
   * Runs all jobs that are due by the clock of the test, and those that they enqueue. Nothing else runs jobs in tests.
   * @returns the outcome of each run, in order; a failed job does not make this throw
   * @example
   * `expect(await host.runJobs()).toMatchObject([{ name: 'send', state: 'done' }]);`
   */
  runJobs(): Promise<readonly JobOutcome[]>;
  /**
   * Runs a command of a brick, with every school of the sample.
   * @example
   * `expect(await host.command('agenda list', { options: { school: SCHOOL } })).toMatchObject({ value: [] });`
   */
  command(name: string, typed?: TypedCommand): Promise<CommandAnswer>;
  stop(): Promise<void>;
}

/**
 * Starts a real host with the bricks under test: two schools, every profile, a class of last year, the bricks switched on in both. The
 * first host of a run is filled through the real sync, and further ones copy its database: on one engine, ids of people and classes are
 * the same in all of them. Await it at the top of the test file; it stops by itself at the end.
 * @example
 * `const host = await startTestHost({ bricks: [brick] });`
 * @throws Error with the cause when a brick fails to start
 * @stable
 */
export async function startTestHost(options: TestHostOptions): Promise<TestHost> {
  const undo: Undo = [];
  afterAll(() => undoAll(undo));
  try {
    const test = await openTestHost(options, undo);
    for (const brick of test.host.bricks) {
      if (brick.state === 'failed') throw new Error(`${brick.id} did not start: ${faultText(brick)}`);
    }
    return test;
  } catch (error) {
    // Jest skips the `afterAll` of a file that throws at its top level; an open port would then keep jest from ending.
    await undoAll(undo);
    throw error;
  }
}

type Undo = (() => Promise<void>)[];

async function undoAll(undo: Undo): Promise<void> {
  for (const one of undo.splice(0).reverse()) await one();
}

/** As `startTestHost`, but the caller stops the host. When starting fails, `undo` holds the steps that clean up. */
export async function openTestHost(
  { bricks, database, now, records = [] }: TestHostOptions,
  undo: Undo = [],
): Promise<TestHost> {
  const clock = new TestClock(now ?? new Date('2026-11-24T10:00:00Z'));
  const folder = await mkdtemp(join(testFolder(), 'volee-host-'));
  undo.push(() => rm(folder, { recursive: true, force: true }));
  const fresh = await (database ?? sqlite).fresh();
  undo.push(fresh.drop);
  const settings = testSettings(fresh.url, join(folder, 'files'));
  const entries = bricks.map(testEntry);
  const owners = schemaOwners(entries.map(({ manifest }) => manifest));
  const isFilled = await copySample(fresh.url, records, clock.now(), owners);
  if (!isFilled) await makeTables(fresh.url, owners);
  // On a machine that is busy with tests, pages must still have their tasks and badges.
  const limits = { ...LIMITS, portal: LIMITS.request };
  const host = await bootHost({ settings, bricks: entries, log: createLog('silent'), clock, limits });
  undo.push(host.stop);
  if (!isFilled) await fillSample(host, clock, records);
  await switchOn(host);
  const { port } = await host.listen();

  const url = `http://127.0.0.1:${port}`;
  const firstId = entries[0]?.manifest.id ?? '';
  return {
    url,
    clock,
    host,
    runJobs: () => host.jobs.runDue(),
    command: (name, typed = {}) => runTestCommand(host, name, typed),
    stop: () => undoAll(undo),
    tables: (school) => firstDataIn(host, school).db,
    moveGroup: async (uai, ids) => {
      const { moveGroup } = firstBrick(host);
      const { db } = firstDataIn(host, uai);
      await host.database.unitOfWork.transaction(async () => moveGroup?.({ uai, db, clock, ...ids }));
    },
    storage: (school) => firstDataIn(host, school).storage,
    storageFolder: join(folder, 'files'),
    ids: await sampleIds(host),
    as: (role) => testPerson(url, firstId, schoolOfRole(role), () => sessionCookie(host, role)),
    asLogin: (login, school = SCHOOL) => testPerson(url, firstId, school, () => sessionCookie(host, login)),
    anonymous: testPerson(url, firstId, SCHOOL, () => Promise.resolve('')),
  };
}

function firstBrick({ bricks: [brick] }: Host): ReadyBrick {
  if (brick?.state !== 'ready') throw new Error('The first brick did not start: it has no tables.');
  return brick;
}

function firstDataIn(host: Host, school: string): SchoolData {
  const brick = firstBrick(host);
  if (![SCHOOL, OTHER_SCHOOL].includes(school)) throw new Error(`The sample has no school ${school}.`);
  return brickDataIn(host, brick, school);
}

/** Switches every brick on in both schools. */
async function switchOn(host: Host): Promise<void> {
  for (const { id, manifest } of host.bricks) {
    if (manifest?.kind !== 'feature') continue;
    for (const uai of [SCHOOL, OTHER_SCHOOL]) await host.activations.enable(uai, id, 'cli');
  }
}

/** Reads the ids of all classes in one query: asking as pages do, for each person, would cost a fifth of a boot. */
async function sampleIds(host: Host): Promise<TestHost['ids']> {
  const classes = await host.database.unitOfWork.run((manager) =>
    manager.find(GroupRow, { order: { schoolYear: 'ASC' } }),
  );
  const idOf = (uai: string, key: string): string =>
    classes.find((group) => group.uai === uai && group.key === key)?.id ?? '';
  return {
    cm1: idOf(SCHOOL, 'cm1'),
    cm2: idOf(SCHOOL, 'cm2'),
    ce2: idOf(SCHOOL, 'ce2'),
    sixthA: idOf(OTHER_SCHOOL, '6a'),
    person: (role) => personId(host, role),
    login: (login) => personId(host, login),
  };
}

function schoolOfRole(role: Role): string {
  return role.endsWith('OfOtherSchool') ? OTHER_SCHOOL : SCHOOL;
}

/** A person with one session for all requests, like one browser. */
function testPerson(url: string, brickId: string, ownSchool: string, openSession: () => Promise<string>): TestPerson {
  let cookie: Promise<string> | undefined;
  const exchange = (method: 'GET' | 'POST', path: string, { school = ownSchool }: At = {}): TestExchange => {
    const isWhole = /^\/(s|admin|api|account|login|logout|b|cas|health)(\/|$|\?)/.test(path);
    return new TestExchange({
      method,
      url: url + (isWhole ? path : `/s/${school}/${brickId}${path}`),
      headers: async () => ({
        Accept: 'text/html',
        'Sec-Fetch-Site': 'same-origin',
        Cookie: await (cookie ??= openSession()),
      }),
    });
  };
  return { get: (path, at) => exchange('GET', path, at), post: (path, at) => exchange('POST', path, at) };
}
