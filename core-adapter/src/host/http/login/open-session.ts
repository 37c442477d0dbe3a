// SPDX-License-Identifier: EUPL-1.2
import type { Request } from 'express';
import type { Identity } from '../../../api/login/auth-provider.js';
import type { HostContext } from '../../context/host-context.js';
import { findByLogin, type LoginPerson } from '../../domain/sessions/find-by-login.js';
import { noteLogin } from '../../domain/sessions/last-login.js';
import { isGivenAway, type EntryCheckContext } from './check-login-entries.js';
import type { LoginProblem } from './login-problem.js';

/** The services that find the person of a login and open a session. */
export type SessionContext = EntryCheckContext &
  Pick<HostContext, 'clock' | 'database' | 'pendingPgts' | 'inFlightResponses' | 'sessions'>;

/**
 * Creates a session for the authenticated user if the directory knows them. Never provisions users.
 * @param expected the id of the person who was asked for the password again: another person may not answer for them
 * @returns the reason why there is no session; undefined when there is one
 */
export async function openSession(
  context: SessionContext,
  request: Request,
  { source, login, ticket, fresh = false, pgtIou }: Identity,
  expected: string | undefined,
): Promise<LoginProblem | undefined> {
  const { database, directory, sessions, inFlightResponses, pendingPgts, clock, log } = context;
  const found = await findByLogin(database.unitOfWork, { source, login, now: clock.now() });
  if (!found) {
    const hasLeft = await directory.hasLeft(source, login);
    log.warn({ source }, `the SSO named a person ${hasLeft ? 'that has left' : 'that no directory knows'}`);
    return hasLeft ? 'closed' : 'unknown';
  }
  const { person, schools } = found;
  if (person.disabled) return 'closed';
  if (expected !== undefined && expected !== person.id) return 'otherPerson';
  if (schools.length === 0) return 'noSchool';
  const profiles = schools.flatMap((one) => one.profiles);
  if (await isGivenAway(context, { source, login }, { personId: person.id, profiles })) return 'givenAway';

  // A new id at login: an id that was planted before is worth nothing (session fixation).
  const before = request.sessionID;
  if (request.session.personId !== undefined) await sessions.endSessions({ session: before }, 'newLogin');
  sessions.generate(request);
  const { session } = request;
  session.uai = firstSchool(found);
  session.provenAt = fresh ? clock.now().getTime() : undefined;
  session.grant = pgtIou === undefined ? undefined : await pendingPgts.take(pgtIou);
  if (!(await sessions.open(request.sessionID, person.id, ticket, session))) {
    sessions.generate(request);
    return 'ended';
  }
  // A sync may have given the login to another person since it was looked up, and have ended the sessions that it found.
  if ((await directory.personByLogin(source, login))?.id !== person.id) {
    await sessions.endSessions({ session: request.sessionID }, 'loginMoved');
    sessions.generate(request);
    return 'closed';
  }
  // Set after the row was written: a session without its row would look like one that has ended.
  session.personId = person.id;
  // The same person typed the password again: their responses in flight go on.
  if (expected !== undefined) inFlightResponses.move(before, request.sessionID);
  await noteLogin(database.unitOfWork, person.id, clock.now());
  log.info({ person: person.id }, 'a person logged in');
  return undefined;
}

/** The school to begin in: the only one, or the last one; undefined when the person has left the last one or never visited any. */
function firstSchool({ schools, lastSchool }: LoginPerson): string | undefined {
  const uais = schools.map(({ school }) => school.uai);
  const uai = uais.length === 1 ? uais[0] : lastSchool;
  return uai !== undefined && uais.includes(uai) ? uai : undefined;
}
