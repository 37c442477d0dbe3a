// SPDX-License-Identifier: EUPL-1.2
import type { AuthProvider, Credentials, TestLoginResult } from '../../../api/login/auth-provider.js';
import type { Finding } from '../../../api/check.js';
import type { Clock } from '../../../api/log.js';
import type { SchemaOwner } from '../../infra/database/migrate.js';
import { Directory } from '../../domain/directory/directory.js';
import type { Person, SchoolOfPerson } from '../../domain/directory/persons.js';
import { bad, good } from './findings.js';
import type { OwnedCheck } from './run-check.js';
import { withDatabase } from './with-database.js';

export interface LoginCheckOptions {
  readonly provider: AuthProvider | undefined;
  /** Names of the directory sources that the settings have. */
  readonly sources: readonly string[];
  /** Undefined when the settings name none that can be read. */
  readonly databaseUrl: string | undefined;
  readonly owners: readonly SchemaOwner[];
  readonly clock: Clock;
}

const BRING_BACK = 'Add the person to the directory again, and run "volee sync run".';

/** The check asks for several pages, one after the other, and a portal may need seconds for each. */
const TIME_LIMIT = 60_000;

/** Logs in with test credentials, and reports the result of each step: at the SSO, in its answer, in the directory. */
export function loginCheck(credentials: Credentials, options: LoginCheckOptions): OwnedCheck {
  return { name: 'login', timeLimit: TIME_LIMIT, run: (signal) => checkLogin(credentials, options, signal) };
}

async function checkLogin(
  credentials: Credentials,
  options: LoginCheckOptions,
  signal: AbortSignal,
): Promise<Finding[]> {
  const { provider } = options;
  if (!provider) return [bad('Nobody can log in: no brick is of kind auth-provider.', 'See sso and bricks.')];
  if (!provider.testLogin) return [bad('This login cannot be tested on a terminal.', 'Log in with a browser.')];
  const result = await provider.testLogin(credentials, signal);
  const came = good(`The SSO accepts the password, and names ${result.user}${withAttributes(result)}.`);
  const { identity } = result;
  if (!identity) return [came, noLogin(result)];
  return [came, await whoIs(identity, options)];
}

function withAttributes({ attributes }: TestLoginResult): string {
  const names = Object.entries(attributes).map(([name, count]) => `${name} (${count})`);
  return names.length === 0 ? ', without attributes' : `, with ${names.join(', ')}`;
}

function noLogin({ lookedIn, attributes }: TestLoginResult): Finding {
  const count = new Map(Object.entries(attributes)).get(lookedIn) ?? 0;
  const what = count === 0 ? 'is missing' : count === 1 ? 'holds none' : `came ${count} times`;
  return bad(
    `The login is looked for in ${lookedIn}, which ${what}.`,
    'Configure the SSO to send it once, or change the attribute in the settings of the brick.',
  );
}

async function whoIs(
  { source, login }: NonNullable<TestLoginResult['identity']>,
  { databaseUrl, owners, clock, sources }: LoginCheckOptions,
): Promise<Finding> {
  const found =
    databaseUrl === undefined
      ? undefined
      : await withDatabase(databaseUrl, owners, async (unitOfWork) => {
          const directory = new Directory(unitOfWork, clock);
          const person = await directory.personByLogin(source, login);
          const schools = person ? await directory.schoolsOf(person.id) : [];
          return { person, schools, hasLeft: !person && (await directory.hasLeft(source, login)) };
        });
  if (!found) return bad(`The person with the login ${login} cannot be looked up.`, 'See database.');
  const { person, schools, hasLeft } = found;
  if (person) return known(login, person, schools);
  if (!sources.includes(source)) {
    return bad(
      `${login} is looked up in the directory "${source}", but no directory has this name.`,
      `Write one of these as the source of the brick: ${sources.join(', ') || 'none exists yet'}.`,
    );
  }
  if (hasLeft) return bad(`${login} is a person that left and may not log in.`, BRING_BACK);
  return bad(
    `The directory "${source}" has no person with the login ${login}.`,
    'Run "volee sync run"; if the directory has the person under another login, choose another attribute of the SSO.',
  );
}

function known(login: string, { displayName, disabled }: Person, schools: readonly SchoolOfPerson[]): Finding {
  const who = `${login} is ${displayName}`;
  if (disabled) {
    return bad(`${who}, a person that left and may not log in.`, BRING_BACK);
  }
  const places = schools.map(({ school, profiles }) => `${profiles.join(' and ')} at ${school.name} (${school.uai})`);
  if (places.length > 0) return good(`${who}, ${places.join('; ')}.`);
  return bad(
    `${who}, a person without a profile in any school.`,
    'Check the person in the directory, or give them a school with "volee admin grant".',
  );
}
