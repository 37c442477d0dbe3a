// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';
import type { DirectoryRecord, DirectorySource } from '@volee/core-adapter/directory';
import {
  group,
  kin,
  member,
  OTHER_SCHOOL,
  person,
  SCHOOL,
  startTestHost,
  testHostSource,
  type TestDatabase,
  type TestHost,
  type TestResponse,
} from '@volee/core-adapter/testing';
import messaging from '../../index.js';
import { JournalCheck, type Merged } from './journal-for-tests.js';
import { faultOf, isQuiet, type NewCopy } from './oracle-for-tests.js';
import { schoolOf, startWorld, type World } from './world-for-tests.js';

/** A Tuesday, in the morning. */
const START = new Date('2026-11-24T10:00:00Z');
const TABLES = [
  'message',
  'text',
  'recipient',
  'copy',
  'attachment',
  'review',
  'report',
  'opening',
  'policy',
  'breaker',
  'preference',
];

const pupil = (login: string, uai: string): DirectoryRecord => person(login, 'pupil', uai, 'Camille', login);
/** Besides the sample: more pupils, two accounts of one of them, a second class of the collège, and a teacher who is a guardian. */
export const WALK_RECORDS: readonly DirectoryRecord[] = [
  ...['third', 'twin1', 'twin2'].map((login) => pupil(login, SCHOOL)),
  ...['lea', 'sam'].map((login) => pupil(login, OTHER_SCHOOL)),
  ...['third', 'twin1'].map((login) => member(SCHOOL, 'cm1', login)),
  member(SCHOOL, 'cm2', 'twin2'),
  group(OTHER_SCHOOL, '6b', '6e B'),
  member(OTHER_SCHOOL, '6a', 'lea'),
  member(OTHER_SCHOOL, '6b', 'sam'),
  member(OTHER_SCHOOL, '6b', 'teacherOfOtherSchool', 'teacher'),
  kin('teacherOfOtherClass', 'classmate'),
];

/** A row of the tables that steps choose from. */
export interface CopyAt {
  readonly id: string;
  readonly uai: string;
  readonly messageId: string;
  readonly owner: string;
  readonly author: string;
  readonly box: string;
  readonly state: string;
}

/** The numbers of copies that the walks compared, by what became of them before: each must happen often enough to prove something. */
export interface Counts {
  copies: number;
  accepted: number;
  waitedForMorning: number;
  replies: number;
}

/** The schools of random walks, on one host. Steps act as people do; each new copy is compared with rules written by hand. */
export class Walk {
  world: World = startWorld();
  readonly counts: Counts = { copies: 0, accepted: 0, waitedForMorning: 0, replies: 0 };
  /** The steps since the walk began, for the message of a failure. */
  readonly trail: string[] = [];
  readonly journal = new JournalCheck((sql) => this.query(sql));
  /** Two people that a step has just made one. */
  merged: Merged | undefined;
  readonly #known = new Set<string>();
  readonly #logins = new Map<string, string>();
  #ids = new Map<string, string>();

  private constructor(readonly host: TestHost) {}

  static async start(database: TestDatabase): Promise<Walk> {
    const host = await startTestHost({ bricks: [messaging], database, records: WALK_RECORDS });
    const walk = new Walk(host);
    const { ids } = host;
    const [sixthB] = await walk.query<{ id: string }>(`SELECT id FROM core_group WHERE name = '6e B'`);
    const groups = { cm1: ids.cm1, cm2: ids.cm2, '6a': ids.sixthA, '6b': sixthB?.id ?? '' };
    for (const login of WALKERS) walk.#logins.set(await ids.login(login), login);
    for (const [key, id] of Object.entries(groups)) walk.#logins.set(id, key);
    walk.#ids = new Map([...walk.#logins].map(([id, login]) => [login, id]));
    return walk;
  }

  /** Resets everything to the beginning. */
  async reset(): Promise<void> {
    this.world = startWorld();
    this.#known.clear();
    this.trail.length = 0;
    this.host.clock.set(START);
    for (const table of TABLES) await this.query(`DELETE FROM messaging_${table}`);
    await this.journal.reset();
    await this.query(`DELETE FROM core_job WHERE brick = 'messaging'`);
    for (const uai of this.world.schools.keys()) await this.switchBrick(uai, true);
    await this.sync();
  }

  query<T>(sql: string): Promise<T[]> {
    return this.host.host.database.dataSource.query<T[]>(sql);
  }

  now(): Date {
    return this.host.clock.now();
  }

  /** The id of a person by login, or of a group by key. */
  idOf(name: string): string {
    return this.#ids.get(name) ?? '';
  }

  /** The login of a person, or the key of a group. */
  nameOf(id: string | null): string {
    return this.#logins.get(id ?? '') ?? '';
  }

  async post(
    login: string,
    uai: string,
    path: string,
    form: readonly (readonly [string, string])[],
  ): Promise<TestResponse> {
    // People who left have no session any more.
    if (!schoolOf(this.world, uai).people.has(login))
      return { status: 404, text: '', bytes: Buffer.alloc(0), headers: new Headers() };
    const sent = await this.host
      .asLogin(login, uai)
      .post(path)
      .form(new URLSearchParams(form.map((one) => [...one])));
    this.trail.push(`${this.now().toISOString().slice(0, 16)} ${login} POST ${path}: ${sent.status}`);
    if (sent.status >= 500 && sent.status !== 503) throw new Error(`${login}: POST ${path} answered ${sent.status}.`);
    return sent;
  }

  async get(login: string, uai: string, path: string): Promise<void> {
    if (!schoolOf(this.world, uai).people.has(login)) return;
    const { status } = await this.host.asLogin(login, uai).get(path);
    this.trail.push(`${this.now().toISOString().slice(0, 16)} ${login} GET ${path}: ${status}`);
    if (status >= 500) throw new Error(`${login}: GET ${path} answered ${status}.`);
  }

  /** Copies with their messages, in a fixed order. */
  async copies(): Promise<CopyAt[]> {
    const rows = await this.query<CopyAt & { ownerId: string; authorId: string }>(
      `SELECT c.id, c.school AS uai, c.messageId, c.ownerId, m.authorId, c.box, m.state FROM messaging_copy c
       JOIN messaging_message m ON m.id = c.messageId AND m.school = c.school ORDER BY m.id, c.ownerId`,
    );
    return rows.map((row) => ({ ...row, owner: this.nameOf(row.ownerId), author: this.nameOf(row.authorId) }));
  }

  async switchBrick(uai: string, isOn: boolean): Promise<void> {
    const { activations } = this.host.host;
    const rules = await activations.rules(uai, 'messaging');
    if (isOn && rules.length === 0) await activations.enable(uai, 'messaging', 'cli');
    if (!isOn && rules.length > 0) await activations.disable(uai, 'messaging', 'cli');
    schoolOf(this.world, uai).isOn = isOn;
  }

  /** Reads the directory as the world has it: pupils and teachers who left are not in it, and pupils are in the class of the world. */
  async sync(): Promise<void> {
    this.trail.push('sync');
    await this.host.host.sync.run(sourceOf(this.world), new AbortController().signal);
  }

  async runJobs(): Promise<void> {
    this.trail.push(`${this.now().toISOString().slice(0, 16)} jobs`);
    for (const outcome of await this.host.runJobs()) {
      if (outcome.error !== undefined) throw new Error(`The job ${outcome.name} failed.`, { cause: outcome.error });
    }
  }

  /** Compares each copy that has come since with the rules at this instant, and the journal with the rows. */
  async compare(): Promise<void> {
    await this.#compareCopies();
    await this.journal.compare(this);
    this.merged = undefined;
  }

  async #compareCopies(): Promise<void> {
    const rows = await this.query<NewRow>(
      `SELECT c.id, c.school AS uai, c.messageId, c.ownerId, m.authorId, m.urgent, m.sentAt, a.authorId AS answered, a.asProfile
       FROM messaging_copy c JOIN messaging_message m ON m.id = c.messageId AND m.school = c.school
       LEFT JOIN messaging_message a ON a.id = m.replyToId AND a.school = m.school`,
    );
    const fresh = rows.filter(({ id }) => !this.#known.has(id));
    if (fresh.length === 0) return;
    const recipients = await this.query<{
      messageId: string;
      toPerson: string | null;
      toGroup: string | null;
      part: string;
    }>('SELECT messageId, toPerson, toGroup, part FROM messaging_recipient');
    for (const row of fresh) {
      this.#known.add(row.id);
      const to = recipients
        .filter(({ messageId }) => messageId === row.messageId)
        .map(({ toPerson, toGroup, part }) =>
          toPerson === null
            ? `${part} ${toGroup === null ? 'all' : this.nameOf(toGroup)}`
            : `person ${this.nameOf(toPerson)}`,
        );
      const copy: NewCopy = {
        ...{ uai: row.uai, messageId: row.messageId, to },
        ...{ author: this.nameOf(row.authorId), owner: this.nameOf(row.ownerId), isUrgent: Boolean(row.urgent) },
        replyTo: row.answered === null ? undefined : { author: this.nameOf(row.answered), as: row.asProfile },
      };
      const fault = faultOf(copy, this.world, this.now());
      if (fault !== undefined) {
        throw new Error(
          `${copy.owner} has a message of ${copy.author} (${to.join()}) at ${this.now().toISOString()}: ${fault}`,
        );
      }
      this.#count(copy, instantOf(row.sentAt));
    }
  }

  #count(copy: NewCopy, sentAt: Date): void {
    if (copy.author === copy.owner) return;
    const { accepted } = this.world.decided;
    this.counts.copies += 1;
    if (copy.replyTo) this.counts.replies += 1;
    if ([...accepted].some((key) => key.startsWith(copy.messageId))) this.counts.accepted += 1;
    if (isQuiet(sentAt, { from: '19:00', to: '07:00', days: [] }) && sentAt < this.now())
      this.counts.waitedForMorning += 1;
  }
}

interface NewRow {
  readonly id: string;
  readonly uai: string;
  readonly messageId: string;
  readonly ownerId: string;
  readonly authorId: string;
  readonly urgent: boolean | number;
  readonly sentAt: string | Date;
  readonly answered: string | null;
  readonly asProfile: Profile;
}

/** SQLite gives instants as text, in UTC. */
function instantOf(stored: string | Date): Date {
  return typeof stored === 'string' ? new Date(`${stored.replace(' ', 'T')}Z`) : stored;
}

function sourceOf(world: World): DirectorySource {
  return {
    name: 'ldap',
    async *read(signal) {
      const records: DirectoryRecord[] = [];
      for await (const record of testHostSource.read(signal)) records.push(record);
      records.push(...WALK_RECORDS);
      const here = new Set([...world.schools.values()].flatMap(({ people }) => [...people.keys()]));
      const isAway = (login: string): boolean => WALKERS.has(login) && !here.has(login);
      for (const record of records) {
        if (record.type === 'person' && isAway(record.key)) continue;
        if (record.type === 'kinship' && (isAway(record.guardian) || isAway(record.child))) continue;
        if (record.type === 'membership') {
          if (isAway(record.person)) continue;
          const place = world.schools.get(record.uai)?.people.get(record.person);
          yield record.role === 'member' && place?.memberOf !== undefined
            ? { ...record, group: place.memberOf }
            : record;
        } else yield record;
      }
    },
  };
}

/** Every person who takes part at first. */
const WALKERS = new Set([...startWorld().schools.values()].flatMap(({ people }) => [...people.keys()]));
