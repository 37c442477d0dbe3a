// SPDX-License-Identifier: EUPL-1.2
import type { SessionData } from 'express-session';
import { TestClock } from '../../../testing/test-clock.js';
import { onceInQuickRun } from '../../../testing/full-run.js';
import { bothDatabases } from '../../../testing/test-databases.js';
import { openHostTables, type HostTables } from '../../app/host-tables-for-tests.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { EndedTicketRow } from './ended-ticket.entity.js';
import { SessionRow } from './session.entity.js';
import { SessionStore } from './session-store.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const LIMITS = { idle: 2 * HOUR, absolute: 12 * HOUR };

describe.each(bothDatabases())('sessions on $name', (kind) => {
  const testOnce = onceInQuickRun(kind);
  let database: HostTables;
  let clock: TestClock;
  let store: SessionStore;

  beforeAll(async () => {
    database = await openHostTables(kind);
  });
  beforeEach(async () => {
    await database.dataSource.manager.clear(SessionRow);
    await database.dataSource.manager.clear(EndedTicketRow);
    clock = new TestClock(new Date('2026-11-24T08:00:00.250Z'));
    store = new SessionStore(database.unitOfWork, clock, LIMITS, new AuditTrail(database.unitOfWork, clock));
  });
  afterAll(() => database.drop());

  function promise<T>(ask: (callback: (error?: unknown, result?: T) => void) => void): Promise<T | undefined> {
    return new Promise((resolve, reject) => {
      ask((error, result) => (error ? reject(error) : resolve(result)));
    });
  }
  const get = (sid: string): Promise<SessionData | null | undefined> => promise((done) => store.get(sid, done));
  const set = (sid: string, data: object): Promise<void> =>
    promise((done) => store.set(sid, data as SessionData, done));
  const touch = (sid: string, data: object): Promise<void> =>
    promise((done) => store.touch(sid, data as SessionData, done));
  const destroy = (sid: string): Promise<void> => promise((done) => store.destroy(sid, done));
  const rows = (): Promise<SessionRow[]> => database.dataSource.manager.find(SessionRow);

  /** The session of a request in progress. */
  async function loaded(sid: string): Promise<SessionData> {
    const data = await get(sid);
    if (!data) throw new Error(`${sid} is over`);
    return data;
  }

  testOnce('an opened session is found again, with the data of later requests', async () => {
    await store.open('sid', 'claire', 'ST-1');
    await set('sid', { ...(await loaded('sid')), uai: '0390001X', notice: 'Fait.' });
    expect(await get('sid')).toMatchObject({ personId: 'claire', uai: '0390001X', notice: 'Fait.' });
    expect(await get('another')).toBeNull();
  });

  testOnce('C3: a session is active until it is ended or reaches its absolute limit, even when idle', async () => {
    for (const [sid, person] of [
      ['one', 'claire'],
      ['other', 'claire'],
      ['elsewhere', 'omar'],
    ] as const)
      await store.open(sid, person, `ST-${sid}`);
    const activeSids = async (): Promise<string[]> =>
      [...(await store.findActive(['one', 'other', 'elsewhere', 'none']))].sort();
    await store.endSessions({ ticket: 'ST-one' }, 'singleLogout');
    clock.advance(LIMITS.idle + 1);
    expect(await activeSids()).toEqual(['elsewhere', 'other']);
    clock.advance(LIMITS.absolute);
    expect(await activeSids()).toEqual([]);
  });

  test('of any number of sessions, those that are in use are found', async () => {
    const crowd = Array.from({ length: 1_200 }, (_, index) => `sid-${index}`);
    for (const sid of ['sid-0', 'sid-700', 'sid-1199']) await store.open(sid, 'claire', `ST-${sid}`);
    clock.advance(LIMITS.idle / 2);
    await touch('sid-700', await loaded('sid-700'));
    const found = async (): Promise<[number, string[]]> => [
      (await store.findActive(crowd)).size,
      [...(await store.findInUse(crowd))],
    ];
    expect(await found()).toEqual([3, expect.arrayContaining(['sid-0', 'sid-700', 'sid-1199'])]);
    clock.advance(LIMITS.idle / 2);
    expect(await found()).toEqual([3, ['sid-700']]);
    clock.advance(LIMITS.absolute);
    expect(await found()).toEqual([0, []]);
  });

  testOnce('a request that is no activity neither renews a session nor loses what it stores', async () => {
    await store.open('sid', 'claire', 'ST-1');
    clock.advance(LIMITS.idle - MINUTE);
    const data = await loaded('sid');
    store.ignoreActivity(data);
    await touch('sid', data);
    await set('sid', Object.assign(data, { notice: 'Fait.' }));
    expect(await get('sid')).toMatchObject({ notice: 'Fait.' });
    clock.advance(MINUTE);
    expect(await get('sid')).toBeNull();
  });

  testOnce('a copy of the table is useless: it holds neither the cookie nor the ticket in clear', async () => {
    await store.open('secret-sid', 'claire', 'ST-secret');
    expect(JSON.stringify(await rows())).not.toMatch(/secret/);
    const [row] = await rows();
    expect(await get(row?.idHash ?? '')).toBeNull();
    expect(await store.endSessions({ ticket: row?.ticketHash ?? '' }, 'singleLogout')).toEqual([]);
  });

  testOnce('data that a request puts into the session cannot change its person', async () => {
    await store.open('sid', 'claire', 'ST-1');
    await set('sid', { ...(await loaded('sid')), personId: 'head' });
    expect(await get('sid')).toMatchObject({ personId: 'claire' });
  });

  test('C5: a destroyed session is not revived by a request in flight', async () => {
    await store.open('sid', 'claire', 'ST-1');
    const inFlight = await loaded('sid');
    await destroy('sid');
    await set('sid', { ...inFlight, uai: '0390001X' });
    await touch('sid', { ...inFlight, seenAt: 0 });
    expect(await get('sid')).toBeNull();
    expect(await rows()).toEqual([]);
  });

  test('C5: a logout during the login leaves no session', async () => {
    expect(await store.endSessions({ ticket: 'ST-1' }, 'singleLogout')).toEqual([]);
    expect(await store.endSessions({ ticket: 'ST-1' }, 'singleLogout')).toEqual([]);
    expect(await store.open('sid', 'claire', 'ST-1')).toBe(false);
    expect(await get('sid')).toBeNull();
    expect(await store.open('other', 'odile', 'ST-2')).toBe(true);
  });

  testOnce('ended tickets are swept once no login with them can be in progress', async () => {
    await store.endSessions({ ticket: 'ST-1' }, 'singleLogout');
    clock.advance(11 * MINUTE);
    await store.endSessions({ ticket: 'ST-2' }, 'singleLogout');
    await store.sweep();
    expect(await database.dataSource.manager.count(EndedTicketRow)).toBe(1);
  });

  test('C5: a logout received by one process ends the session in all of them', async () => {
    const elsewhere = new SessionStore(database.unitOfWork, clock, LIMITS, new AuditTrail(database.unitOfWork, clock));
    await store.open('sid', 'claire', 'ST-1');
    expect(await elsewhere.endSessions({ ticket: 'ST-1' }, 'singleLogout')).toEqual(['claire']);
    expect(await get('sid')).toBeNull();
  });

  test('C3: ended tickets, which anybody may post, are kept up to a limit; the oldest are dropped', async () => {
    const rows = Array.from({ length: 50_001 }, (_, number) => ({
      ticketHash: String(number).padStart(64, '0'),
      endedAt: new Date(clock.now().getTime() - 60_000 + number),
    }));
    for (let at = 0; at < rows.length; at += 5_000) {
      await database.dataSource.manager.insert(EndedTicketRow, rows.slice(at, at + 5_000));
    }
    await store.endSessions({ ticket: 'ST-last' }, 'singleLogout');
    const manager = database.dataSource.manager;
    expect(await manager.count(EndedTicketRow)).toBe(50_000);
    expect(await manager.existsBy(EndedTicketRow, { ticketHash: rows[0]?.ticketHash ?? '' })).toBe(false);
    expect(await store.open('sid', 'claire', 'ST-last')).toBe(false);
  });

  testOnce('the data written at login is not written again at the end of the request; later changes are', async () => {
    const session = { uai: '0390001X', provenAt: 1, cookie: {} } as SessionData;
    await store.open('sid', 'claire', 'ST-1', session);
    const [opened] = await rows();
    clock.advance(MINUTE);
    const save = (): Promise<unknown> => promise((done) => store.set('sid', session, done));
    await save();
    expect(await rows()).toEqual([opened]);
    session.uai = '0390002Y';
    await save();
    expect(await get('sid')).toMatchObject({ uai: '0390002Y', provenAt: 1 });
  });

  test('C5: a request in flight revives neither a session ended by the SSO nor one of a disabled person', async () => {
    await store.open('by ticket', 'claire', 'ST-1');
    await store.open('by person', 'karim', 'ST-2');
    const inFlight = [await loaded('by ticket'), await loaded('by person')];
    await store.endSessions({ ticket: 'ST-1' }, 'singleLogout');
    await store.endSessions({ persons: ['karim'] }, 'left');
    await set('by ticket', { ...inFlight[0] });
    await set('by person', { ...inFlight[1] });
    expect(await rows()).toEqual([]);
  });

  testOnce('a request does not create a session that was never opened', async () => {
    await set('planted', { personId: 'claire', uai: '0390001X' });
    await touch('planted', {});
    expect(await get('planted')).toBeNull();
    expect(await rows()).toEqual([]);
  });

  testOnce('a session ends after two hours without a request; each request restarts the delay', async () => {
    await store.open('sid', 'claire', 'ST-1');
    clock.advance(LIMITS.idle - 1);
    await touch('sid', await loaded('sid'));
    clock.advance(LIMITS.idle - 1);
    await touch('sid', await loaded('sid'));
    clock.advance(LIMITS.idle);
    expect(await get('sid')).toBeNull();
  });

  testOnce('a session ends after twelve hours, even in use', async () => {
    await store.open('sid', 'claire', 'ST-1');
    for (let hour = 1; hour < 12; hour += 1) {
      clock.advance(HOUR);
      await touch('sid', await loaded('sid'));
    }
    clock.advance(HOUR - 1);
    await set('sid', { ...(await loaded('sid')), uai: '0390001X' });
    clock.advance(1);
    expect(await get('sid')).toBeNull();
  });

  test('P17 a session of a clock that was ahead is over when the clock is right, and stays over on that day', async () => {
    const right = clock.now();
    await store.open('right', 'karim', 'ST-1');
    clock.advance(2 * MINUTE);
    await store.open('ahead', 'claire', 'ST-2');
    clock.set(right);
    expect([await get('ahead'), await get('right')]).toEqual([null, expect.anything()]);
    expect(await store.findInUse(['ahead', 'right'])).toEqual(new Set(['right']));
    await store.sweep();
    clock.advance(2 * MINUTE);
    expect([await get('ahead'), await get('right')]).toEqual([null, expect.anything()]);
  });

  testOnce('a request is recorded at most once a minute', async () => {
    await store.open('sid', 'claire', 'ST-1');
    const opened = clock.now();
    clock.advance(MINUTE - 1);
    await touch('sid', await loaded('sid'));
    expect((await rows())[0]?.seenAt).toEqual(opened);
    clock.advance(1);
    await touch('sid', await loaded('sid'));
    expect((await rows())[0]?.seenAt).toEqual(clock.now());
  });

  testOnce('C3: a ticket ends its own session, and no other', async () => {
    await store.open('claire 1', 'claire', 'ST-1');
    await store.open('claire 2', 'claire', 'ST-2');
    await store.open('karim', 'karim', 'ST-3');
    expect(await store.endSessions({ ticket: 'ST-unknown' }, 'singleLogout')).toEqual([]);
    expect(await store.endSessions({ ticket: 'st-1' }, 'singleLogout')).toEqual([]);
    expect(await store.endSessions({ ticket: 'ST-1' }, 'singleLogout')).toEqual(['claire']);
    expect(await store.endSessions({ ticket: 'ST-1' }, 'singleLogout')).toEqual([]);
    expect(await get('claire 1')).toBeNull();
    expect(await get('claire 2')).toMatchObject({ personId: 'claire' });
    expect(await get('karim')).toMatchObject({ personId: 'karim' });
  });

  testOnce('endSessions ends every session of the given persons, and none for an empty list', async () => {
    await store.open('claire 1', 'claire', 'ST-1');
    await store.open('claire 2', 'claire', 'ST-2');
    await store.open('karim', 'karim', 'ST-3');
    await store.endSessions({ persons: [] }, 'left');
    expect(await rows()).toHaveLength(3);
    await store.endSessions({ persons: ['claire', 'somebody else'] }, 'left');
    expect((await rows()).map(({ personId }) => personId)).toEqual(['karim']);
  });

  testOnce(
    'sweep deletes sessions past their absolute limit only: an idle session may have a response in progress',
    async () => {
      await store.open('old', 'claire', 'ST-1');
      clock.advance(HOUR);
      await store.open('idle', 'karim', 'ST-2');
      clock.advance(LIMITS.absolute - HOUR - 1);
      await store.sweep();
      expect(await rows()).toHaveLength(2);
      clock.advance(1);
      await store.sweep();
      expect((await rows()).map(({ personId }) => personId)).toEqual(['karim']);
    },
  );
});
