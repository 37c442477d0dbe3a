// SPDX-License-Identifier: EUPL-1.2
import type { BrickDefinition } from '../../api/brick.js';
import { SCHOOL, type Role } from '../../testing/sample-directory.js';
import { bootWebHost, type Answer, type WebHost } from '../web/host-for-tests.js';

const HOUR = 3_600_000;

type Fields = readonly (readonly [string, string])[];

/** A host and people who come and look at the console. */
export interface ConsoleForTests {
  readonly web: WebHost;
  get(role: Role, path: string): Promise<Answer>;
  /** Sends a form: `on=false`, or its fields. */
  post(role: Role, path: string, form: string | Fields): Promise<Answer>;
  /** The id of a class by its name. */
  group(name: string, uai?: string): Promise<string>;
  personId(role: Role): Promise<string>;
}

export async function openConsole(bricks: readonly BrickDefinition[]): Promise<ConsoleForTests> {
  const web = await bootWebHost({ bricks });
  const cookies = new Map<Role, { cookie: Promise<string>; since: number }>();
  /** A session of its own for each hour of the clock, which tests move by months. */
  const cookieOf = (role: Role): Promise<string> => {
    const now = web.clock.now().getTime();
    const known = cookies.get(role);
    if (known && Math.abs(now - known.since) < HOUR) return known.cookie;
    const cookie = web.cookieOf(role);
    cookies.set(role, { cookie, since: now });
    return cookie;
  };
  return {
    web,
    get: async (role, path) => web.send(path, { headers: { Cookie: await cookieOf(role) } }),
    async post(role, path, form) {
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' };
      const body = typeof form === 'string' ? form : query(form);
      return web.send(path, { method: 'POST', headers: { Cookie: await cookieOf(role), ...headers }, body });
    },
    async group(name, uai = SCHOOL) {
      const groups = await web.host.directory.groups(uai);
      return groups.find((group) => group.name === name)?.id ?? `there is no group ${name}`;
    },
    async personId(role) {
      return (await web.host.directory.personByLogin('ldap', role.toLowerCase()))?.id ?? `there is no ${role}`;
    },
  };
}

/** Fields as a browser writes them. */
export function query(fields: Fields): string {
  return new URLSearchParams(fields.map(([name, value]) => [name, value])).toString();
}

/** What can be read on a page, without its signs. */
export function wordsOf({ text }: Answer): string {
  return (/<main[^]*<\/main>/.exec(text)?.[0] ?? '')
    .replace(/<svg[^]*?<\/svg>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&nbsp;|\u00a0/g, ' ')
    .replace(/\s+/g, ' ');
}

/** The value of a hidden field of a page. */
export function hidden({ text }: Answer, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? `there is no field ${name}`;
}
