// SPDX-License-Identifier: EUPL-1.2
import type { Request, RequestHandler, Response } from 'express';
import type { SessionStore } from './session-store.js';

/** Answers that people are being given: downloads, uploads and streams may take longer than their sessions last. */
export interface OpenAnswers {
  /** Comes after the session. */
  readonly note: RequestHandler;
  /** Breaks off those whose session has ended, in whichever process. Called again and again: of what is new it only takes note. */
  breakOff(): Promise<void>;
}

export function openAnswers(sessions: Pick<SessionStore, 'living'>): OpenAnswers {
  /** By request: the id of its session when it was looked at last. */
  const open = new Map<Request, { readonly response: Response; seen?: string | undefined }>();
  return {
    note(request, response, next) {
      open.set(request, { response });
      response.once('close', () => open.delete(request));
      next();
    },
    async breakOff() {
      const lasting: { sid: string; response: Response }[] = [];
      for (const [request, answer] of open) {
        const sid = sessionOf(request);
        // A login is about to open the session that it has given a new id: only what two looks in a row have seen is old enough.
        if (sid !== undefined && sid === answer.seen) lasting.push({ sid, response: answer.response });
        answer.seen = sid;
      }
      const living = await sessions.living(lasting.map(({ sid }) => sid));
      for (const { sid, response } of lasting) if (!living.has(sid)) response.destroy();
    },
  };
}

/** Undefined for who is not logged in, who logs out with this very request, and for programs with a token, which have no session. */
function sessionOf({ session, sessionID }: Request): string | undefined {
  return (session as Request['session'] | undefined)?.personId === undefined ? undefined : sessionID;
}
