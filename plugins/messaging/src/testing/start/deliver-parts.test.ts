// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord, DirectorySource } from '@volee/core-adapter/directory';
import {
  bothDatabases,
  member,
  onceInQuickRun,
  person,
  SCHOOL,
  startTestHost,
  testHostSource,
} from '@volee/core-adapter/testing';
import { Not } from 'typeorm';
import { messageSteps } from './messages-for-tests.js';
import { BreakerRow } from '../../store/breaker.entity.js';
import { CopyRow } from '../../store/copy.entity.js';
import { MessageRow } from '../../store/message.entity.js';
import { watchedBrick } from './watched-brick-for-tests.js';

const TEAM = 1_010;
/** The teachers of the class in the sample, besides the team. */
const OTHERS = 2;
const PART = 400;
const MINUTE = 60_000;

/** A team that a guardian may name as one recipient, and that is delivered in three parts. */
const logins = Array.from({ length: TEAM }, (_, n) => `teacher-${n}`);
const recordsOf = (login: string): readonly DirectoryRecord[] => [
  person(login, 'teacher', SCHOOL, 'Alix', login),
  member(SCHOOL, 'cm1', login, 'teacher'),
];
const records = logins.flatMap(recordsOf);

describe.each(bothDatabases())('a delivery in parts on $name', (database) => {
  const testOnce = onceInQuickRun(database);
  const watched = watchedBrick();
  // Awaited below, since a describe cannot wait.
  let host: Awaited<ReturnType<typeof startTestHost>>;
  const started = startTestHost({ bricks: [watched.brick], database, records });
  beforeAll(async () => {
    host = await started;
  }, 60_000);
  const { send, waitUntilHour } = messageSteps(() => host);

  /** The owners of the copies of a message, its author aside: two copies of one person would be two entries. */
  async function ownersOf(subject: string): Promise<string[]> {
    const db = host.tables(SCHOOL);
    const message = await db.repository(MessageRow).findOne({ where: { subject } });
    const { id: messageId = '', authorId } = message ?? {};
    const copies = await db.repository(CopyRow).find({ where: { messageId, ownerId: Not(authorId ?? '') } });
    return copies.map(({ ownerId }) => ownerId);
  }

  testOnce('a breaker that is tripped meanwhile stops the next part, which goes on when it ends', async () => {
    await send('guardian', { toTeamOf: host.ids.cm1 }, 'Coupé');
    const until = new Date(host.clock.now().getTime() + 30 * MINUTE);
    watched.afterPart(async () => {
      const pause = { profile: 'guardian', reason: 'Alerte', until, isForAll: false, startedBy: null } as const;
      const started = { startedAt: host.clock.now(), endedAt: null, endedBy: null };
      await host
        .tables(SCHOOL)
        .repository(BreakerRow)
        .insert([{ ...pause, ...started }]);
    });
    await host.runJobs();
    expect(await ownersOf('Coupé')).toHaveLength(PART);
    const message = { where: { subject: 'Coupé' } };
    expect(await host.tables(SCHOOL).repository(MessageRow).findOne(message)).toMatchObject({ state: 'waiting' });
    host.clock.advance(31 * MINUTE);
    await host.runJobs();
    const owners = await ownersOf('Coupé');
    expect([owners.length, new Set(owners).size]).toEqual([TEAM + OTHERS, TEAM + OTHERS]);
    expect(await host.tables(SCHOOL).repository(MessageRow).findOne(message)).toMatchObject({ state: 'sent' });
  });

  testOnce('one that breaks off between parts runs again, and each person has one copy', async () => {
    await send('guardian', { toTeamOf: host.ids.cm1 }, 'Interrompu');
    watched.afterPart(() => {
      throw new Error('The process was killed here.');
    });
    expect(await host.runJobs()).toContainEqual(expect.objectContaining({ name: 'deliver', state: 'waiting' }));
    expect(await ownersOf('Interrompu')).toHaveLength(PART);
    host.clock.advance(60 * MINUTE);
    await host.runJobs();
    const owners = await ownersOf('Interrompu');
    expect([owners.length, new Set(owners).size]).toEqual([TEAM + OTHERS, TEAM + OTHERS]);
  });

  test('a person that becomes due meanwhile has one copy', async () => {
    await waitUntilHour(19);
    const guardian = await host.ids.person('guardian');
    await host
      .as('staff')
      .post('/write')
      .form({ toTeamOf: host.ids.cm1, toPerson: guardian, subject: 'À cheval', body: 'x' })
      .expect(303);
    watched.afterPart(() => {
      // 8:00 of the next morning, in the middle of the delivery.
      host.clock.advance(12 * 60 * MINUTE);
    });
    await host.runJobs();
    await host.runJobs();
    const owners = await ownersOf('À cheval');
    expect(owners).toContain(guardian);
    expect([owners.length, new Set(owners).size]).toEqual([TEAM + OTHERS + 1, TEAM + OTHERS + 1]);
  });

  // Last: people leave.
  testOnce('X2: persons that leave the school between two parts have no copy', async () => {
    await send('guardian', { toTeamOf: host.ids.cm1 }, 'Partis');
    const left = new Map<string, string>();
    const leave = async (): Promise<void> => {
      const owners = await ownersOf('Partis');
      const count = left.size + 2;
      for (const login of logins.slice(owners.length)) {
        const id = left.size < count && !left.has(login) ? await host.ids.login(login) : '';
        if (id !== '' && !owners.includes(id)) left.set(login, id);
      }
      await host.host.sync.run(sourceWithout(left), new AbortController().signal);
    };
    watched.afterPart(async () => {
      await leave();
      watched.afterPart(leave);
    });
    await host.runJobs();
    const owners = await ownersOf('Partis');
    expect(left.size).toBe(4);
    for (const id of left.values()) expect(owners).not.toContain(id);
    expect(owners).toHaveLength(TEAM + OTHERS - left.size);
  });
});

/** The directory of this test, without some people of the team. */
function sourceWithout(left: ReadonlyMap<string, string>): DirectorySource {
  return {
    name: 'ldap',
    async *read(signal) {
      yield* testHostSource.read(signal);
      for (const login of logins) if (!left.has(login)) yield* recordsOf(login);
    },
  };
}
