// SPDX-License-Identifier: EUPL-1.2
import type { Finding } from '@volee/core-adapter';
import { noSchools } from '@volee/core-adapter/testing';

import { casServer } from './protocol/cas-server.js';
import { endpointCheck } from './endpoint-check.js';
import { fetchText } from './transport/fetch-text.js';
import type { Flavour } from './settings.js';
import { startCannedServer, type CannedServer } from './testing/canned-server.js';

let server: CannedServer | undefined;
afterEach(() => server?.stop());

/** The findings for a server that answers only these paths. */
async function examine(statuses: Readonly<Record<string, number>>, flavour: Flavour = 'auto') {
  server = await startCannedServer(({ pathname }) => ({ status: statuses[pathname] ?? 404 }));
  return examineAt(server.origin, flavour);
}

function examineAt(origin: string, flavour: Flavour): Promise<readonly Finding[]> {
  const service = 'https://ent.example.org/cas/callback';
  const get = (url: URL) => fetchText(url, { timeout: 10_000 });
  return endpointCheck({ server: casServer(`${origin}/cas`, 'url'), service, flavour, get }).run(
    AbortSignal.timeout(10_000),
    noSchools,
  );
}

const ALL = { '/cas/login': 200, '/cas/logout': 302, '/cas/serviceValidate': 200 };

test.each<[Flavour, Record<string, number>, string]>([
  ['auto', ALL, '/serviceValidate'],
  ['auto', { ...ALL, '/cas/p3/serviceValidate': 400 }, '/p3/serviceValidate'],
  ['cas2', { ...ALL, '/cas/p3/serviceValidate': 200 }, '/serviceValidate'],
  ['cas1', { ...ALL, '/cas/validate': 200 }, '/validate'],
])('CAS 3.0 §2: flavour %s names where tickets are validated', async (flavour, statuses, path) => {
  expect(await examine(statuses, flavour)).toEqual([
    { state: 'good', sentence: `The SSO at ${server?.origin}/cas answers at /login, ${path} and /logout.` },
  ]);
});

test('missing endpoints are reported, with the consequences', async () => {
  const sentences = (await examine({})).map(({ state, sentence }) => `${state} ${sentence}`);
  expect(sentences).toEqual([
    expect.stringMatching(/^bad .* has no \/login: nobody can log in\.$/),
    expect.stringMatching(/^bad .* has no \/logout: a logout does not end the SSO session\.$/),
    expect.stringMatching(/^bad .* has no \/p3\/serviceValidate nor \/serviceValidate: no ticket can be validated\.$/),
  ]);
});

test.each([403, 503])('C17 a login page with status %i is worth a look', async (status) => {
  expect(await examine({ ...ALL, '/cas/login': status })).toMatchObject([
    { state: 'warn', sentence: expect.stringContaining(`answers at /login with status ${status}`) },
  ]);
});

test('an unreachable server is reported by the other checks only', async () => {
  const gone = await startCannedServer(() => ({}));
  await gone.stop();
  expect(await examineAt(gone.origin, 'auto')).toEqual([]);
});
