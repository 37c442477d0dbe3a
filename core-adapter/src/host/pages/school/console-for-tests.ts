// SPDX-License-Identifier: EUPL-1.2
import type { BrickDefinition } from '../../../api/brick-base.js';
import { SCHOOL, type Role } from '../../../testing/sample-directory.js';
import { bootWebHost, type Answer, type WebHost } from '../../app/host-for-tests.js';
import { cookieJar } from '../../http/cookies-for-tests.js';

export { wordsOf } from '../../http/cookies-for-tests.js';

export type Fields = readonly (readonly [string, string])[];

/** A host, and requests of users to its school console. */
export interface ConsoleForTests {
  readonly web: WebHost;
  get(role: Role, path: string): Promise<Answer>;
  /** Sends a form: `on=false`, or its fields. */
  post(role: Role, path: string, form: string | Fields): Promise<Answer>;
  /** The id of a class by its name. */
  group(name: string, uai?: string): Promise<string>;
  personId(role: Role): Promise<string>;
}

export async function openConsole(
  bricks: readonly BrickDefinition[],
  missing: readonly string[] = [],
): Promise<ConsoleForTests> {
  const web = await bootWebHost({ bricks, missing });
  const cookieOf = cookieJar(web);
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

/** The form of a choice as a browser sends it; everybody in the whole school unless said otherwise. */
export function form(
  change: {
    profiles?: string[];
    groups?: string[];
    start?: string;
    from?: string;
    end?: string;
    until?: string;
    rule?: string;
  } = {},
): Fields {
  const { profiles = ['pupil', 'guardian', 'teacher', 'head'], groups, from = '', until = '', rule = 'new' } = change;
  const { start = from === '' ? 'now' : 'day', end = until === '' ? 'never' : 'day' } = change;
  return [
    ['rule', rule],
    ['where', groups ? 'groups' : 'school'],
    ...profiles.map((profile): [string, string] => ['profiles', profile]),
    ...(groups ?? []).map((id): [string, string] => ['groups', id]),
    ['start', start],
    ['from', from],
    ['end', end],
    ['until', until],
  ];
}

/** Fields as a browser writes them. */
export function query(fields: Fields): string {
  return new URLSearchParams(fields.map(([name, value]) => [name, value])).toString();
}

/** The value of a hidden field of a page. */
export function hidden({ text }: Answer, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? `there is no field ${name}`;
}
