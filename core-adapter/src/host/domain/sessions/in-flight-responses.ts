// SPDX-License-Identifier: EUPL-1.2
import type { Request, RequestHandler, Response } from 'express';
import type { SessionStore } from './session-store.js';

/** Responses in progress: downloads, uploads and streams may outlast their sessions. */
export interface InFlightResponses {
  /** Runs after the session middleware. */
  readonly note: RequestHandler;
  /** Moves the responses of one session to its successor, which belongs to the same person; only those of this process. */
  move(from: string, to: string): void;
  /** Aborts responses that two calls in a row found without a session, whichever process ended it. */
  abortEnded(): Promise<void>;
}

interface OpenAnswer {
  readonly response: Response;
  movedTo?: string;
  /** The session that was missing at the last check. */
  missed?: string;
}

export function inFlightResponses(sessions: Pick<SessionStore, 'findActive'>): InFlightResponses {
  const open = new Map<Request, OpenAnswer>();
  let isLooking = false;

  /** Undefined for anonymous requests, for the logout request itself, and for programs with a token, which have no session. */
  function sessionOf({ session, sessionID }: Request, { movedTo = sessionID }: OpenAnswer): string | undefined {
    return (session as Request['session'] | undefined)?.personId === undefined ? undefined : movedTo;
  }

  async function look(): Promise<void> {
    // A response queued behind another on a broken connection never emits `close`.
    for (const [request, { response }] of open) if (response.closed || request.socket.destroyed) open.delete(request);
    const held = [...open].flatMap(([request, answer]) => {
      const sid = sessionOf(request, answer);
      return sid === undefined ? [] : [{ request, answer, sid }];
    });
    const activeSids = await sessions.findActive(held.map(({ sid }) => sid));
    for (const { request, answer, sid } of held) {
      // Meanwhile the response may have been moved, or a login in progress may have changed its session id before storing the session.
      if (activeSids.has(sid) || sessionOf(request, answer) !== sid) delete answer.missed;
      else if (answer.missed === sid) answer.response.destroy();
      else answer.missed = sid;
    }
  }

  return {
    note(request, response, next) {
      // Without `close` listeners, of which a response has many: the next check removes closed responses.
      open.set(request, { response });
      next();
    },
    move(from, to) {
      for (const [request, answer] of open) if (sessionOf(request, answer) === from) answer.movedTo = to;
    },
    async abortEnded() {
      // A slow database must not get overlapping checks.
      if (isLooking) return;
      isLooking = true;
      await look().finally(() => (isLooking = false));
    },
  };
}
