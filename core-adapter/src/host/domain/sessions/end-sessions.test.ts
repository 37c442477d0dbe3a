// SPDX-License-Identifier: EUPL-1.2
import { TestClock } from '../../../testing/test-clock.js';
import { onceInQuickRun } from '../../../testing/full-run.js';
import { bothDatabases } from '../../../testing/test-databases.js';
import { openHostTables, type HostTables } from '../../app/host-tables-for-tests.js';
import { AuditLine } from '../audit/audit-line.entity.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { EndedTicketRow } from './ended-ticket.entity.js';
import type { SessionEnd, SessionsToEnd } from './end-sessions.js';
import { SessionRow } from './session.entity.js';
import { SessionStore } from './session-store.js';

const HOUR = 3_600_000;
const LIMITS = { idle: 2 * HOUR, absolute: 12 * HOUR };

describe.each(bothDatabases())('the end of sessions on $name', (kind) => {
  const testOnce = onceInQuickRun(kind);
  let database: HostTables;
  const clock = new TestClock(new Date('2026-11-24T08:00:00.250Z'));

  beforeAll(async () => {
    database = await openHostTables(kind);
  });
  beforeEach(async () => {
    for (const entity of [SessionRow, EndedTicketRow, AuditLine]) await database.dataSource.manager.clear(entity);
  });
  afterAll(() => database.drop());

  /** The sessions as one of several processes sees them. */
  const process = (): SessionStore =>
    new SessionStore(database.unitOfWork, clock, LIMITS, new AuditTrail(database.unitOfWork, clock));
  const lines = (): Promise<AuditLine[]> => database.dataSource.manager.find(AuditLine, { order: { id: 'ASC' } });

  testOnce.each<[SessionEnd, SessionsToEnd, actor: string, sessions: number]>([
    ['logout', { session: 'sid-1' }, 'claire', 1],
    ['newLogin', { session: 'sid-1' }, 'claire', 1],
    ['loginMoved', { session: 'sid-1' }, 'clock', 1],
    ['singleLogout', { ticket: 'ST-1' }, 'sso', 1],
    ['left', { persons: ['claire', 'nobody'] }, 'clock', 2],
    ['merged', { persons: ['claire'] }, 'clock', 2],
    ['schoolClosed', { persons: ['claire'] }, 'clock', 2],
    ['erased', { persons: ['claire'] }, 'clock', 2],
  ])('C3: %s leaves one line, with the person and the reason', async (reason, of, actor, sessions) => {
    const store = process();
    for (const n of [1, 2]) await store.open(`sid-${n}`, 'claire', `ST-${n}`);
    await store.open('sid-3', 'karim', 'ST-3');
    expect(await store.endSessions(of, reason)).toEqual(Array.from({ length: sessions }, () => 'claire'));
    expect(await database.dataSource.manager.count(SessionRow)).toBe(3 - sessions);
    const subject = { person: 'claire', sessions, reason };
    expect(await lines()).toMatchObject([
      { actor, uai: null, action: 'core.session.end', outcome: 'done', subject, at: clock.now() },
    ]);
    // The session is over: ending it once more changes nothing, and says nothing.
    expect(await store.endSessions(of, reason)).toEqual([]);
    expect(await lines()).toHaveLength(1);
  });

  testOnce('C3: sessions past their limit leave a line for a hundred persons', async () => {
    const store = process();
    const opened = Array.from({ length: 101 }, (_, n) => n);
    await database.unitOfWork.transaction(async () => {
      for (const n of opened) await store.open(`sid-${n}`, `person-${n}`, `ST-${n}`);
      await store.open('sid-again', 'person-0', 'ST-again');
    });
    clock.advance(LIMITS.absolute);
    await store.open('in use', 'karim', 'ST-in-use');
    await store.sweep();
    await store.sweep();
    const subjects = (await lines()).map(({ subject }) => subject as { persons: string[]; sessions: number });
    expect(subjects.map(({ persons, sessions }) => [persons.length, sessions])).toEqual([
      [100, 101],
      [1, 1],
    ]);
    expect(new Set(subjects.flatMap(({ persons }) => persons)).size).toBe(101);
    expect(await lines()).toMatchObject([{ actor: 'clock' }, { actor: 'clock', subject: { reason: 'expired' } }]);
  });

  test('C3: whatever ends sessions at the same time, the lines count each ended session once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [here, there] = [process(), process()];
      for (const n of [1, 2, 3]) await here.open(`sid-${round}-${n}`, 'claire', `ST-${round}-${n}`);
      await Promise.all([
        here.endSessions({ session: `sid-${round}-1` }, 'logout'),
        there.endSessions({ ticket: `ST-${round}-1` }, 'singleLogout'),
        there.endSessions({ ticket: `ST-${round}-2` }, 'singleLogout'),
        here.endSessions({ persons: ['claire'] }, 'left'),
        there.endSessions({ persons: ['claire'] }, 'erased'),
      ]);
      expect(await database.dataSource.manager.count(SessionRow)).toBe(0);
      const counts = (await lines()).map(({ subject }) => (subject as { sessions: number }).sessions);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(3 * (round + 1));
    }
  });

  testOnce('C3: a line that cannot be written leaves the session as it is', async () => {
    const broken = new AuditTrail(database.unitOfWork, {
      now: () => {
        throw new Error('no time');
      },
    });
    await process().open('sid', 'claire', 'ST-1');
    const store = new SessionStore(database.unitOfWork, clock, LIMITS, broken);
    await expect(store.endSessions({ session: 'sid' }, 'logout')).rejects.toThrow('no time');
    expect(await database.dataSource.manager.count(SessionRow)).toBe(1);
  });
});
