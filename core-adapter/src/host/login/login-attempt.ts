// SPDX-License-Identifier: EUPL-1.2
import { createHmac } from 'node:crypto';
import { parse } from 'cookie';
import { sign, unsign } from 'cookie-signature';
import type { Request, Response } from 'express';
import type { Clock } from '../../api/log.js';
import type { Settings } from '../settings/settings.schema.js';

/** A login under way in one browser. It travels in a signed cookie, since the service URL must stay constant. */
export interface LoginAttempt {
  /** A path of ours to come back to. */
  readonly to: string;
  /** How many times a ticket was refused. */
  readonly refusals: number;
}

const COOKIE = 'volee_login';
const LIFE_MS = 10 * 60_000;

export interface LoginAttempts {
  begin(response: Response, attempt: LoginAttempt): void;
  /** Undefined when this browser began no login, or long ago. */
  read(request: Request): LoginAttempt | undefined;
  end(response: Response): void;
}

export function loginAttempts({ server, session }: Settings, clock: Clock): LoginAttempts {
  const options = {
    httpOnly: true,
    sameSite: 'lax' as const,
    secure: server.publicUrl.protocol === 'https:',
    path: '/',
  };

  // A key of its own: what was signed as a session must not pass for a login.
  const key = createHmac('sha256', session.secret).update(COOKIE).digest('hex');

  return {
    begin(response, attempt) {
      const content = { ...attempt, until: clock.now().getTime() + LIFE_MS };
      const text = Buffer.from(JSON.stringify(content)).toString('base64url');
      response.cookie(COOKIE, sign(text, key), { ...options, maxAge: LIFE_MS });
    },
    read(request) {
      const cookie = parse(request.get('Cookie') ?? '')[COOKIE];
      const text = cookie === undefined ? false : unsign(cookie, key);
      if (text === false) return undefined;
      const { to, refusals, until } = JSON.parse(Buffer.from(text, 'base64url').toString()) as LoginAttempt & {
        until: number;
      };
      return until > clock.now().getTime() ? { to, refusals } : undefined;
    },
    end(response) {
      response.clearCookie(COOKIE, options);
    },
  };
}
