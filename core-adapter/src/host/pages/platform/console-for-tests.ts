// SPDX-License-Identifier: EUPL-1.2
import type { Role } from '../../../testing/sample-directory.js';
import { bootWebHost, type Answer, type WebHost, type WebHostOptions } from '../../app/host-for-tests.js';
import { cookieJar } from '../../http/cookies-for-tests.js';

export { wordsOf } from '../../http/cookies-for-tests.js';

/** A host with the staff of the first school as the platform's administrator, head of no school. */
export interface TestConsole extends WebHost {
  /** The answer to a role; posts the body when there is one. */
  as(role: Role, path: string, body?: string, method?: string): Promise<Answer>;
}

export const ADMINISTRATOR: Role = 'staff';

export async function bootConsole(options: WebHostOptions = {}): Promise<TestConsole> {
  const web = await bootWebHost(options);
  await web.host.administrators.grant(ADMINISTRATOR, null, 'cli');
  const cookieOf = cookieJar(web);
  return {
    ...web,
    async as(role, path, body, method = body === undefined ? 'GET' : 'POST') {
      const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
      const headers = {
        Cookie: await cookieOf(role),
        'Sec-Fetch-Site': 'same-origin',
        ...(body !== undefined && form),
      };
      return web.send(path, { method, headers, ...(body !== undefined && { body }) });
    },
  };
}
