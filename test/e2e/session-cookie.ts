// SPDX-License-Identifier: EUPL-1.2
import { createHmac, randomBytes } from 'node:crypto';
import type { Host } from '@volee/core-adapter/host';

/** A session as the host signs it: the id, and its HMAC without padding (npm cookie-signature). */
export async function sessionCookie(host: Host, personId: string): Promise<string> {
  const id = randomBytes(18).toString('hex');
  await host.sessions.open(id, personId, `ST-${id}`);
  const signature = createHmac('sha256', host.settings.session.secret).update(id).digest('base64').replace(/=+$/, '');
  return `volee_session=${encodeURIComponent(`s:${id}.${signature}`)}`;
}
