// SPDX-License-Identifier: EUPL-1.2
import { createHmac } from 'node:crypto';
import { parse } from 'cookie';
import { sign, unsign } from 'cookie-signature';
import type { Request, Response } from 'express';
import type { LoginKind } from '../../api/auth-provider.js';
import type { Clock } from '../../api/log.js';
import type { Settings } from '../settings/settings.schema.js';
import { CALLBACK_PATH } from './login-addresses.js';

/** A login under way in one browser. It travels in a signed cookie, since the service URL must stay constant. */
export interface LoginAttempt {
  /** A path of ours to come back to. */
  readonly to: string;
  readonly kind: LoginKind;
  /** How many times a ticket was refused. */
  readonly refusals: number;
}

const ATTEMPT = 'volee_login';
const ASKED = 'volee_asked';
const TICKET = 'volee_ticket';

const LIFE_MS = 10 * 60_000;
/** How long a posted ticket may take to come back, in milliseconds. */
const TICKET_MS = 60_000;

/** What a browser keeps while it logs in. */
export interface LoginAttempts {
  begin(response: Response, attempt: LoginAttempt): void;
  /** Undefined when this browser began no login, or long ago. */
  read(request: Request): LoginAttempt | undefined;
  end(response: Response): void;
  /** The SSO was asked silently, or this browser has just logged out: for a while nothing asks so again (C12). */
  doNotAsk(response: Response): void;
  mayAsk(request: Request): boolean;
  /** Keeps a ticket that came in a form until the browser comes back to the same address without it. */
  keepTicket(response: Response, ticket: string): void;
  /** The ticket that was kept; it is let go of at once. */
  takeTicket(request: Request, response: Response): string | undefined;
}

export function loginAttempts({ server, session }: Settings, clock: Clock): LoginAttempts {
  const options = {
    httpOnly: true,
    sameSite: 'lax' as const,
    secure: server.publicUrl.protocol === 'https:',
    path: '/',
  };
  const atCallback = { ...options, path: CALLBACK_PATH };

  // A key of its own: what was signed as a session must not pass for a login.
  const key = createHmac('sha256', session.secret).update(ATTEMPT).digest('hex');

  return {
    begin(response, attempt) {
      const content = { ...attempt, until: clock.now().getTime() + LIFE_MS };
      const text = Buffer.from(JSON.stringify(content)).toString('base64url');
      response.cookie(ATTEMPT, sign(text, key), { ...options, maxAge: LIFE_MS });
    },
    read(request) {
      const cookie = cookieOf(request, ATTEMPT);
      const text = cookie === undefined ? false : unsign(cookie, key);
      if (text === false) return undefined;
      const { until, ...attempt } = JSON.parse(Buffer.from(text, 'base64url').toString()) as LoginAttempt & {
        until: number;
      };
      return until > clock.now().getTime() ? attempt : undefined;
    },
    end: (response) => void response.clearCookie(ATTEMPT, options),
    doNotAsk: (response) => void response.cookie(ASKED, '1', { ...options, maxAge: LIFE_MS }),
    mayAsk: (request) => cookieOf(request, ASKED) === undefined,
    keepTicket: (response, ticket) => void response.cookie(TICKET, ticket, { ...atCallback, maxAge: TICKET_MS }),
    takeTicket(request, response) {
      const ticket = cookieOf(request, TICKET);
      if (ticket !== undefined) response.clearCookie(TICKET, atCallback);
      return ticket;
    },
  };
}

function cookieOf(request: Request, name: string): string | undefined {
  return parse(request.get('Cookie') ?? '')[name];
}
