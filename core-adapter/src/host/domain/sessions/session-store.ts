// SPDX-License-Identifier: EUPL-1.2
import type { Request } from 'express';
import session from 'express-session';
import { And, In, LessThan, LessThanOrEqual, MoreThan, type FindOptionsWhere } from 'typeorm';
import type { Clock } from '../../../api/log.js';
import type { NoticeAction } from '../../../ui/shell.js';
import { keptSelect } from '../../infra/database/kept-select.js';
import { hashOf } from '../../infra/database/hash-of.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import type { AuditTrail } from '../audit/audit-trail.js';
import { batches } from '../directory/batches.js';
import { EndedTicketRow } from './ended-ticket.entity.js';
import { AHEAD, findSession, type SessionLimits, type SessionPerson } from './find-session.js';
import { endSessionsWhere, type SessionEnd, type SessionsToEnd } from './end-sessions.js';
import { SessionRow } from './session.entity.js';

declare module 'express-session' {
  interface SessionData {
    personId?: string | undefined;
    /** The school shown last, to which `/` redirects. */
    uai?: string | undefined;
    /** A message shown once, on the next page. */
    notice?: string | undefined;
    /** A button beside that message. */
    noticeAction?: NoticeAction | undefined;
    /** Time of the last recorded request, in milliseconds since 1970. */
    seenAt?: number;
    /** Time at which the user last entered their password for this session, in milliseconds since 1970. */
    provenAt?: number | undefined;
    /** The user's proxy-granting ticket for other services, sealed (CAS 3.0 §2.5.4). */
    grant?: string | undefined;
  }
}

/** The shortest time between two records of requests, to spare a write on each. */
const TOUCH_MS = 60_000;

/** The longest time from a ticket to its session, generously. */
const LOGIN_MS = 10 * 60_000;

/** The maximum number of ended tickets that are kept: anybody may post them (C3). */
const MOST_ENDED = 50_000;

/** The maximum number of sessions that one query names: databases limit the variables of a statement. */
const AT_ONCE = 500;

/** The event of the store after sessions have ended in this process, with the ids of their people. */
export const SESSIONS_ENDED = 'ended';

const SELECT_ENDED = keptSelect<'ticketHash', { readonly ticketHash: string }>((manager) =>
  manager
    .createQueryBuilder(EndedTicketRow, 'ended')
    .select('ended.ticketHash', 'ticketHash')
    .where('ended.ticketHash = :ticketHash'),
);

type Callback<T = void> = (error?: unknown, result?: T) => void;

/**
 * Sessions in the database. Only `open` inserts a row, at login; `set` only updates, so that a request in flight cannot revive a destroyed
 * session (C5).
 */
export class SessionStore extends session.Store {
  /** Puts a new session with a new id on the request; express-session assigns this method. */
  declare generate: (request: Request) => void;

  /** The data that `open` has just written: express-session saves every new session, and would write the same again. */
  readonly #written = new WeakMap<object, string>();

  /** The people of sessions that `get` has found, by the data that it gave, and then by the session that was made of it. */
  readonly #people = new WeakMap<object, SessionPerson>();

  /** The data of requests that do not count as activity of their user. */
  readonly #inBackground = new WeakSet<object>();

  /** The time of the last cleanup of ended tickets. */
  #tidiedAt = -Infinity;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly limits: SessionLimits,
    private readonly auditTrail: AuditTrail,
  ) {
    super();
  }

  /**
   * Inserts the row of a new session.
   * @param begun the session of the request, to be stored in the row
   * @returns false when the SSO has ended the session meanwhile (CAS 3.0 §2.3.3): no row is left
   */
  async open(
    sid: string,
    personId: string,
    ticket: string,
    begun: Partial<session.SessionData> = {},
  ): Promise<boolean> {
    const now = this.clock.now();
    const ticketHash = hashOf(ticket);
    const data = keptOf(begun);
    await this.unitOfWork.run((manager) =>
      manager.insert(SessionRow, {
        idHash: hashOf(sid),
        personId,
        ticketHash,
        data,
        seenAt: now,
        endsAt: new Date(now.getTime() + this.limits.absolute),
      }),
    );
    this.#written.set(begun, JSON.stringify(data));
    // Login and logout each write before they read: when they cross, at least one sees the other.
    const isEnded = (await SELECT_ENDED(this.unitOfWork, { ticketHash })).length > 0;
    if (isEnded) await this.endSessions({ session: sid }, 'singleLogout');
    return !isEnded;
  }

  override get(sid: string, callback: Callback<session.SessionData | null>): void {
    answer(this.#find(sid), callback);
  }

  override createSession(request: Request, data: session.SessionData): session.Session & session.SessionData {
    const created = super.createSession(request, data);
    const known = this.#people.get(data);
    if (known) this.#people.set(created, known);
    return created;
  }

  /** The person of the session of a request, read together with the session; undefined when they were erased. */
  personOf(session: object): SessionPerson | undefined {
    return this.#people.get(session);
  }

  override set(sid: string, changed: session.SessionData, callback: Callback = () => {}): void {
    const data = keptOf(changed);
    if (this.#written.get(changed) === JSON.stringify(data)) return callback();
    answer(
      this.unitOfWork.run((manager) =>
        manager.update(
          SessionRow,
          { idHash: hashOf(sid) },
          { data, ...(!this.#inBackground.has(changed) && { seenAt: this.clock.now() }) },
        ),
      ),
      (error) => callback(error),
    );
  }

  /** The request with this session does not count as activity: a page asks by itself, and the idle limit goes on. */
  ignoreActivity(session: object): void {
    this.#inBackground.add(session);
  }

  override touch(sid: string, session: session.SessionData, callback: Callback = () => {}): void {
    const { seenAt = 0 } = session;
    const now = this.clock.now();
    if (now.getTime() - seenAt < TOUCH_MS || this.#inBackground.has(session)) return callback();
    answer(
      this.unitOfWork.run((manager) => manager.update(SessionRow, { idHash: hashOf(sid) }, { seenAt: now })),
      (error) => callback(error),
    );
  }

  override destroy(sid: string, callback: Callback = () => {}): void {
    answer(this.endSessions({ session: sid }, 'logout'), (error) => callback(error));
  }

  /**
   * The one way in which sessions end, each with its audit line. A ticket also ends a session that is about to open (CAS 3.0 §2.3.3).
   * @returns the id of the person of each ended session
   */
  async endSessions(of: SessionsToEnd, reason: SessionEnd): Promise<string[]> {
    if ('session' in of) return this.#end({ idHash: hashOf(of.session) }, reason);
    if ('ticket' in of) return this.#endByTicket(hashOf(of.ticket), reason);
    const ended: string[] = [];
    for (const batch of batches(of.persons)) {
      ended.push(...(await this.#end({ personId: In([...batch]) }, reason)));
    }
    return ended;
  }

  async #end(where: FindOptionsWhere<SessionRow>, reason: SessionEnd): Promise<string[]> {
    const { unitOfWork, auditTrail } = this;
    const persons = await endSessionsWhere({ unitOfWork, auditTrail }, where, reason);
    if (persons.length > 0) unitOfWork.afterCommit(() => this.emit(SESSIONS_ENDED, persons));
    return persons;
  }

  async #endByTicket(ticketHash: string, reason: SessionEnd): Promise<string[]> {
    const endedAt = this.clock.now();
    // The ended ticket commits before sessions are read: see `open`.
    await this.unitOfWork.run((manager) =>
      manager.createQueryBuilder().insert().into(EndedTicketRow).values({ ticketHash, endedAt }).orIgnore().execute(),
    );
    const ended = await this.#end({ ticketHash }, reason);
    // The cleanup comes last, and its errors are ignored: the SSO sends a logout only once. The sweep repeats this cleanup.
    await this.#tidyUp(endedAt.getTime()).catch(() => undefined);
    return ended;
  }

  /**
   * The sessions among these that have neither been ended nor reached the absolute limit. The idle limit does not count during a response.
   */
  findActive(sids: readonly string[]): Promise<Set<string>> {
    return this.#findAmong(sids, { endsAt: MoreThan(this.clock.now()) });
  }

  /** The sessions among these that neither have ended nor are idle. */
  findInUse(sids: readonly string[]): Promise<Set<string>> {
    const now = this.clock.now();
    const { idle } = this.limits;
    const seenAt = And(MoreThan(after(now, -idle)), LessThanOrEqual(after(now, AHEAD)));
    return this.#findAmong(sids, { endsAt: MoreThan(now), seenAt });
  }

  async #findAmong(sids: readonly string[], where: FindOptionsWhere<SessionRow>): Promise<Set<string>> {
    const byHash = new Map(sids.map((sid) => [hashOf(sid), sid]));
    const hashes = [...byHash.keys()];
    const found = new Set<string>();
    for (let first = 0; first < hashes.length; first += AT_ONCE) {
      const idHash = In(hashes.slice(first, first + AT_ONCE));
      const rows = await this.unitOfWork.run((manager) =>
        manager.find(SessionRow, { where: { ...where, idHash }, select: { idHash: true } }),
      );
      for (const row of rows) found.add(byHash.get(row.idHash) ?? '');
    }
    return found;
  }

  /**
   * Ends sessions past their absolute limit and those of a clock that was ahead, and deletes tickets too old to begin a session. Idle
   * sessions stay: a response may be in progress.
   */
  async sweep(): Promise<void> {
    await this.#forgetTickets();
    const now = this.clock.now();
    await this.#end({ endsAt: LessThanOrEqual(now) }, 'expired');
    await this.#end({ seenAt: MoreThan(after(now, AHEAD)) }, 'expired');
  }

  /**
   * Bounds the number of ended tickets between two sweeps: anybody may post them (C3). At most once a second, since logouts may come by the
   * hundred.
   */
  async #tidyUp(now: number): Promise<void> {
    if (now - this.#tidiedAt < 1_000) return;
    this.#tidiedAt = now;
    await this.#forgetTickets();
    const surplus = (await this.unitOfWork.run((manager) => manager.count(EndedTicketRow))) - MOST_ENDED;
    if (surplus <= 0) return;
    // The oldest tickets: their logins have ended or will not complete.
    const oldest = await this.unitOfWork.run((manager) =>
      manager.find(EndedTicketRow, { order: { endedAt: 'ASC' }, take: Math.min(surplus, 1_000) }),
    );
    const ticketHash = In(oldest.map((row) => row.ticketHash));
    await this.unitOfWork.run((manager) => manager.delete(EndedTicketRow, { ticketHash }));
  }

  async #forgetTickets(): Promise<void> {
    const endedAt = LessThan(new Date(this.clock.now().getTime() - LOGIN_MS));
    await this.unitOfWork.run((manager) => manager.delete(EndedTicketRow, { endedAt }));
  }

  async #find(sid: string): Promise<session.SessionData | null> {
    const { unitOfWork, clock, limits } = this;
    const row = await findSession(unitOfWork, hashOf(sid), { now: clock.now(), limits });
    if (!row) return null;
    const { personId, data, seenAt, known } = row;
    const found = { ...data, personId, seenAt: seenAt.getTime(), cookie: { originalMaxAge: null } };
    if (known) this.#people.set(found, known);
    return found;
  }
}

function after(time: Date, milliseconds: number): Date {
  return new Date(time.getTime() + milliseconds);
}

/** The fields of a session stored in `data`; the others have columns of their own. */
function keptOf({
  cookie: _cookie,
  personId: _personId,
  seenAt: _seenAt,
  ...data
}: Partial<session.SessionData>): Record<string, string | number> {
  return data as Record<string, string | number>;
}

function answer<T>(work: Promise<T>, callback: Callback<T>): void {
  work.then(
    (result) => callback(null, result),
    (error: unknown) => callback(error),
  );
}
