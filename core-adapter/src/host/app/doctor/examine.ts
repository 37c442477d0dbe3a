// SPDX-License-Identifier: EUPL-1.2
import type { Credentials } from '../../../api/login/auth-provider.js';
import type { Finding } from '../../../api/check.js';
import type { Clock } from '../../../api/log.js';
import { schemaOwners } from '../schema-owners.js';
import type { SchemaOwner } from '../../infra/database/migrate.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { createLog } from '../../infra/util/create-log.js';
import { ended } from '../../infra/util/error-text.js';
import type { BrickEntry } from '../../domain/bricks/loaded-brick.js';
import type { Environment } from '../../infra/settings/resolve-values.js';
import { checkAddress } from './check-address.js';
import { checkBricks } from './check-bricks.js';
import { checkCertificate } from './check-certificate.js';
import { checkContent } from './check-content.js';
import { checkClock, checkDatabase, checkDatabaseClock } from './check-database.js';
import { checkDisk } from './check-disk.js';
import { checkGrants } from './check-grants.js';
import { checkHomonyms } from './check-homonyms.js';
import { checkJobs } from './check-jobs.js';
import { checkLeavers } from './check-leavers.js';
import { loginCheck, type LoginCheckOptions } from './check-login.js';
import { checkMail } from './check-mail.js';
import { checkNode } from './check-node.js';
import { checkOperator } from './check-operator.js';
import { missingRoles } from './check-roles.js';
import { checkSecret } from './check-secret.js';
import { checkStorage } from './check-storage.js';
import { checkUnreadSchools } from './check-unread-schools.js';
import { bad, good } from './findings.js';
import { pendingOwners } from './pending-owners.js';
import type { ReadableSettings } from './readable-settings.js';
import { runCheck, type OwnedCheck } from './run-check.js';
import { bricksOn } from './bricks-on.js';
import { brickSecrets, hostSecrets, withoutSecrets } from './secret-values.js';
import { LIMITS, type Limits } from '../../infra/util/limits.js';
import { declareBricks } from '../../bricks/declare-bricks.js';
import { activateForChecks, type BricksForChecks } from './activate-for-checks.js';
import { withDatabase } from './with-database.js';

export interface ExamineOptions {
  readonly settings: ReadableSettings;
  /** Problems in the settings of the host. Problems in the settings of bricks are found here. */
  readonly problems: readonly string[];
  readonly bricks: readonly BrickEntry[];
  readonly env: Environment;
  readonly clock?: Clock;
  readonly limits?: Limits;
  /** The credentials for a test login. */
  readonly login?: Credentials | undefined;
}

/** One line in the output of `volee doctor`. */
export type Diagnosis = Finding & { readonly check: string };

/** The order of the output, whichever check ends first. Checks of bricks with names of their own come last. */
const ORDER = ['node', 'settings', 'secret', 'address', 'database', 'directory', 'homonyms', 'leavers', 'grants'];
/** The checks about logging in. */
const LOGIN = ['sso', 'endpoints', 'login', 'certificate', 'clock'];
const LAST = ['storage', 'disk', 'mail', 'operator', 'jobs', 'bricks'];

/** Runs every check that can run, whatever else is broken, and changes nothing. */
export async function examine(options: ExamineOptions): Promise<Diagnosis[]> {
  const { settings, bricks: entries, env, login, clock = { now: () => new Date() }, limits = LIMITS } = options;
  const publicUrl = settings.server?.publicUrl ?? new URL('https://volee.invalid');
  const declared = await declareBricks(entries, env, limits);
  const log = createLog('silent');
  const databaseUrl = settings.database?.url;
  const activated = await activateForChecks(declared, { clock, log, publicUrl, limits, databaseUrl });
  try {
    const roles = settings.bricks ? missingRoles(activated.bricks) : [];
    const logins = login ? [loginCheck(login, loginOptions(settings, activated, clock))] : [];
    const checks = [...ownChecks(options, activated, clock), ...roles, ...activated.checks, ...logins];
    const found = await Promise.all(
      checks.map(async (check) => (await runCheck(check)).map((finding) => ({ check: check.name, ...finding }))),
    );
    const secrets = [...hostSecrets(settings), ...brickSecrets(entries, activated.declared, env)];
    return found
      .flat()
      .sort((a, b) => rank(a.check) - rank(b.check))
      .map((line) => cleaned(line, secrets));
  } finally {
    await activated.dispose();
  }
}

function loginOptions({ database }: ReadableSettings, activated: BricksForChecks, clock: Clock): LoginCheckOptions {
  const ready = activated.bricks.filter((brick) => brick.state === 'ready');
  return {
    provider: ready.find(({ authProvider }) => authProvider)?.authProvider,
    sources: sourcesOf(activated),
    databaseUrl: database?.url,
    owners: schemaOwners(activated.declared.bricks.map(({ manifest }) => manifest)),
    clock,
  };
}

/** Names of the directory sources that the settings have. */
function sourcesOf({ bricks }: BricksForChecks): string[] {
  return bricks.flatMap((brick) => (brick.state === 'ready' ? brick.sources.map(({ name }) => name) : []));
}

function ownChecks({ settings, problems }: ExamineOptions, activated: BricksForChecks, clock: Clock): OwnedCheck[] {
  const { server, session, storage, database, people, mail, operator } = settings;
  const owners = schemaOwners(activated.declared.bricks.map(({ manifest }) => manifest));
  const folder = storage?.url.slice('file:'.length);
  const sqliteFile = /^sqlite:(.+)$/.exec(database?.url ?? '')?.[1];
  const places = [folder, sqliteFile].filter((path) => path !== undefined);
  const checks: [string, OwnedCheck['run']][] = [
    ['node', () => one(checkNode())],
    ['settings', () => Promise.resolve(settingsFindings([...problems, ...activated.declared.problems]))],
    ['disk', () => checkDisk(places)],
  ];
  // An invalid section is reported as invalid, and not as missing. Nothing is known about an unreadable file.
  const isRead = Object.values(settings).some((section) => section !== undefined);
  if (isRead && !problems.some((problem) => problem.startsWith('mail')))
    checks.push(['mail', async () => [await checkMail(mail)]]);
  if (operator) checks.push(['operator', () => Promise.resolve(checkOperator(operator))]);
  if (session) checks.push(['secret', () => one(checkSecret(session.secret))]);
  if (server) {
    checks.push(['address', () => Promise.resolve(checkAddress(server))]);
    checks.push(['certificate', (signal) => checkCertificate(server.publicUrl, { now: clock.now(), signal })]);
  }
  if (folder !== undefined) checks.push(['storage', async () => [await checkStorage(folder)]]);
  if (folder !== undefined && database) {
    const content = { folder, databaseUrl: database.url, owners, bricks: activated.bricks, clock };
    checks.push(['storage', () => checkContent(content)]);
  }
  if (database) checks.push(...databaseChecks(database.url, { owners, people, sources: sourcesOf(activated), clock }));
  if (settings.bricks)
    checks.push([
      'bricks',
      async () =>
        checkBricks(activated.bricks, {
          on: database && (await bricksOn(database.url, owners, clock)),
          pending: database ? await pendingOwners(database.url, owners) : new Set(),
        }),
    ]);
  return checks.map(([name, run]) => ({ name, run }));
}

interface DatabaseChecks extends Pick<ReadableSettings, 'people'> {
  readonly owners: readonly SchemaOwner[];
  readonly sources: readonly string[];
  readonly clock: Clock;
}

function databaseChecks(
  url: string,
  { owners, people, sources, clock }: DatabaseChecks,
): [string, OwnedCheck['run']][] {
  const ask = (check: (unitOfWork: UnitOfWork) => Promise<Finding[]>): OwnedCheck['run'] => {
    return async () => (await withDatabase(url, owners, check)) ?? [];
  };
  const checks: [string, OwnedCheck['run']][] = [
    ['database', () => checkDatabase(url, owners)],
    ['directory', ask((unitOfWork) => checkUnreadSchools(unitOfWork, sources))],
    ['homonyms', ask(checkHomonyms)],
    ['jobs', ask(checkJobs)],
    ['clock', ask((unitOfWork) => checkClock(unitOfWork, clock))],
    ['clock', () => checkDatabaseClock(url, () => clock.now()).catch(() => [])],
  ];
  if (!people) return checks;
  const { endGrantsAfter, eraseAfter } = people;
  return [
    ...checks,
    ['leavers', ask((unitOfWork) => checkLeavers(unitOfWork, eraseAfter))],
    ['grants', ask((unitOfWork) => checkGrants(unitOfWork, clock, endGrantsAfter))],
  ];
}

function settingsFindings(problems: readonly string[]): Finding[] {
  if (problems.length === 0) return [good('No problem was found in the settings.')];
  return problems.map((problem) => bad(ended(problem), 'Correct it in volee.yaml; "volee config check" checks it.'));
}

function one(finding: Finding): Promise<Finding[]> {
  return Promise.resolve([finding]);
}

function rank(check: string): number {
  const order = [...ORDER, ...LOGIN, '', ...LAST];
  const place = order.indexOf(check);
  return place === -1 ? order.indexOf('') : place;
}

function cleaned(line: Diagnosis, secrets: readonly string[]): Diagnosis {
  const sentence = withoutSecrets(line.sentence, secrets);
  return line.state === 'good'
    ? { ...line, sentence }
    : { ...line, sentence, remedy: withoutSecrets(line.remedy, secrets) };
}
