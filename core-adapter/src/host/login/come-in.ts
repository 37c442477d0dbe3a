// SPDX-License-Identifier: EUPL-1.2
import type { Request, Response } from 'express';
import type { Identity } from '../../api/auth-provider.js';
import type { SchoolOfPerson } from '../directory/persons.js';
import type { HostContext } from '../host-context.js';
import { lastSchoolOf } from '../sessions/last-school.js';
import { tellLoginProblem } from './login-problem.js';

/** Opens the session of whom the SSO names, if he is somebody here. Who comes in is the directory's word; nobody is ever created. */
export async function comeIn(
  context: HostContext,
  request: Request,
  response: Response,
  { source, login, ticket, fresh = false, grantId }: Identity,
  to: string,
): Promise<void> {
  const { directory, sessions, grants, clock, log, loginCounts } = context;
  const person = await directory.personByLogin(source, login);
  if (!person) {
    const hasLeft = await directory.hasLeft(source, login);
    log.warn({ source }, `the SSO named somebody ${hasLeft ? 'who has left' : 'whom no directory knows'}`);
    return tellLoginProblem(context, request, response, hasLeft ? 'closed' : 'unknown', to);
  }
  if (person.disabled) return tellLoginProblem(context, request, response, 'closed', to);
  const schools = await directory.schoolsOf(person.id);
  if (schools.length === 0) return tellLoginProblem(context, request, response, 'noSchool', to);

  // A new id at login: one that somebody planted before is worth nothing (session fixation).
  await new Promise<void>((resolve, reject) => {
    request.session.regenerate((error?: unknown) => (error ? reject(error) : resolve()));
  });
  const { session } = request;
  session.personId = person.id;
  session.uai = await firstSchool(context, person.id, schools);
  session.provenAt = fresh ? clock.now().getTime() : undefined;
  session.grant = grantId === undefined ? undefined : await grants.take(grantId);
  if (!(await sessions.open(request.sessionID, person.id, ticket, session))) {
    session.personId = undefined;
    return tellLoginProblem(context, request, response, 'ended', to);
  }
  loginCounts.logins.in += 1;
  log.info({ person: person.id }, 'somebody logged in');
  // `/` would only lead there.
  response.redirect(303, to === '/' && session.uai !== undefined ? `/s/${session.uai}/` : to);
}

/** The school to begin in: the only one, or the last one; undefined where that is not his any more, or he has not been here yet. */
async function firstSchool(
  { database }: HostContext,
  personId: string,
  schools: readonly SchoolOfPerson[],
): Promise<string | undefined> {
  const uais = schools.map(({ school }) => school.uai);
  const uai = uais.length === 1 ? uais[0] : await lastSchoolOf(database.unitOfWork, personId);
  return uai !== undefined && uais.includes(uai) ? uai : undefined;
}
