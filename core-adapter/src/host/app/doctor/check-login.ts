// SPDX-License-Identifier: EUPL-1.2
import type { AuthProvider, Credentials, Rehearsal } from '../../../api/auth-provider.js';
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

const BRING_BACK = 'Bring him back in the directory, and run "volee sync run".';

/** Several pages are asked for, one after the other, each of which a portal may need seconds for. */
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
  if (!provider) return [bad('Nobody can log in: no brick is the way in.', 'See sso and bricks.')];
  if (!provider.rehearse) return [bad('This way in cannot be tried on a terminal.', 'Log in with a browser.')];
  const rehearsal = await provider.rehearse(credentials, signal);
  const came = good(`The SSO takes the password, and names ${rehearsal.user}${withAttributes(rehearsal)}.`);
  const { identity } = rehearsal;
  if (!identity) return [came, noLogin(rehearsal)];
  return [came, await whoIs(identity, options)];
}

function withAttributes({ attributes }: Rehearsal): string {
  const names = Object.entries(attributes).map(([name, count]) => `${name} (${count})`);
  return names.length === 0 ? ', without attributes' : `, with ${names.join(', ')}`;
}

function noLogin({ lookedIn, attributes }: Rehearsal): Finding {
  const count = new Map(Object.entries(attributes)).get(lookedIn) ?? 0;
  const what = count === 0 ? 'did not come' : count === 1 ? 'holds none' : `came ${count} times`;
  return bad(
    `The login is looked for in ${lookedIn}, which ${what}.`,
    'Let the SSO give it, once; or have the settings of the brick look for the login in what came.',
  );
}

async function whoIs(
  { source, login }: NonNullable<Rehearsal['identity']>,
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
  if (!found) return bad(`Who ${login} is cannot be looked up.`, 'See database.');
  const { person, schools, hasLeft } = found;
  if (person) return known(login, person, schools);
  if (!sources.includes(source)) {
    return bad(
      `${login} is looked for in the directory "${source}", and no directory is named so.`,
      `Write one of these as the source of the brick: ${sources.join(', ') || 'none is there yet'}.`,
    );
  }
  if (hasLeft) return bad(`${login} is somebody who left and may not come in.`, BRING_BACK);
  return bad(
    `The directory "${source}" knows nobody who is called ${login}.`,
    'Run "volee sync run"; if he is there under another name, look for the login elsewhere in what the SSO tells.',
  );
}

function known(login: string, { displayName, disabled }: Person, schools: readonly SchoolOfPerson[]): Finding {
  const who = `${login} is ${displayName}`;
  if (disabled) {
    return bad(`${who}, who left and may not come in.`, BRING_BACK);
  }
  const places = schools.map(({ school, profiles }) => `${profiles.join(' and ')} at ${school.name} (${school.uai})`);
  if (places.length > 0) return good(`${who}, ${places.join('; ')}.`);
  return bad(
    `${who}, who is nothing in any school.`,
    'See what the directory says of him, or give him a school with "volee admin grant".',
  );
}
