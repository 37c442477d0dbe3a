// SPDX-License-Identifier: EUPL-1.2
import type { Request } from 'express';
import type session from 'express-session';
import { nat, sample } from 'fast-check';
import { isQuickRun } from '../../testing/full-run.js';
import { TestClock } from '../../testing/test-clock.js';
import { bothDatabases } from '../../testing/test-databases.js';
import { coreSchema } from '../app/core-schema.js';
import { openHostTables, type HostTables } from '../app/host-tables-for-tests.js';
import { ActivationRow } from '../domain/activation/activation.entity.js';
import { ActivationService } from '../domain/activation/activation-service.js';
import { AdministratorRow } from '../domain/administrators/administrator.entity.js';
import { AuditTrail } from '../domain/audit/audit-trail.js';
import { AttachmentRow } from '../domain/directory/attachment.entity.js';
import { PersonRow } from '../domain/directory/person.entity.js';
import { SchoolRow } from '../domain/directory/school.entity.js';
import { SessionStore } from '../domain/sessions/session-store.js';
import { openDatabase, type Database } from '../infra/database/open-database.js';

const BEGIN = new Date('2026-11-24T08:00:00.250Z');
const PEOPLE = ['ada', 'bo', 'cy'];
const SCHOOLS = ['0390001X', '0390002Y'];
const LIMITS = { idle: 40, absolute: 400 };
const REQUESTS = isQuickRun() ? 400 : 10_000;
const AT_ONCE = 20;
const FLIPS = 5;

/** The truth, without a database. */
interface World {
  readonly disabled: ReadonlySet<string>;
  readonly administrators: ReadonlySet<string>;
  /** `person school`. */
  readonly attached: ReadonlySet<string>;
  /** The beginning of the rule of a school that is on, in milliseconds. */
  readonly on: ReadonlyMap<string, number>;
  /** The person of each open session, and the time of the login. */
  readonly sessions: ReadonlyMap<string, { readonly personId: string; readonly since: number }>;
}

const EMPTY: World = {
  disabled: new Set(),
  administrators: new Set(),
  attached: new Set(PEOPLE.flatMap((id) => SCHOOLS.map((uai) => `${id} ${uai}`))),
  on: new Map(),
  sessions: new Map(),
};

/** The answer of the gates to a request, as text. */
function visitorIn({ sessions, disabled, administrators, attached }: World, sid: string, now: number): string {
  const session = sessions.get(sid);
  if (!session || now - session.since >= LIMITS.idle) return 'nobody';
  const { personId } = session;
  const schools = SCHOOLS.filter((uai) => !disabled.has(personId) && attached.has(`${personId} ${uai}`));
  return told(personId, disabled.has(personId), administrators.has(personId), schools);
}

function told(id: string, isDisabled: boolean, administers: boolean, schools: readonly string[]): string {
  return [id, isDisabled && 'disabled', administers && 'administers', ...schools].filter(Boolean).join(' ');
}

function isOnIn({ on }: World, uai: string, now: number): boolean {
  return (on.get(uai) ?? Infinity) <= now;
}

function without<T>(map: ReadonlyMap<string, T>, key: string): Map<string, T> {
  return new Map([...map].filter(([each]) => each !== key));
}

function toggled<T>(set: ReadonlySet<T>, one: T): Set<T> {
  return new Set(set.has(one) ? [...set].filter((other) => other !== one) : [...set, one]);
}

describe.each(bothDatabases())('the gates beside a writer on $name', (kind) => {
  const clock = new TestClock(BEGIN);
  let tables: HostTables;
  /** Another process: it has connections of its own. */
  let other: Database;

  beforeAll(async () => {
    tables = await openHostTables(kind);
    other = await openDatabase(tables.url, coreSchema.entities);
    const { manager } = tables.dataSource;
    const common = { source: 'ldap', createdAt: BEGIN };
    const schools = SCHOOLS.map((uai) => {
      return { ...common, uai, name: uai, foldedName: uai, kind: 'primary' as const, timeZone: 'Europe/Paris' };
    });
    await manager.insert(SchoolRow, schools);
    for (const id of PEOPLE) {
      const names = { givenName: id, familyName: id, displayName: id, foldedName: id };
      await manager.insert(PersonRow, { id, ...names, disabledAt: null, createdAt: BEGIN });
      for (const uai of SCHOOLS) {
        const spell = { profile: 'teacher', source: 'ldap', from: BEGIN, until: null } as const;
        await manager.insert(AttachmentRow, { id: `${id} ${uai}`, personId: id, uai, ...spell });
      }
    }
  });
  afterAll(async () => {
    await other.close();
    await tables.drop();
  });

  function servicesOf({ unitOfWork }: Database) {
    const auditTrail = new AuditTrail(unitOfWork, clock);
    return {
      sessions: new SessionStore(unitOfWork, clock, LIMITS, auditTrail),
      activations: new ActivationService(unitOfWork, clock, auditTrail),
    };
  }

  const sids: string[] = [];
  let rules = 0;

  /** One change of the world, and how it is written. */
  function flip(world: World, number: number): { readonly after: World; write(): Promise<unknown> } {
    const { manager } = tables.dataSource;
    const { sessions } = servicesOf(tables);
    const now = clock.now();
    const [id = '', uai = ''] = [PEOPLE[number % PEOPLE.length], SCHOOLS[number % SCHOOLS.length]];
    switch (number % 5) {
      case 0: {
        const disabled = toggled(world.disabled, id);
        const disabledAt = disabled.has(id) ? now : null;
        return { after: { ...world, disabled }, write: () => manager.update(PersonRow, { id }, { disabledAt }) };
      }
      case 1: {
        const administrators = toggled(world.administrators, id);
        const row = { personId: id, grantedAt: now };
        const isGranted = administrators.has(id);
        const write = (): Promise<unknown> =>
          isGranted ? manager.insert(AdministratorRow, row) : manager.delete(AdministratorRow, { personId: id });
        return { after: { ...world, administrators }, write };
      }
      case 2: {
        const spell = `${id} ${uai}`;
        const attached = toggled(world.attached, spell);
        const until = attached.has(spell) ? null : now;
        return { after: { ...world, attached }, write: () => manager.update(AttachmentRow, { id: spell }, { until }) };
      }
      case 3: {
        if (world.on.has(uai)) {
          const on = without(world.on, uai);
          return { after: { ...world, on }, write: () => manager.update(ActivationRow, { uai }, { until: now }) };
        }
        // One of two rules begins with the next millisecond.
        const from = new Date(now.getTime() + (rules % 2));
        const row = { id: `rule ${rules++}`, uai, brick: 'paper', profiles: [], groupIds: [], from, until: null };
        const decided = { enabledBy: 'cli', decidedAt: now, disabledBy: null, endedAt: null };
        const write = (): Promise<unknown> =>
          manager.insert(ActivationRow, { ...row, ...decided, chosenUntil: null, replaces: null });
        return { after: { ...world, on: new Map(world.on).set(uai, from.getTime()) }, write };
      }
      default: {
        const [known] = [...world.sessions].find(([, { personId }]) => personId === id) ?? [];
        if (known !== undefined) {
          const after = { ...world, sessions: without(world.sessions, known) };
          return { after, write: () => sessions.endSessions({ ticket: `ticket of ${known}` }, 'singleLogout') };
        }
        const sid = `session ${sids.push(id)}`;
        const opened = new Map(world.sessions).set(sid, { personId: id, since: now.getTime() });
        return { after: { ...world, sessions: opened }, write: () => sessions.open(sid, id, `ticket of ${sid}`) };
      }
    }
  }

  test('C18: many requests are each answered by what is so, while it changes and in another process', async () => {
    const batches = REQUESTS / AT_ONCE;
    const numbers = sample(nat(10_000), { numRuns: batches * (AT_ONCE + FLIPS) }).values();
    const next = (): number => numbers.next().value ?? 0;
    const processes = [servicesOf(tables), servicesOf(other)];
    /** The states of the database, one after each change. The last ones may not be committed yet. */
    const worlds: World[] = [EMPTY];
    let committed = 0;
    let asked = 0;
    const wrong: string[] = [];

    async function check<T>(ask: () => Promise<T>, inWorld: (world: World, now: number) => T): Promise<void> {
      const [first, now] = [committed, clock.now().getTime()];
      const answer = await ask();
      const possible = worlds.slice(first).map((world) => inWorld(world, now));
      asked += 1;
      if (!possible.includes(answer)) wrong.push(`${String(answer)}, and not ${possible.join(' or ')}`);
    }
    async function request(): Promise<void> {
      const number = next();
      const services = processes[number % 2] ?? servicesOf(other);
      // Mostly one of the last sessions, some of which have ended.
      const sid = `session ${Math.max(1, sids.length - (number % 6))}`;
      await check(
        () => visitorOf(services.sessions, sid),
        (world, now) => visitorIn(world, sid, now),
      );
      const uai = SCHOOLS[(number >> 1) % SCHOOLS.length] ?? '';
      const none = (): Promise<never[]> => Promise.resolve([]);
      await check(
        async () => (await services.activations.bricksFor(uai, ['teacher'], none)).has('paper'),
        (world, now) => isOnIn(world, uai, now),
      );
    }
    async function change(): Promise<void> {
      for (let count = 0; count < FLIPS; count += 1) {
        const { after, write } = flip(worlds.at(-1) ?? EMPTY, next());
        worlds.push(after);
        await write();
        committed = worlds.length - 1;
      }
    }

    for (let batch = 0; batch < batches; batch += 1) {
      const requests = Array.from({ length: AT_ONCE - 1 }, request);
      await Promise.all([...requests, change()]);
      await request();
      clock.advance(next() % 4);
    }
    expect(wrong).toEqual([]);
    expect(asked).toBe(2 * REQUESTS);
  });
});

async function visitorOf(sessions: SessionStore, sid: string): Promise<string> {
  const data = await new Promise<session.SessionData | null>((resolve, reject) => {
    sessions.get(sid, (error, found) => (error ? reject(error) : resolve(found ?? null)));
  });
  if (!data) return 'nobody';
  const request = { sessionID: sid, sessionStore: sessions } as unknown as Request;
  const { person, schools, administersPlatform } = sessions.personOf(sessions.createSession(request, data)) ?? {};
  if (!person) return 'erased';
  const uais = schools?.map(({ school }) => school.uai) ?? [];
  return told(person.id, person.disabled, administersPlatform ?? false, uais);
}
