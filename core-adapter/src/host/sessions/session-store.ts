// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import session from 'express-session';
import { In, LessThan } from 'typeorm';
import type { Clock } from '../../api/log.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { EndedTicketRow } from './ended-ticket.entity.js';
import { SessionRow } from './session.entity.js';

declare module 'express-session' {
  interface SessionData {
    personId?: string | undefined;
    /** The school shown last: `/` goes there. */
    uai?: string | undefined;
    /** A sentence shown once, on the next page. */
    notice?: string | undefined;
    /** Milliseconds since 1970 of the last request that was noted. */
    seenAt?: number;
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

type Callback<T = void> = (error?: unknown, result?: T) => void;

/**
 * Sessions in the database. A row is made by `open` alone, at login; `set` only ever updates, so that a request in flight
 * when a session is destroyed cannot bring it back (C5).
 */
export class SessionStore extends session.Store {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly limits: SessionLimits,
  ) {
    super();
  }

  /**
   * Makes the row of a session that begins.
   * @returns false when the SSO has ended it meanwhile (CAS 3.0 §2.3.3): there is no session then
   */
  async open(sid: string, personId: string, ticket: string): Promise<boolean> {
    const now = this.clock.now();
    await this.unitOfWork.run((manager) =>
      manager.insert(SessionRow, {
        idHash: hash(sid),
        personId,
        ticketHash: hash(ticket),
        data: {},
        seenAt: now,
        endsAt: new Date(now.getTime() + this.limits.absolute),
      }),
    );
    // Each side writes first and looks then: of a login and a logout that cross, one always sees the other.
    const ticketHash = hash(ticket);
    const ended = await this.unitOfWork.run((manager) => manager.existsBy(EndedTicketRow, { ticketHash }));
    if (ended) await this.unitOfWork.run((manager) => manager.delete(SessionRow, { ticketHash }));
    return !ended;
  }

  override get(sid: string, callback: Callback<session.SessionData | null>): void {
    answer(this.#find(sid), callback);
  }

  override set(
    sid: string,
    { cookie: _cookie, personId: _personId, seenAt: _seenAt, ...data }: session.SessionData,
    callback: Callback = () => {},
  ): void {
    const row = { data: data as Record<string, string>, seenAt: this.clock.now() };
    answer(
      this.unitOfWork.run((manager) => manager.update(SessionRow, { idHash: hash(sid) }, row)),
      (error) => callback(error),
    );
  }

  override touch(sid: string, { seenAt = 0 }: session.SessionData, callback: Callback = () => {}): void {
    const now = this.clock.now();
    if (now.getTime() - seenAt < TOUCH_MS) return callback();
    answer(
      this.unitOfWork.run((manager) => manager.update(SessionRow, { idHash: hash(sid) }, { seenAt: now })),
      (error) => callback(error),
    );
  }

  override destroy(sid: string, callback: Callback = () => {}): void {
    answer(
      this.unitOfWork.run((manager) => manager.delete(SessionRow, { idHash: hash(sid) })),
      (error) => callback(error),
    );
  }

  /** Ends the sessions that a ticket began, and one that it is about to begin (CAS 3.0 §2.3.3). @returns how many */
  async endByTicket(ticket: string): Promise<number> {
    const ended = { ticketHash: hash(ticket), endedAt: this.clock.now() };
    // Anybody may post tickets (C3): what they leave behind must not heap up until the next sweep.
    await this.#forgetTickets();
    await this.unitOfWork.run((manager) =>
      manager.createQueryBuilder().insert().into(EndedTicketRow).values(ended).orIgnore().execute(),
    );
    const { affected } = await this.unitOfWork.run((manager) =>
      manager.delete(SessionRow, { ticketHash: ended.ticketHash }),
    );
    return affected ?? 0;
  }

  /** Ends every session of these persons. */
  async endOf(personIds: readonly string[]): Promise<void> {
    if (personIds.length === 0) return;
    await this.unitOfWork.run((manager) => manager.delete(SessionRow, { personId: In([...personIds]) }));
  }

  /** Removes the rows of sessions that are over, and of tickets that can begin no session any more. */
  async sweep(): Promise<void> {
    const now = this.clock.now();
    const idleSince = new Date(now.getTime() - this.limits.idle);
    await this.#forgetTickets();
    await this.unitOfWork.run((manager) =>
      manager
        .createQueryBuilder()
        .delete()
        .from(SessionRow)
        .where('endsAt <= :now OR seenAt < :idleSince', { now, idleSince })
        .execute(),
    );
  }

  async #forgetTickets(): Promise<void> {
    const endedAt = LessThan(new Date(this.clock.now().getTime() - LOGIN_MS));
    await this.unitOfWork.run((manager) => manager.delete(EndedTicketRow, { endedAt }));
  }

  async #find(sid: string): Promise<session.SessionData | null> {
    const row = await this.unitOfWork.run((manager) => manager.findOneBy(SessionRow, { idHash: hash(sid) }));
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

function hash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

function answer<T>(work: Promise<T>, callback: Callback<T>): void {
  work.then(
    (result) => callback(null, result),
    (error: unknown) => callback(error),
  );
}
