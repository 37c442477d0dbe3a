// SPDX-License-Identifier: EUPL-1.2
import { brickAddress } from '../../host/http/bricks/brick-address.js';
import type { BrickRoute } from '../../host/domain/bricks/brick-route.js';
import { formFields } from '../form-fields.js';
import type { TestResponse } from '../test-exchange.js';
import type { ExampleRequest } from './contract-options.js';
import { fault, reasonOf } from './fault.js';
import type { Prepared } from './prepare-example.js';
import { runJobs } from './run-jobs.js';
import { changedRows, readRows, type Row } from './rows.js';
import { nameOf, type ContractBench } from './contract-bench.js';

/** The sender of a request, and the school of its address. */
export interface Asking {
  /** Undefined for a visitor without a session. */
  readonly role: Parameters<ContractBench['session']>[0] | undefined;
  readonly school: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Headers for a request that must be refused: a refusal as JSON says the same as its page, and takes half the time. */
export const AS_PROGRAM: Readonly<Record<string, string>> = { Accept: 'application/json' };

export interface Exchange extends TestResponse {
  /** The rows of the requested school that were added, removed or changed. */
  readonly changed: readonly Row[];
}

/**
 * Sends a prepared request and compares the rows before and after. The response must not be a server error, and rows of
 * every other school must stay unchanged (T3, T10).
 */
export async function exchange(
  bench: ContractBench,
  { route, request: good, after: before }: Prepared,
  asking: Asking,
  { request = good, more = [] }: { request?: ExampleRequest; more?: readonly (readonly [string, string])[] } = {},
): Promise<Exchange> {
  const answer = await send(bench, route, asking, request, more);
  const changed = changedRows(before, await readRows(bench));
  const who = asking.role ?? 'a visitor without a session';
  if (answer.status >= 500) {
    fault(
      `${nameOf(route)} breaks down (${answer.status}) when ${who} asks for it with ${JSON.stringify(request)}; ` +
        'have its schemas refuse such a request.',
    );
  }
  const foreign = changed.find(({ school }) => school !== asking.school);
  if (foreign) {
    fault(
      `${nameOf(route)}, asked by ${who} in ${asking.school}, changed a row of ${foreign.table} that belongs to ` +
        `${String(foreign.school)}; keep no data between requests without the school.`,
    );
  }
  return { ...answer, changed };
}

/**
 * Sends the request without comparing rows, and runs the jobs that it enqueued. `more` adds values; a name that the request
 * already has is then sent twice.
 */
export async function send(
  bench: ContractBench,
  route: BrickRoute,
  { role, school, headers = {} }: Asking,
  { params = {}, query, form, files }: ExampleRequest,
  more: readonly (readonly [string, string])[] = [],
): Promise<TestResponse> {
  const search = new URLSearchParams(query);
  if (route.method === 'get') for (const [name, value] of more) search.append(name, value);
  const address = brickAddress(school, bench.brick.id, pathWith(route, params));
  const path = search.size > 0 ? `${address}?${search.toString()}` : address;
  const person = role ? bench.session(role) : bench.host.anonymous;
  const sending = route.method === 'get' ? person.get(path) : person.post(path);
  for (const [name, value] of Object.entries(headers)) sending.header(name, value);
  if (route.method === 'post') {
    const fields = formFields(form ?? {});
    for (const [name, value] of more) fields.append(name, value);
    sending.form(fields);
  }
  if (files) sending.files(files);
  const who = `${nameOf(route)}, asked by ${role ?? 'a visitor without a session'}`;
  const answer = await sending.then(
    (received) => received,
    (error: unknown) =>
      fault(
        `${who}, breaks its answer off (${reasonOf(error)}); give "bytes" the size of the content, and have "open" give these ` +
          'bytes, or those of the range.',
      ),
  );
  await runJobs(bench, school, who);
  return answer;
}

function pathWith(route: BrickRoute, params: Readonly<Record<string, string>>): string {
  return route.path.replace(/[:*](\w+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) return fault(`The example of ${nameOf(route)} lacks the parameter "${name}"; add it.`);
    return encodeURIComponent(value);
  });
}

export function isRefused({ status }: TestResponse): boolean {
  return status === 400 || status === 403 || status === 404;
}

/** Whether the request was served: a page, a file, or a redirect within the site other than to the login. */
export function isServed({ status, headers }: TestResponse): boolean {
  return status >= 200 && status < 400 && !(headers.get('location') ?? '').startsWith('/login');
}
