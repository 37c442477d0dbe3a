// SPDX-License-Identifier: EUPL-1.2
import type { Jobs, SchoolDirectory } from '@volee/core-adapter';
import type { DirectoryRecord, DirectorySource } from '@volee/core-adapter/directory';
import {
  group,
  kin,
  member,
  OTHER_SCHOOL,
  person,
  SCHOOL,
  startTestHost,
  testDatabases,
  testHostSource,
} from '@volee/core-adapter/testing';
import { messageSteps } from '../../testing/start/messages-for-tests.js';
import { movePerson } from '../personal-data/move-person.js';
import { defaultDecisions } from '../../domain/policy/decisions.js';
import { storedDecisions } from '../../domain/policy/stored-decisions.js';
import { CopyRow } from '../../store/copy.entity.js';
import { MessageRow } from '../../store/message.entity.js';
import { PolicyRow } from '../../store/policy.entity.js';
import { RecipientRow } from '../../store/recipient.entity.js';
import { ReviewRow } from '../../store/review.entity.js';
import { followClasses } from './follow-classes.js';
import { watchedBrick } from '../../testing/start/watched-brick-for-tests.js';

const child = (login: string, uai = SCHOOL): DirectoryRecord => person(login, 'pupil', uai, 'Camille', login);
const records: readonly DirectoryRecord[] = [
  ...['moves', 'leaves', 'grows', 'stays'].flatMap((login) => [child(login), member(SCHOOL, 'cm1', login)]),
  ...[child('lea', OTHER_SCHOOL), member(OTHER_SCHOOL, '6a', 'lea')],
  // A teacher of the class with a child in it, and two accounts of one guardian.
  kin('teacherInBothSchools', 'classmate'),
  ...['twin1', 'twin2'].flatMap((login) => [person(login, 'guardian', SCHOOL, 'Nora', login), kin(login, 'stays')]),
];

describe.each(testDatabases())('what waits is judged again at its delivery on $name', (database) => {
  const watched = watchedBrick();
  // Awaited below, since a describe cannot wait.
  let host: Awaited<ReturnType<typeof startTestHost>>;
  const started = startTestHost({ bricks: [watched.brick], database, records });
  beforeAll(async () => {
    host = await started;
  });
  const { send, has, waitUntilHour } = messageSteps(() => host);

  /** The subjects of the messages of which a person has a copy, once for each copy. */
  async function copiesOf(personId: string, uai = SCHOOL): Promise<string[]> {
    const db = host.tables(uai);
    const copies = await db.repository(CopyRow).find({ where: { ownerId: personId } });
    const messages = await db.repository(MessageRow).find();
    return copies.map(({ messageId }) => messages.find(({ id }) => id === messageId)?.subject ?? '');
  }

  /** 8:00 of the next day of school. */
  async function schoolMorning(): Promise<void> {
    do await waitUntilHour(7);
    while ([0, 6].includes(host.clock.now().getUTCDay()));
  }

  async function decideIn(uai: string, moderated: boolean): Promise<void> {
    const policies = host.tables(uai).repository(PolicyRow);
    const decisions = { ...defaultDecisions({ timeZone: 'Europe/Paris' }), moderated };
    const number = (await policies.count()) + 1;
    await policies.insert([{ ...storedDecisions(decisions), number, decidedBy: null, decidedAt: host.clock.now() }]);
  }

  /** The address of the review of a message, for a teacher. */
  async function reviewOf(subject: string, teacher: 'teacher' | 'teacherOfOtherSchool'): Promise<string> {
    const { text } = await host.as(teacher).get('/reviews').expect(200);
    const item = text.split('<li class="v-review">').find((part) => part.includes(subject)) ?? '';
    return /action="([^"]+)"/.exec(item)?.[1] ?? '/reviews/none';
  }

  /** A pupil writes at 20:00 to a classmate, for which a teacher is asked, and to a teacher, which is due in the morning. */
  async function writeInTheEvening(subject: string): Promise<void> {
    await waitUntilHour(19);
    const to = [await host.ids.login('lea'), await host.ids.person('teacherOfOtherSchool')];
    const fields = [...to.map((id) => ['toPerson', id]), ['subject', subject], ['body', 'x'], ['do', 'send']];
    await host.as('pupilOfOtherSchool').post('/write').form(new URLSearchParams(fields)).expect(303);
    await host.runJobs();
  }

  test('moderation that is switched off or on applies to it, and refused stays refused', async () => {
    const lea = await host.ids.login('lea');
    await writeInTheEvening('Sans accord');
    await decideIn(OTHER_SCHOOL, false);
    await schoolMorning();
    expect(await copiesOf(lea, OTHER_SCHOOL)).toEqual(['Sans accord']);
    expect(await has('teacherOfOtherSchool', 'Sans accord', '/reviews')).toBe(false);
    const reviews = host.tables(OTHER_SCHOOL).repository(ReviewRow);
    expect((await reviews.find()).map(({ state }) => state)).toEqual(['lapsed']);

    await writeInTheEvening('Avec accord');
    await decideIn(OTHER_SCHOOL, true);
    await schoolMorning();
    expect(await copiesOf(lea, OTHER_SCHOOL)).toEqual(['Sans accord']);
    const accepted = await reviewOf('Avec accord', 'teacherOfOtherSchool');
    await host.as('teacherOfOtherSchool').post(accepted).form({ do: 'accept', version: '1' }).expect(303);
    await host.runJobs();
    expect(await copiesOf(lea, OTHER_SCHOOL)).toEqual(['Sans accord', 'Avec accord']);

    await writeInTheEvening('Refusé');
    const refused = await reviewOf('Refusé', 'teacherOfOtherSchool');
    const refusal = { do: 'refuse', version: '1', reason: 'hurtful' };
    await host.as('teacherOfOtherSchool').post(refused).form(refusal).expect(303);
    await decideIn(OTHER_SCHOOL, false);
    await schoolMorning();
    expect(await copiesOf(lea, OTHER_SCHOOL)).not.toContain('Refusé');
    expect(await copiesOf(await host.ids.person('teacherOfOtherSchool'), OTHER_SCHOOL)).toContain('Refusé');
  });

  test('X2: a pupil that changed class, left or became a collégien gets nothing of what was accepted', async () => {
    await waitUntilHour(19);
    const ids = new Map<string, string>();
    for (const login of ['moves', 'leaves', 'grows', 'stays']) ids.set(login, await host.ids.login(login));
    const fields = [...[...ids.values()].map((id) => ['toPerson', id]), ['subject', 'Quatre'], ['body', 'x']];
    await host
      .as('pupil')
      .post('/write')
      .form(new URLSearchParams([...fields, ['do', 'send']]))
      .expect(303);
    const review = await reviewOf('Quatre', 'teacher');
    await host.as('teacher').post(review).form({ do: 'accept', version: '1' }).expect(303);
    await host.runJobs();
    for (const id of ids.values()) expect(await copiesOf(id)).toEqual([]);

    const moved = [child('moves'), member(SCHOOL, 'cm2', 'moves')];
    const grown = [child('grows', OTHER_SCHOOL), member(OTHER_SCHOOL, '6a', 'grows')];
    await host.host.sync.run(
      sourceWith(['moves', 'leaves', 'grows'], [...moved, ...grown]),
      new AbortController().signal,
    );
    await schoolMorning();
    const received = new Map<string, readonly string[]>();
    for (const [login, id] of ids) received.set(login, await copiesOf(id));
    expect(Object.fromEntries(received)).toEqual({ moves: [], leaves: [], grows: [], stays: ['Quatre'] });
    expect(await copiesOf(ids.get('grows') ?? '', OTHER_SCHOOL)).toEqual([]);
  });

  test('two guardians of one child, and a teacher that is a guardian of the class, have one copy each', async () => {
    await waitUntilHour(19);
    const fields = [
      ['toGuardiansOf', host.ids.cm1],
      ['toTeamOf', host.ids.cm1],
      ['subject', 'À tous'],
      ['body', 'x'],
      ['do', 'send'],
    ];
    await host.as('staff').post('/write').form(new URLSearchParams(fields)).expect(303);
    await host.runJobs();
    // The two accounts of one guardian become one between sending and delivery.
    const [from, to] = [await host.ids.login('twin1'), await host.ids.login('twin2')];
    const db = host.tables(SCHOOL);
    await db.transaction(() => movePerson({ db, from, to }));
    await schoolMorning();
    for (const role of ['guardian', 'guardianInBothSchools', 'teacherInBothSchools', 'teacher'] as const)
      expect((await copiesOf(await host.ids.person(role))).filter((subject) => subject === 'À tous')).toHaveLength(1);
    expect((await copiesOf(to)).filter((subject) => subject === 'À tous')).toHaveLength(1);
  });

  // The last ones: the class has another key afterwards.
  test('a message that waits goes along with its class at once, with the days that it has waited', async () => {
    await waitUntilHour(10);
    const toPerson = await host.ids.person('classmate');
    await send('pupil', { toPerson }, 'Billes');
    await host.runJobs();
    const reviews = host.tables(SCHOOL).repository(ReviewRow);
    const [asked] = await reviews.find({ where: { state: 'waiting' } });
    // A night on which the directory has nobody in the class: nothing is refused.
    await directorySays((record) => (record.type === 'membership' && record.group === 'cm1' ? [] : [record]));
    await waitUntilHour(10);
    expect(await reviews.find({ where: { state: 'waiting' } })).toEqual([asked]);

    await directorySays((record) => [renamed(record)]);
    await host.runJobs();
    const now = await reviews.find({ where: { state: 'waiting' } });
    expect(now).toMatchObject([{ messageId: asked?.messageId, heldAt: asked?.heldAt }]);
    expect(now[0]?.groupId).not.toBe(asked?.groupId);
    await host
      .as('pupil')
      .get('/boxes/sent')
      .expect(200, /Claire Vuillet/);
    const review = await reviewOf('Billes', 'teacher');
    await host.as('teacher').post(review).form({ do: 'accept', version: '1' }).expect(303);
    await host.runJobs();
    expect(await copiesOf(toPerson)).toContain('Billes');
  });

  test.each(['accept', 'refuse'] as const)(
    'an evening’s %s stays when the class has another key by the morning',
    async (decision) => {
      await directorySays((record) => [record]);
      await waitUntilHour(10);
      const [toPerson, subject] = [await host.ids.person('classmate'), `Osselets, ${decision}`];
      await send('pupil', { toPerson }, subject);
      await waitUntilHour(19);
      const review = await reviewOf(subject, 'teacher');
      await host.as('teacher').post(review).form({ do: decision, version: '1', reason: 'hurtful' }).expect(303);
      await host.runJobs();
      await directorySays((record) => [renamed(record)]);
      await host.runJobs();
      await schoolMorning();
      expect(await has('teacher', subject, '/reviews')).toBe(false);
      expect((await copiesOf(toPerson)).includes(subject)).toBe(decision === 'accept');
      const [message] = await host.tables(SCHOOL).repository(MessageRow).find({ where: { subject } });
      expect(message?.state).toBe(decision === 'accept' ? 'sent' : 'refused');
    },
  );

  test('only messages of a class that their author left are judged, and one that cannot be stops no other', async () => {
    await waitUntilHour(10);
    await send('pupil', { toPerson: await host.ids.person('classmate') }, 'Cartes');
    await send('pupil', { toPerson: await host.ids.login('stays') }, 'Toupies');
    await host.runJobs();
    const held = await host
      .tables(SCHOOL)
      .repository(MessageRow)
      .find({ where: { state: 'held' }, order: { id: 'ASC' } });
    const [first = '', second] = held.map(({ id }) => id);
    const recipients = host.tables(SCHOOL).repository(RecipientRow);
    const broken = (await recipients.findOne({ where: { messageId: first } }))?.toPerson ?? '';
    const work = watched.work(SCHOOL);
    const asked: (readonly string[] | undefined)[] = [];
    const enqueued: object[] = [];
    const directory: SchoolDirectory = {
      ...work.directory,
      relations: async (among) => {
        asked.push(among);
        if (among?.includes(broken)) throw new Error('The directory is broken.');
        return work.directory.relations(among);
      },
    };
    const jobs: Jobs = {
      enqueue: async (name, data, options) => {
        enqueued.push(data);
        await work.jobs.enqueue(name, data, options);
      },
    };
    const follow = () => followClasses({ ...work, directory, jobs }, new AbortController().signal);
    await follow();
    expect([asked.length, enqueued]).toEqual([1, []]);
    await directorySays((record) => [record]);
    await expect(follow()).rejects.toThrow('1 messages could not be judged.');
    expect([asked.length, enqueued]).toEqual([4, [{ messageId: second }]]);
  });

  test('X8: what waits for the morning reaches a group that has another key by then, and nobody that left', async () => {
    await directorySays((record) => [record]);
    await waitUntilHour(19);
    await send('teacher', { toPupilsOf: host.ids.cm1 }, 'Sortie');
    await send('pupil', { toTeamOf: host.ids.cm1 }, 'Merci');
    await send('staff', { toGuardiansOf: host.ids.cm1 }, 'Cantine');
    await host.runJobs();
    const leaves = await host.ids.login('leaves');
    await directorySays((record) => (keyOf(record) === 'leaves' ? [] : [renamed(record)]));
    await schoolMorning();
    for (const role of ['pupil', 'classmate'] as const)
      expect(await copiesOf(await host.ids.person(role))).toContain('Sortie');
    for (const login of ['moves', 'stays']) expect(await copiesOf(await host.ids.login(login))).toContain('Sortie');
    for (const role of ['teacher', 'teacherInBothSchools'] as const)
      expect(await copiesOf(await host.ids.person(role))).toContain('Merci');
    expect(await copiesOf(await host.ids.person('guardian'))).toContain('Cantine');
    expect(await copiesOf(leaves)).not.toContain('Sortie');
  });

  /** A sync of the directory with each of its records as this makes it. */
  async function directorySays(change: (record: DirectoryRecord) => readonly DirectoryRecord[]): Promise<void> {
    const all: DirectoryRecord[] = [];
    for await (const record of sourceWith([], []).read(new AbortController().signal)) all.push(...change(record));
    const source = { name: 'ldap', guard: { keep: 0, keepInWeek: 0, ignoreUnder: 5 }, read: () => stream(all) };
    const { id } = await host.host.sync.plan(source, new AbortController().signal);
    await host.host.sync.apply(id, { approve: { by: 'cli', reason: 'The directory changes.' } });
  }
});

async function* stream(records: readonly DirectoryRecord[]): AsyncGenerator<DirectoryRecord> {
  await Promise.resolve();
  yield* records;
}

/** CM1 under another key, as directories rename a class. */
function renamed(record: DirectoryRecord): DirectoryRecord {
  if (record.type === 'group' && record.key === 'cm1') return group(SCHOOL, 'cm1-a', 'CM1 A');
  if (record.type === 'membership' && record.group === 'cm1')
    return member(SCHOOL, 'cm1-a', record.person, record.role);
  return record;
}

/** The person that a record is about, but for families. */
function keyOf(record: DirectoryRecord): string {
  return record.type === 'person' ? record.key : record.type === 'membership' ? record.person : '';
}

/** The directory of this test, with other records about some people. */
function sourceWith(keys: readonly string[], others: readonly DirectoryRecord[]): DirectorySource {
  return {
    name: 'ldap',
    async *read(signal) {
      yield* testHostSource.read(signal);
      for (const record of records) {
        if (!keys.includes(keyOf(record))) yield record;
      }
      yield* others;
    },
  };
}
