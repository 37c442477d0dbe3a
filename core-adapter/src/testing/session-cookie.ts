// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { sign } from 'cookie-signature';
import type { Host } from '../host/app/boot-host.js';
import { TEST_SECRET } from './test-settings.js';

/** Creates a session as the end of a login does, without the SSO, which has tests of its own. */
export async function sessionCookie(host: Host, login: string): Promise<string> {
  const sid = randomBytes(18).toString('hex');
  await host.sessions.open(sid, await personId(host, login), `ST-${sid}`);
  return `volee_session=${encodeURIComponent(`s:${sign(sid, TEST_SECRET)}`)}`;
}

export async function personId(host: Host, login: string): Promise<string> {
  const person = await host.directory.personByLogin('ldap', login);
  if (!person) throw new Error(`The sample has nobody called ${login}.`);
  return person.id;
}
