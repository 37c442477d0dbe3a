// SPDX-License-Identifier: EUPL-1.2
import type { Request } from 'express';
import session from 'express-session';
import { In, LessThan, LessThanOrEqual, MoreThan } from 'typeorm';
import type { Clock } from '../../../api/log.js';
import type { NoticeAction } from '../../../ui/shell.js';
import { hashOf } from '../../infra/database/hash-of.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { EndedTicketRow } from './ended-ticket.entity.js';
import { SessionRow } from './session.entity.js';

declare module 'express-session' {
  interface SessionData {
    personId?: string | undefined;
    /** The school shown last: `/` goes there. */
    uai?: string | undefined;
    /** A sentence shown once, on the next page. */
    notice?: string | undefined;
    /** A button beside that sentence. */
    noticeAction?: NoticeAction | undefined;
    /** Milliseconds since 1970 of the last request that was noted. */
    seenAt?: number;
    /** Milliseconds since 1970 at which he last showed his password for this session. */
    provenAt?: number | undefined;
    /** The right to speak for him at other services, sealed (CAS 3.0 §2.5.4). */
    grant?: string | undefined;
  }
}

export interface SessionLimits {
  /** Milliseconds without a request after which a session ends. */
  readonly idle: number;
  /** Milliseconds after which a session ends whatever happens. */
  readonly absolute: number;
}

/** A request is noted at most so often, to spare a write on each. */
const TOUCH_MS = 60_000;

/** How long a login may take from its ticket to its session, generously. */
const LOGIN_MS = 10 * 60_000;

/** How many tickets that ended are remembered: anybody may post them (C3). */
const MOST_ENDED = 50_000;

type Callback<T = void> = (error?: unknown, result?: T) => void;

/**
 * Sessions in the database. A row is made by `open` alone, at login; `set` only ever updates, so that a request in flight
 * when a session is destroyed cannot bring it back (C5).
 */
export class SessionStore extends session.Store {
  /** Puts a new session with a new id on the request; express-session sets it. */
  declare generate: (request: Request) => void;

  /** What `open` has just written: express-session saves every new session, and that would write the same again. */
  readonly #written = new WeakMap<object, string>();

  /** When what is known of ended tickets was tidied last. */
  #tidiedAt = -Infinity;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly limits: SessionLimits,
  ) {
    super();
  }

  /**
   * Makes the row of a session that begins.
   * @param begun the session as the request holds it: what it says is kept with the row
   * @returns false when the SSO has ended it meanwhile (CAS 3.0 §2.3.3): there is no session then
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
    // Each side writes first and looks then: of a login and a logout that cross, one always sees the other.
    const ended = await this.unitOfWork.run((manager) => manager.existsBy(EndedTicketRow, { ticketHash }));
    if (ended) await this.unitOfWork.run((manager) => manager.delete(SessionRow, { ticketHash }));
    return !ended;
  }

  override get(sid: string, callback: Callback<session.SessionData | null>): void {
    answer(this.#find(sid), callback);
  }

  override set(sid: string, changed: session.SessionData, callback: Callback = () => {}): void {
    const data = keptOf(changed);
    if (this.#written.get(changed) === JSON.stringify(data)) return callback();
    answer(
      this.unitOfWork.run((manager) =>
        manager.update(SessionRow, { idHash: hashOf(sid) }, { data, seenAt: this.clock.now() }),
      ),
      (error) => callback(error),
    );
  }

  override touch(sid: string, { seenAt = 0 }: session.SessionData, callback: Callback = () => {}): void {
    const now = this.clock.now();
    if (now.getTime() - seenAt < TOUCH_MS) return callback();
    answer(
      this.unitOfWork.run((manager) => manager.update(SessionRow, { idHash: hashOf(sid) }, { seenAt: now })),
      (error) => callback(error),
    );
  }

  /** As the original, but for a session that was never stored, in whose place none need be destroyed: nobody was in. */
  override regenerate(request: Request, callback: Callback): void {
    if (request.session.personId !== undefined) return super.regenerate(request, callback);
    this.generate(request);
    callback();
  }

  override destroy(sid: string, callback: Callback = () => {}): void {
    answer(
      this.unitOfWork.run((manager) => manager.delete(SessionRow, { idHash: hashOf(sid) })),
      (error) => callback(error),
    );
  }

  /** Ends the sessions that a ticket began, and one that it is about to begin (CAS 3.0 §2.3.3). @returns whose they were */
  async endByTicket(ticket: string): Promise<string[]> {
    const ticketHash = hashOf(ticket);
    const ended = { ticketHash, endedAt: this.clock.now() };
    await this.unitOfWork.run((manager) =>
      manager.createQueryBuilder().insert().into(EndedTicketRow).values(ended).orIgnore().execute(),
    );
    const rows = await this.unitOfWork.run((manager) =>
      manager.find(SessionRow, { where: { ticketHash }, select: { idHash: true, personId: true } }),
    );
    if (rows.length > 0) await this.unitOfWork.run((manager) => manager.delete(SessionRow, { ticketHash }));
    // Last, and whatever comes of it: the SSO does not say twice that somebody left. The sweep does the same.
    await this.#tidyUp(ended.endedAt.getTime()).catch(() => undefined);
    return rows.map(({ personId }) => personId);
  }

  /** Ends every session of these persons. */
  async endOf(personIds: readonly string[]): Promise<void> {
    if (personIds.length === 0) return;
    await this.unitOfWork.run((manager) => manager.delete(SessionRow, { personId: In([...personIds]) }));
  }

  /** Those of these sessions that have neither been ended nor lasted too long; one that is idle is not over while it is being answered. */
  async findActive(sids: readonly string[]): Promise<Set<string>> {
    if (sids.length === 0) return new Set();
    const byHash = new Map(sids.map((sid) => [hashOf(sid), sid]));
    const rows = await this.unitOfWork.run((manager) =>
      manager.find(SessionRow, {
        where: { idHash: In([...byHash.keys()]), endsAt: MoreThan(this.clock.now()) },
        select: { idHash: true },
      }),
    );
    return new Set(rows.flatMap(({ idHash }) => byHash.get(idHash) ?? []));
  }

  /** Removes the rows of sessions that have lasted too long, and of tickets that can begin no session any more. Those that are idle may be answered still. */
  async sweep(): Promise<void> {
    await this.#forgetTickets();
    const endsAt = LessThanOrEqual(this.clock.now());
    await this.unitOfWork.run((manager) => manager.delete(SessionRow, { endsAt }));
  }

  /**
   * Anybody may post tickets (C3): what they leave behind must not heap up, neither until the next sweep nor within the delay. Once a
   * second, since messages may come by the hundred.
   */
  async #tidyUp(now: number): Promise<void> {
    if (now - this.#tidiedAt < 1_000) return;
    this.#tidiedAt = now;
    await this.#forgetTickets();
    const surplus = (await this.unitOfWork.run((manager) => manager.count(EndedTicketRow))) - MOST_ENDED;
    if (surplus <= 0) return;
    // The oldest, whose logins are over or will not come any more.
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
    const row = await this.unitOfWork.run((manager) => manager.findOneBy(SessionRow, { idHash: hashOf(sid) }));
    const now = this.clock.now().getTime();
    if (!row || row.endsAt.getTime() <= now || row.seenAt.getTime() + this.limits.idle <= now) return null;
    return {
      ...row.data,
      personId: row.personId,
      seenAt: row.seenAt.getTime(),
      cookie: { originalMaxAge: null },
    };
  }
}

/** What of a session is kept in `data`; the rest has columns of its own. */
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
