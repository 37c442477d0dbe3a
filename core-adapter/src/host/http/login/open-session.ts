// SPDX-License-Identifier: EUPL-1.2
import type { Request } from 'express';
import type { Identity } from '../../../api/login/auth-provider.js';
import type { SchoolOfPerson } from '../../domain/directory/persons.js';
import type { HostContext } from '../../context/host-context.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { noteLogin } from '../../domain/sessions/last-login.js';
import { lastSchoolOf } from '../last-school.js';
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
  const person = await directory.personByLogin(source, login);
  if (!person) {
    const hasLeft = await directory.hasLeft(source, login);
    log.warn({ source }, `the SSO named a person ${hasLeft ? 'that has left' : 'that no directory knows'}`);
    return hasLeft ? 'closed' : 'unknown';
  }
  if (person.disabled) return 'closed';
  if (expected !== undefined && expected !== person.id) return 'otherPerson';
  const schools = await directory.schoolsOf(person.id);
  if (schools.length === 0) return 'noSchool';
  const profiles = schools.flatMap((one) => one.profiles);
  if (await isGivenAway(context, { source, login }, { personId: person.id, profiles })) return 'givenAway';

  // A new id at login: an id that was planted before is worth nothing (session fixation).
  const before = request.sessionID;
  if (request.session.personId !== undefined) await sessions.endSessions({ session: before }, 'newLogin');
  sessions.generate(request);
  const { session } = request;
  session.uai = await firstSchool(database.unitOfWork, person.id, schools);
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
async function firstSchool(
  unitOfWork: UnitOfWork,
  personId: string,
  schools: readonly SchoolOfPerson[],
): Promise<string | undefined> {
  const uais = schools.map(({ school }) => school.uai);
  const uai = uais.length === 1 ? uais[0] : await lastSchoolOf(unitOfWork, personId);
  return uai !== undefined && uais.includes(uai) ? uai : undefined;
}
