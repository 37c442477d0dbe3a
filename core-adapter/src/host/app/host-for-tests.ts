// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { sign } from 'cookie-signature';
import type { BrickDefinition } from '../../api/brick-base.js';
import { OTHER_SCHOOL, SCHOOL, sampleSource, type Role } from '../../testing/sample-directory.js';
import { TestClock } from '../../testing/test-clock.js';
import { makeTables } from '../../testing/make-tables.js';
import { sqlite } from '../../testing/test-databases.js';
import { testFolder } from '../../testing/test-folder.js';
import { bootHost, type Host } from './boot-host.js';
import { schemaOwners } from './schema-owners.js';
import { sessionCookie } from '../domain/sessions/host-cookies.js';
import type { RootLog } from '../infra/util/create-log.js';
import { newId } from '../infra/database/new-id.js';
import { LIMITS, type Limits } from '../infra/util/limits.js';
import { isFeature, type BrickEntry } from '../domain/bricks/loaded-brick.js';
import { checkSettingsText } from '../infra/settings/load-settings.js';

const SECRET = 'a secret that only tests know, 32+ characters';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface Sending {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface LogLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly brick?: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly sentence: string;
}

/** A whole host on SQLite, reached over a socket: every header and every path is sent as it is written. */
export interface WebHost {
  readonly host: Host;
  /** For tests that abort a connection. */
  readonly port: number;
  readonly clock: TestClock;
  readonly lines: readonly LogLine[];
  send(path: string, sending?: Sending): Promise<Answer>;
  /** The cookie of a user with a new session. */
  cookieOf(role: Role): Promise<string>;
  stop(): Promise<void>;
}

export interface WebHostOptions {
  readonly bricks?: readonly BrickDefinition[];
  /** Bricks that `volee.yaml` names and that do not exist. */
  readonly missing?: readonly string[];
  readonly publicUrl?: string;
  readonly trustProxy?: number;
  readonly limits?: Limits;
  readonly metricsToken?: string;
  /** The section `operator` of `volee.yaml`. */
  readonly operator?: object;
}

/** As `startTestHost`, for tests of the host itself: with a log to look into, and settings of the server. */
export async function bootWebHost(options: WebHostOptions = {}): Promise<WebHost> {
  const {
    bricks = [],
    missing = [],
    publicUrl = 'http://127.0.0.1',
    trustProxy = 0,
    metricsToken,
    operator = {},
    limits = LIMITS,
  } = options;
  const folder = await mkdtemp(join(testFolder(), 'volee-web-'));
  const database = await sqlite.fresh();
  const server = { publicUrl, trustProxy, listen: '127.0.0.1:0' };
  const written = {
    server,
    database: { url: database.url },
    session: { secret: SECRET },
    storage: { url: `file:${folder}` },
    metrics: { token: metricsToken },
    operator,
    bricks: {},
  };
  const settings = checkSettingsText(JSON.stringify(written), 'test settings', {});
  if (settings.problems) throw new Error(settings.problems.join('\n'));

  await makeTables(database.url, schemaOwners(bricks.map(({ manifest }) => manifest)));
  const clock = new TestClock(new Date('2026-11-24T10:00:00Z'));
  const { log, lines } = recordingLog();
  const entries = [...bricks.map(entryOf), ...missing.map(missingEntry)];
  const host = await bootHost({ settings: settings.value, bricks: entries, log, clock, limits });
  await fill(host);
  const { port } = await host.listen();

  return {
    host,
    port,
    clock,
    lines,
    send: (path, sending) => send(port, path, sending),
    async cookieOf(role) {
      const sid = newId();
      const person = await host.directory.personByLogin('ldap', role);
      await host.sessions.open(sid, person?.id ?? '', `ST-${sid}`);
      const { name } = sessionCookie(host.settings.server.publicUrl);
      return `${name}=${encodeURIComponent(`s:${sign(sid, SECRET)}`)}`;
    },
    async stop() {
      await host.stop();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function entryOf(brick: BrickDefinition): BrickEntry {
  return { name: `@test/${brick.manifest.id}`, settings: {}, load: () => Promise.resolve(brick) };
}

function missingEntry(name: string): BrickEntry {
  return { name, settings: {}, load: () => Promise.reject(new Error(`Cannot find package '${name}'`)) };
}

/** Imports the sample's two schools with every person, and switches every brick on in both, even failed ones. */
async function fill(host: Host): Promise<void> {
  await host.sync.run(sampleSource, new AbortController().signal);
  await host.administrators.grant('head', SCHOOL, 'cli');
  await host.administrators.grant('headofotherschool', OTHER_SCHOOL, 'cli');
  for (const { id } of host.bricks.filter(isFeature)) {
    for (const uai of [SCHOOL, OTHER_SCHOOL]) await host.activations.enable(uai, id, 'cli');
  }
}

async function send(port: number, path: string, { method = 'GET', headers = {}, body }: Sending = {}): Promise<Answer> {
  const agent = false;
  // Node sends no Content-Length for the body of a DELETE by itself, and the body would be read as another request.
  const length = body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) };
  const request = httpRequest({
    host: '127.0.0.1',
    port,
    method,
    path,
    agent,
    headers: { Accept: 'text/html', ...length, ...headers },
  });
  // The answer may come before the whole body was sent, as with 413; writing the rest then fails.
  request.on('error', () => undefined);
  request.end(body);
  const [response] = (await once(request, 'response')) as [
    Parameters<typeof text>[0] & { statusCode: number; headers: IncomingHttpHeaders },
  ];
  return { status: response.statusCode, headers: response.headers, text: await text(response) };
}

export function recordingLog(): { readonly log: RootLog; readonly lines: LogLine[] } {
  const lines: LogLine[] = [];
  const logOf = (brick?: string): RootLog => {
    const write = (level: LogLine['level']) => (fields: object, sentence: string) =>
      void lines.push({ level, fields: { ...fields }, sentence, ...(brick !== undefined && { brick }) });
    return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error'), child: logOf };
  };
  return { log: logOf(), lines };
}
