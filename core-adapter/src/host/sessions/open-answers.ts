// SPDX-License-Identifier: EUPL-1.2
import type { Request, RequestHandler, Response } from 'express';
import type { SessionStore } from './session-store.js';

/** Answers that people are being given: downloads, uploads and streams may take longer than their sessions last. */
export interface OpenAnswers {
  /** Comes after the session. */
  readonly note: RequestHandler;
  /** What belongs to one session belongs to another from now on: its person is the same. Of this process alone. */
  move(from: string, to: string): void;
  /** Breaks off those whose session has ended, in whichever process. Called again and again: of what is new it only takes note. */
  breakOff(): Promise<void>;
}

interface OpenAnswer {
  readonly response: Response;
  /** The id of its session when it was looked at last. */
  seen?: string | undefined;
  movedTo?: string;
}

export function openAnswers(sessions: Pick<SessionStore, 'living'>): OpenAnswers {
  const open = new Map<Request, OpenAnswer>();
  let isLooking = false;

  /** Undefined for who is not logged in, who logs out with this very request, and for programs with a token, which have no session. */
  function sessionOf({ session, sessionID }: Request, { movedTo = sessionID }: OpenAnswer): string | undefined {
    return (session as Request['session'] | undefined)?.personId === undefined ? undefined : movedTo;
  }

  async function look(): Promise<void> {
    const lasting: { sid: string; response: Response }[] = [];
    for (const [request, answer] of open) {
      if (answer.response.closed) {
        open.delete(request);
        continue;
      }
      const sid = sessionOf(request, answer);
      // What a login is about to move must not be taken for what has ended: only what two looks in a row have seen counts.
      if (sid !== undefined && sid === answer.seen) lasting.push({ sid, response: answer.response });
      answer.seen = sid;
    }
    const living = await sessions.living(lasting.map(({ sid }) => sid));
    for (const { sid, response } of lasting) if (!living.has(sid)) response.destroy();
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
    async breakOff() {
      // A database that is slow must not be asked the same once more meanwhile.
      if (isLooking) return;
      isLooking = true;
      await look().finally(() => (isLooking = false));
    },
  };
}
