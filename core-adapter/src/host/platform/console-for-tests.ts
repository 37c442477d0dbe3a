// SPDX-License-Identifier: EUPL-1.2
import type { Role } from '../../testing/sample-directory.js';
import { bootWebHost, type Answer, type WebHost, type WebHostOptions } from '../web/host-for-tests.js';

/** A host whose platform is administered by the staff of the first school, who heads nothing. */
export interface TestConsole extends WebHost {
  /** What somebody gets; posts the body when there is one. */
  as(role: Role, path: string, body?: string, method?: string): Promise<Answer>;
}

export const ADMINISTRATOR: Role = 'staff';

export async function bootConsole(options: WebHostOptions = {}): Promise<TestConsole> {
  const web = await bootWebHost(options);
  await web.host.administrators.grant(ADMINISTRATOR, null, 'cli');
  const cookies = new Map<Role, Promise<string>>();
  return {
    ...web,
    async as(role, path, body, method = body === undefined ? 'GET' : 'POST') {
      const cookie = cookies.get(role) ?? web.cookieOf(role);
      cookies.set(role, cookie);
      const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
      const headers = { Cookie: await cookie, 'Sec-Fetch-Site': 'same-origin', ...(body !== undefined && form) };
      return web.send(path, { method, headers, ...(body !== undefined && { body }) });
    },
  };
}

/** The words of the page, without its shell. */
export function wordsOf({ text }: Answer): string {
  return (/<main[^]*<\/main>/.exec(text)?.[0] ?? '')
    .replace(/<svg[^]*?<\/svg>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}
