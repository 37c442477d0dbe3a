// SPDX-License-Identifier: EUPL-1.2
import { createHmac } from 'node:crypto';
import { sign, unsign } from 'cookie-signature';
import type { Request, Response } from 'express';
import type { LoginKind } from '../../../api/login/auth-provider.js';
import type { Clock } from '../../../api/log.js';
import { newId } from '../../infra/database/new-id.js';
import { hostCookie, type HostCookie } from './host-cookies.js';
import type { Settings } from '../../infra/settings/settings.schema.js';
import { cookiesOf } from '../../infra/util/cookies-of.js';

/** A login in progress in one browser, kept in a signed cookie because the service URL must stay constant. */
export interface LoginAttempt {
  /** The id of the attempt in the `AttemptLedger` of `http/login`; kept when the login begins again after a refused ticket. */
  readonly id: string;
  /** A local path to return to. */
  readonly to: string;
  readonly kind: LoginKind;
  /** The number of refused tickets in this browser. It only selects the next page, and limits nothing: a cookie can be replayed. */
  readonly refusals: number;
  /** The signed-in user who must enter their password again: the login of another person is refused. */
  readonly personId?: string | undefined;
}

/** A login attempt that begins now. */
export function newAttempt(begun: Pick<LoginAttempt, 'to' | 'kind' | 'personId'>): LoginAttempt {
  return { id: newId(), refusals: 0, ...begun };
}

const LIFE_MS = 10 * 60_000;
/** The lifetime of a posted ticket in its cookie, in milliseconds. */
const TICKET_MS = 60_000;

/** The login state kept in the browser's cookies. */
export interface LoginAttempts {
  begin(response: Response, attempt: LoginAttempt): void;
  /** Undefined when this browser began no login, or when the attempt has expired. */
  read(request: Request): LoginAttempt | undefined;
  end(response: Response): void;
  /** Records that the SSO was asked silently: no further silent login for a while (C12). */
  doNotAsk(response: Response): void;
  mayAsk(request: Request): boolean;
  /** Keeps a posted ticket until the browser returns to the same address without it. */
  keepTicket(response: Response, ticket: string): void;
  /** Returns the kept ticket, and removes its cookie. */
  takeTicket(request: Request, response: Response): string | undefined;
}

export function loginAttempts({ server, session }: Settings, clock: Clock): LoginAttempts {
  const attemptCookie = hostCookie('volee_login', server.publicUrl);
  const askedCookie = hostCookie('volee_asked', server.publicUrl);
  const ticketCookie = hostCookie('volee_ticket', server.publicUrl);
  // A separate key, so that a signed session id is no valid attempt. The number rises when the content
  // changes: a login that an upgrade interrupts begins again.
  const key = createHmac('sha256', session.secret).update('volee_login 3').digest('hex');

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
