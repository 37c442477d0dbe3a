// SPDX-License-Identifier: EUPL-1.2
import type { Request, RequestHandler, Response } from 'express';
import type { SessionStore } from './session-store.js';

/** Answers that people are being given: downloads, uploads and streams may take longer than their sessions last. */
export interface InFlightResponses {
  /** Comes after the session. */
  readonly note: RequestHandler;
  /** What belongs to one session belongs to another from now on: its person is the same. Of this process alone. */
  move(from: string, to: string): void;
  /** Breaks off what two calls in a row have found without a session, in whichever process it was ended. */
  abortEnded(): Promise<void>;
}

interface OpenAnswer {
  readonly response: Response;
  movedTo?: string;
  /** The session that was not there when it was looked for last. */
  missed?: string;
}

export function openAnswers(sessions: Pick<SessionStore, 'findActive'>): InFlightResponses {
  const open = new Map<Request, OpenAnswer>();
  let isLooking = false;

  /** Undefined for who is not logged in, who logs out with this very request, and for programs with a token, which have no session. */
  function sessionOf({ session, sessionID }: Request, { movedTo = sessionID }: OpenAnswer): string | undefined {
    return (session as Request['session'] | undefined)?.personId === undefined ? undefined : movedTo;
  }

  async function look(): Promise<void> {
    // Answers that wait behind another on a connection which breaks are never closed.
    for (const [request, { response }] of open) if (response.closed || request.socket.destroyed) open.delete(request);
    const held = [...open].flatMap(([request, answer]) => {
      const sid = sessionOf(request, answer);
      return sid === undefined ? [] : [{ request, answer, sid }];
    });
    const living = await sessions.findActive(held.map(({ sid }) => sid));
    for (const { request, answer, sid } of held) {
      // Meanwhile it may have been moved, and a login that is about to open its session is no session that has ended.
      if (living.has(sid) || sessionOf(request, answer) !== sid) delete answer.missed;
      else if (answer.missed === sid) answer.response.destroy();
      else answer.missed = sid;
    }
  }

  return {
    note(request, response, next) {
      // Without a listener, of which an answer has many: what is closed is forgotten at the next look.
      open.set(request, { response });
      next();
    },
    move(from, to) {
      for (const [request, answer] of open) if (sessionOf(request, answer) === from) answer.movedTo = to;
    },
    async abortEnded() {
      // A database that is slow must not be asked the same once more meanwhile.
      if (isLooking) return;
      isLooking = true;
      await look().finally(() => (isLooking = false));
    },
  };
}
