// SPDX-License-Identifier: EUPL-1.2
import { createHmac } from 'node:crypto';
import { sign, unsign } from 'cookie-signature';
import type { Request, Response } from 'express';
import type { LoginKind } from '../../../api/auth-provider.js';
import type { Clock } from '../../../api/log.js';
import { newId } from '../../infra/database/new-id.js';
import { hostCookie, type HostCookie } from './host-cookies.js';
import type { Settings } from '../../infra/settings/settings.schema.js';
import { cookiesOf } from '../../infra/util/cookies-of.js';

/** A login under way in one browser. It travels in a signed cookie, since the service URL must stay constant. */
export interface LoginAttempt {
  /** What the {@link AttemptLedger} knows it by; kept when the login begins again after a refused ticket. */
  readonly id: string;
  /** A path of ours to come back to. */
  readonly to: string;
  readonly kind: LoginKind;
  /** How many tickets this browser saw refused. It decides what page comes next, and limits nothing: a cookie can be replayed. */
  readonly refusals: number;
  /** Who was in when it began, and is asked for his password again: nobody else may answer for him. */
  readonly personId?: string | undefined;
}

/** A login that begins now. */
export function newAttempt(begun: Pick<LoginAttempt, 'to' | 'kind' | 'personId'>): LoginAttempt {
  return { id: newId(), refusals: 0, ...begun };
}

const LIFE_MS = 10 * 60_000;
/** How long a posted ticket may take to come back, in milliseconds. */
const TICKET_MS = 60_000;

/** What a browser keeps while it logs in. */
export interface LoginAttempts {
  begin(response: Response, attempt: LoginAttempt): void;
  /** Undefined when this browser began no login, or long ago. */
  read(request: Request): LoginAttempt | undefined;
  end(response: Response): void;
  /** The SSO was asked silently: for a while nothing asks so again (C12). */
  doNotAsk(response: Response): void;
  mayAsk(request: Request): boolean;
  /** Keeps a ticket that came in a form until the browser comes back to the same address without it. */
  keepTicket(response: Response, ticket: string): void;
  /** The ticket that was kept; it is let go of at once. */
  takeTicket(request: Request, response: Response): string | undefined;
}

export function loginAttempts({ server, session }: Settings, clock: Clock): LoginAttempts {
  const attemptCookie = hostCookie('volee_login', server.publicUrl);
  const askedCookie = hostCookie('volee_asked', server.publicUrl);
  const ticketCookie = hostCookie('volee_ticket', server.publicUrl);
  // A key of its own: what was signed as a session must not pass for a login. With `2`, since cookies without an id were signed before.
  const key = createHmac('sha256', session.secret).update('volee_login 2').digest('hex');

  return {
    begin(response, attempt) {
      const content = { ...attempt, until: clock.now().getTime() + LIFE_MS };
      const text = Buffer.from(JSON.stringify(content)).toString('base64url');
      put(response, attemptCookie, sign(text, key), LIFE_MS);
    },
    read(request) {
      const cookie = valueOf(request, attemptCookie);
      const text = cookie === undefined ? false : unsign(cookie, key);
      if (text === false) return undefined;
      const { until, ...attempt } = JSON.parse(Buffer.from(text, 'base64url').toString()) as LoginAttempt & {
        until: number;
      };
      return until > clock.now().getTime() ? attempt : undefined;
    },
    end: (response) => drop(response, attemptCookie),
    doNotAsk: (response) => put(response, askedCookie, '1', LIFE_MS),
    mayAsk: (request) => valueOf(request, askedCookie) === undefined,
    keepTicket: (response, ticket) => put(response, ticketCookie, ticket, TICKET_MS),
    takeTicket(request, response) {
      const ticket = valueOf(request, ticketCookie);
      if (ticket !== undefined) drop(response, ticketCookie);
      return ticket;
    },
  };
}

function put(response: Response, { name, options }: HostCookie, value: string, maxAge: number): void {
  response.cookie(name, value, { ...options, maxAge });
}

function drop(response: Response, { name, options }: HostCookie): void {
  response.clearCookie(name, options);
}

function valueOf(request: Request, { name }: HostCookie): string | undefined {
  return cookiesOf(request).get(name);
}
