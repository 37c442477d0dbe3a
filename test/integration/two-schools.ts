// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { Agent, request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

import { startTestHost, type Role, type TestDatabase, type TestHost } from '@volee/core-adapter/testing';
import fileShare from '@volee/file-share';

import { cookieHeader } from './session-cookie.js';

/** The administrator of the platform: a teacher in the other school, without a profile in the first. */
export const ADMINISTRATOR: Role = 'teacherOfOtherSchool';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface Asking {
  readonly method?: string;
  /** The body of a form, sent as by a page of Volée. */
  readonly form?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Two schools with file-share on in both, an administrator of the platform, and requests in any role. */
export interface TwoSchools extends TestHost {
  /** Sends one request with its path exactly as written; without a role there is no session. */
  ask(role: Role | undefined, path: string, asking?: Asking): Promise<Answer>;
  status(role: Role | undefined, path: string, asking?: Asking): Promise<number>;
}

/** Await it at the top of the test file: the host stops by itself at the end. */
export async function openTwoSchools(database?: TestDatabase): Promise<TwoSchools> {
  const bricks = [{ brick: fileShare, settings: {} }];
  const testHost = await startTestHost({ bricks, ...(database && { database }) });
  await testHost.host.administrators.grant(ADMINISTRATOR, null, 'cli');
  const cookies = new Map<Role, Promise<string>>();

  async function openSession(role: Role): Promise<string> {
    return cookieHeader(testHost.host, await testHost.ids.person(role));
  }
  async function ask(role: Role | undefined, path: string, asking: Asking = {}): Promise<Answer> {
    const cookie = role && (cookies.get(role) ?? openSession(role));
    if (role && cookie) cookies.set(role, cookie);
    return send(testHost.url, path, asking, await cookie);
  }
  return { ...testHost, ask, status: async (...asked) => (await ask(...asked)).status };
}

/** All data that a request could change, as text. */
export async function everything({ host: { database } }: TwoSchools): Promise<string> {
  const tables = ['core_activation', 'core_administrator', 'core_attachment', 'file_share_node', 'file_share_space'];
  const rows = await Promise.all(tables.map((table) => database.dataSource.query(`SELECT * FROM ${table}`)));
  return JSON.stringify(rows);
}

/** Connections are reused: opening one for each of thousands of requests would take longer than the requests. */
const agent = new Agent({ keepAlive: true });

async function send(
  url: string,
  path: string,
  { form, method = form === undefined ? 'GET' : 'POST', headers }: Asking,
  cookie: string | undefined,
): Promise<Answer> {
  const sent = request(url, {
    method,
    path,
    agent,
    headers: {
      Accept: 'text/html',
      'Sec-Fetch-Site': 'same-origin',
      ...(cookie !== undefined && { Cookie: cookie }),
      ...(form !== undefined && {
        'Content-Type': 'application/x-www-form-urlencoded',
        'Content-Length': String(Buffer.byteLength(form)),
      }),
      ...headers,
    },
  });
  sent.end(form);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  return { status: response.statusCode ?? 0, headers: response.headers, text: await text(response) };
}
