// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase, serviceAvailability, startMariadb, type Stoppable } from '../services/index.js';
import { startHelper } from './login/helper-process.js';
import { measureLogins, type LoginPlace, type LoginSide, type LoginsExtent } from './login/measure-logins.js';
import { measurePage } from './login/measure-page.js';
import type { PassportAnswer, PassportOrder } from './login/passport-app.js';
import type { PlainAnswer } from './login/plain-server.js';
import { loginLines, pageLines } from './login/report.js';
import { startApache } from './login/start-apache.js';
import { startVolee } from './login/start-volee.js';
import type { StubAnswer } from './login/stub-cas.js';
import type { CameIn, Seen } from './login/visitors.js';
import { inventRegion } from './sync/invented-region.js';
import { benchOptions, profileIn } from './shared/bench-options.js';
import { howBusy } from './shared/how-busy.js';
import { say } from './shared/say.js';
import type { LdapEntry } from '../envole-box/ldap-entry.js';
import { run } from './sync/run.js';

/** Schools of some 420 entries each. */
const SCHOOLS = 8;

/** Number of logged-in users who request the page. */
const VISITORS = 200;

/** Measures logins through an SSO that answers at once, beside Apache with mod_auth_cas and a plain Express app; then the page after the login. */
export async function benchLogin(words: readonly string[]): Promise<void> {
  const defaults = { database: 'sqlite', browsers: '32', logins: '600', rounds: '5', seconds: '4', 'cpu-prof': '' };
  const values = benchOptions(words, defaults);
  const started: Stoppable[] = [];
  const keep = <S extends Stoppable>(server: S): S => (started.unshift(server), server);
  const folder = await mkdtemp(join(tmpdir(), 'volee-bench-stub-'));
  try {
    const extent = { browsers: Number(values.browsers), logins: Number(values.logins), rounds: Number(values.rounds) };
    const nodeOptions = profileIn(values['cpu-prof']);
    await benchIn({ folder, keep, database: values.database, nodeOptions, seconds: Number(values.seconds), ...extent });
  } finally {
    for (const server of started) await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Bench extends LoginsExtent {
  readonly folder: string;
  /** Stops a server at the end, the last one first. */
  readonly keep: <S extends Stoppable>(server: S) => S;
  readonly database: string;
  readonly nodeOptions: readonly string[];
  readonly seconds: number;
}

async function benchIn(bench: Bench): Promise<void> {
  const { folder, keep, browsers } = bench;
  const entries = inventRegion(SCHOOLS);
  const certificate = await makeCertificate(folder);
  const stub = keep(startHelper('stub-cas.js'));
  const visitors = keep(startHelper('visitors.js'));
  const { port: casPort } = await stub.ask<StubAnswer>({ ...certificate, logins: loginsOf(entries) });
  const sso = { casUrl: `https://127.0.0.1:${casPort}`, ca: certificate.file };
  const place: LoginPlace = { visitors, stub, ca: certificate.cert };

  const mariadb = bench.database === 'mariadb' ? keep(await startMariadb()) : undefined;
  const databaseUrl = mariadb && (await createDatabase(mariadb, 'bench'));
  const volee = keep(await startVolee({ ...sso, entries, databaseUrl, nodeOptions: bench.nodeOptions }));
  const pids = { volee: volee.pid, ...(mariadb && { mariadb: mariadb.pid }) };
  const ours: LoginSide = { name: 'volee', url: `http://127.0.0.1:${volee.port}/`, pids };
  say(`\n${entries.length} entries in ${SCHOOLS} schools, ${mariadb ? 'MariaDB' : 'SQLite'}; medians.`);

  const order = { kind: 'logins', ca: certificate.cert, url: ours.url, browsers, count: VISITORS, keep: VISITORS };
  const { cameIn } = await visitors.ask<Seen>(order);
  const page = middlePage(cameIn);
  const sides = [ours];
  if (serviceAvailability().modAuthCas) {
    const apache = keep(await startApache({ ...sso, page }));
    sides.push({ name: 'mod_auth_cas', url: `http://127.0.0.1:${apache.port}/`, pids: { apache: apache.pid } });
  } else {
    say('Apache with mod_auth_cas left out: sudo test/services/install.sh');
  }
  const passport = keep(startHelper('passport-app.js'));
  const { body, encoding } = page;
  const own = mariadb ? await createDatabase(mariadb, 'passport') : `sqlite:${join(folder, 'passport.sqlite')}`;
  const app: PassportOrder = { casUrl: sso.casUrl, ca: certificate.cert, databaseUrl: own, body, encoding };
  const { port: appPort } = await passport.ask<PassportAnswer>(app);
  const appPids = { node: passport.pid, ...(mariadb && { mariadb: mariadb.pid }) };
  sides.push({ name: 'passport-cas', url: `http://127.0.0.1:${appPort}/`, pids: appPids });
  say(howBusy());
  say(`\nLogins: ${bench.logins} a round, ${browsers} at once, ${bench.rounds} rounds.`);
  for (const line of loginLines(await measureLogins(place, sides, bench))) say(line);

  const plain = keep(startHelper('plain-server.js'));
  const { port } = await plain.ask<PlainAnswer>({ body: page.body, headers: { 'Content-Encoding': page.encoding } });
  const bare = [{ url: `http://127.0.0.1:${port}/`, cookies: page.cookies }];
  const pageSides = [
    { name: 'volee', pids, visitors: cameIn },
    { name: 'bare node', pids: { node: plain.pid }, visitors: bare },
  ];
  const extent = { connections: browsers, seconds: bench.seconds, rounds: bench.rounds };
  say(
    `\nThe portal page, of ${cameIn.length} persons: ${browsers} connections, ${bench.rounds} times ${bench.seconds} s.`,
  );
  for (const line of pageLines(await measurePage(visitors, pageSides, extent))) say(line);
  say(howBusy());
}

/** The page of median length. */
function middlePage(cameIn: readonly CameIn[]): CameIn {
  const bySize = [...cameIn].sort((one, other) => one.body.length - other.body.length);
  const page = bySize[Math.floor(bySize.length / 2)];
  if (!page) throw new Error('Nobody came in.');
  return page;
}

/** Everybody's login: pupils, guardians and teachers of all schools mixed, the same way at each run. */
function loginsOf(entries: readonly LdapEntry[]): string[] {
  const persons = entries.filter(({ attributes }) => 'ENTPersonProfils' in attributes);
  const logins = persons.flatMap(({ attributes }) => [attributes['uid'] ?? []].flat().map(String));
  const step = 7919; // With a prime as step, everybody's turn comes once.
  return logins.map((_, index) => logins[(index * step) % logins.length] ?? '');
}

interface StubCertificate {
  /** Path of the PEM file of the certificate to trust. */
  readonly file: string;
  readonly cert: string;
  readonly key: string;
}

/** Makes a certificate for 127.0.0.1 in a folder: mod_auth_cas validates tickets over HTTPS only. */
async function makeCertificate(folder: string): Promise<StubCertificate> {
  const file = join(folder, 'stub.pem');
  const keyFile = join(folder, 'stub.key');
  const names = ['-subj', '/CN=stub', '-addext', 'subjectAltName=IP:127.0.0.1', '-days', '2'];
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  await run('openssl', ['req', '-x509', ...curve, ...names, '-keyout', keyFile, '-out', file]);
  return { file, cert: await readFile(file, 'utf8'), key: await readFile(keyFile, 'utf8') };
}
