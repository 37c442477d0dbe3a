// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import {
  addStandIn,
  importClasses,
  numberedPupils,
  SCHOOL,
  startTestHost,
  testDatabases,
  type TestHost,
} from '@volee/core-adapter/testing';
import fileShare from '@volee/file-share';
import livret from '@volee/livret-bridge';
import messaging from '@volee/messaging';

const EACH = 5;
const records = [...numberedPupils('cm1', 'ana', EACH), ...numberedPupils('cm2', 'bob', EACH)];
const PUPILS = ['ana', 'bob'].flatMap((word) => Array.from({ length: EACH }, (_, at) => `${word}${String(at)}`));
const LABELS = ['A', 'B', 'C'] as const;

/** The class in which a file puts each pupil, mostly that of the directory. */
const file = fc.array(fc.tuple(fc.nat({ max: 7 }), fc.option(fc.constantFrom(...LABELS))), {
  minLength: PUPILS.length,
  maxLength: PUPILS.length,
});
const step = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('file' as const), file }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('use' as const), at: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('same' as const, 'different' as const), at: fc.nat() }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const use = [0, 1, 2].map((at): Step => ({ kind: 'use', at }));
/** Each kind of step, with rows in a class that is half of two, before and after it is joined and parted. */
const FIRST: readonly Step[] = [
  { kind: 'file', file: PUPILS.map((_, at) => (at % EACH < 2 ? [0, 'C'] : [1, null])) },
  ...use,
  { kind: 'same', at: 0 },
  ...use,
  { kind: 'different', at: 0 },
  ...use,
];

/** The class of a row that a brick keeps. */
const PLACE = {
  file: 'SELECT groupId AS place FROM file_share_node WHERE name = ?',
  work: 'SELECT groupId AS place FROM file_share_work WHERE title = ?',
  message:
    'SELECT toGroup AS place FROM messaging_recipient WHERE messageId IN (SELECT id FROM messaging_message WHERE subject = ?)',
} as const;

/** Rows of the three bricks in the classes of a school, while sources change and an administrator decides. */
class Walk {
  /** By the name of the row. */
  readonly #places = new Map<string, string>();
  readonly taken = new Map<string, number>();

  constructor(readonly host: TestHost) {}

  query<R>(sql: string, values: readonly unknown[] = []): Promise<R[]> {
    return this.host.host.database.dataSource.query(sql, [...values]);
  }

  async take(taken: Step): Promise<void> {
    const done = await this.#try(taken);
    if (done) this.taken.set(taken.kind, (this.taken.get(taken.kind) ?? 0) + 1);
    await this.host.runJobs();
    const joined = new Map(
      (
        await this.query<{ id: string; joinedTo: string }>(
          'SELECT id, joinedTo FROM core_group WHERE joinedTo IS NOT NULL',
        )
      ).map(({ id, joinedTo }) => [id, joinedTo]),
    );
    for (const [name, place] of this.#places) this.#places.set(name, joined.get(place) ?? place);
  }

  async #try(taken: Step): Promise<boolean> {
    const { host } = this;
    if (taken.kind === 'file') {
      const own = (at: number): string => LABELS[at < EACH ? 0 : 1];
      const classes = new Map<string, string[]>();
      for (const [at, [luck, label]] of taken.file.entries()) {
        const name = luck > 0 ? own(at) : label;
        if (name !== null) classes.set(name, [...(classes.get(name) ?? []), PUPILS[at] ?? '']);
      }
      if (classes.size > 0) await importClasses(host, Object.fromEntries(classes));
      return classes.size > 0;
    }
    if (taken.kind === 'use') {
      const groups = await host.host.directory.groups(SCHOOL);
      const classes = groups.filter(({ pupils }) => pupils > 0).map(({ id }) => id);
      return this.#use(classes[taken.at % classes.length] ?? host.ids.cm1);
    }
    const state = taken.kind === 'same' ? 'open' : 'same';
    const pairs = await this.query<{ id: string }>('SELECT id FROM core_class_join WHERE state = ? ORDER BY id', [
      state,
    ]);
    const pair = pairs[taken.at % Math.max(pairs.length, 1)];
    if (pair)
      await host.host.classJoins.decide(pair.id, taken.kind, { actor: 'cli', reason: '' }).catch(() => undefined);
    return pair !== undefined;
  }

  /** A file, a work, a message and a bilan in a class, by a teacher who replaces there. */
  async #use(group: string): Promise<true> {
    const { host } = this;
    const teacher = host.as('teacher');
    const isTaught = (await teacher.get(`/groups/${group}/works/new`)).status === 303;
    if (!isTaught) await addStandIn(host, 'teacher', { from: '', until: '2026-12-18', groupId: group });
    const name = `n${String(this.#places.size)}.txt`;
    for (const kind of Object.keys(PLACE)) this.#places.set(`${kind} ${name}`, group);
    await teacher
      .post(`/groups/${group}/files`)
      .files({ [name]: name })
      .expect(303);
    await teacher.post(`/groups/${group}/works/new`).form({ title: name, for: 'class', do: 'keep' }).expect(303);
    const letter = { toPupilsOf: group, subject: name, body: name };
    await teacher.post(`/s/${SCHOOL}/messaging/write`).form(letter).expect(303);
    // The version before left bilans in the class that sorts first.
    await this.query(
      "UPDATE livret_bridge_bilan SET classId = ? WHERE pupilId IN (SELECT personId FROM core_membership WHERE groupId = ? AND role = 'member')",
      [group, group],
    );
    return true;
  }

  /** Rows that are lost, doubled, or in another class than the one that their class is. */
  async faults(): Promise<string[]> {
    const faults: string[] = [];
    for (const [row, place] of this.#places) {
      const [kind = '', name = ''] = row.split(' ');
      const found = await this.query<{ place: string }>(PLACE[kind as keyof typeof PLACE], [name]);
      if (found.length !== 1 || found[0]?.place !== place)
        faults.push(`${row}: ${JSON.stringify(found)}, not ${place}`);
    }
    return [...faults, ...(await this.#bilanFaults())];
  }

  async #bilanFaults(): Promise<string[]> {
    const school = await this.host.host.directory.school(SCHOOL);
    if (!school) throw new Error('There is no school.');
    const rows = await this.query<{ pupilId: string; classId: string }>(
      'SELECT pupilId, classId FROM livret_bridge_bilan',
    );
    const ids = await Promise.all(PUPILS.map((login) => this.host.ids.login(login)));
    const classes = await this.host.host.directory.inSchool(school).classesOf(ids);
    return ids.flatMap((id) => {
      const own = rows.filter(({ pupilId }) => pupilId === id).map(({ classId }) => classId);
      const isRight = own.length === 1 && classes.get(id)?.some((one) => one.id === own[0]) === true;
      return isRight ? [] : [`the bilan of ${id} is in ${own.join()}`];
    });
  }
}

describe.each(testDatabases())('classes of any two sources with the rows of bricks, on $name', ({ ...database }) => {
  let walk: Walk;
  const started = startTestHost({ bricks: [fileShare, messaging, livret], database, records });
  beforeAll(async () => {
    walk = new Walk(await started);
    await walk.host.as('head').post(`/s/${SCHOOL}/livret-bridge/periods`).form({ open: '1' }).expect(303);
  });

  test('T7: no bilan, file, work or message is lost, or goes to another class than its own', async () => {
    const steps = fc.noBias(fc.array(step, { minLength: 20, maxLength: 20 }));
    const go = async (all: readonly Step[]): Promise<void> => {
      for (const one of [...FIRST, ...all]) {
        await walk.take(one);
        expect(await walk.faults()).toEqual([]);
      }
    };
    await fc.assert(fc.asyncProperty(steps, go), { numRuns: 1, endOnFailure: true });
    for (const kind of ['file', 'use', 'same', 'different'])
      expect([kind, walk.taken.get(kind)]).toEqual([kind, expect.any(Number)]);
  }, 240_000);
});
