// SPDX-License-Identifier: EUPL-1.2
import { createHmac, randomBytes } from 'node:crypto';
import { request } from 'node:http';

import type { Role, TestHost } from '@volee/core-adapter/testing';

/** Begins to send one file and never ends. @returns what cuts the connection */
export async function beginUpload(host: TestHost, role: Role, path: string, beginning: Buffer): Promise<() => void> {
  const sending = request(`${host.url}${path}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'multipart/form-data; boundary=b',
      'Content-Length': 2 * beginning.length,
      'Sec-Fetch-Site': 'same-origin',
      Cookie: await sessionCookie(host, role),
    },
  });
  // The connection is cut on purpose, and that is how the client sees it.
  sending.on('error', () => undefined);
  sending.write('--b\r\nContent-Disposition: form-data; name="files"; filename="coupé.bin"\r\n\r\n');
  sending.write(beginning);
  return () => void sending.destroy();
}

/** A session as the host signs it: the id, and its HMAC without padding (npm cookie-signature). */
async function sessionCookie({ host, ids }: TestHost, role: Role): Promise<string> {
  const id = randomBytes(18).toString('hex');
  await host.sessions.open(id, await ids.person(role), `ST-${id}`);
  const signature = createHmac('sha256', host.settings.session.secret).update(id).digest('base64').replace(/=+$/, '');
  return `volee_session=${encodeURIComponent(`s:${id}.${signature}`)}`;
}
