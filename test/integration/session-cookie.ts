// SPDX-License-Identifier: EUPL-1.2
import { createHmac, randomBytes } from 'node:crypto';
import type { Host } from '@volee/core-adapter/host';

/** Name and value of a session's cookie, as a login leaves it; without the SSO, which has tests of its own. */
export interface SessionCookie {
  readonly name: 'volee_session';
  readonly value: string;
}

/** Opens a session for a person, and signs its id as express-session does. */
export async function sessionCookie(host: Host, personId: string): Promise<SessionCookie> {
  const sid = randomBytes(18).toString('hex');
  await host.sessions.open(sid, personId, `ST-${sid}`);
  const { secret } = host.settings.session;
  const signature = createHmac('sha256', secret).update(sid).digest('base64').replace(/=+$/, '');
  return { name: 'volee_session', value: encodeURIComponent(`s:${sid}.${signature}`) };
}

/** The same as a header. */
export async function cookieHeader(host: Host, personId: string): Promise<string> {
  const { name, value } = await sessionCookie(host, personId);
  return `${name}=${value}`;
}
