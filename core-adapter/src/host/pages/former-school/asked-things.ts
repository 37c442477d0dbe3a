// SPDX-License-Identifier: EUPL-1.2
import type { Request } from 'express';
import type { FormerThings } from '../../../api/former-school.js';
import type { HostContext } from '../../context/host-context.js';
import type { ReadyBrick } from '../../domain/bricks/loaded-brick.js';
import { findFormerSchools, type FormerSchool } from '../../domain/former-schools/find-former-schools.js';
import { formerBricks, type FormerReader, type FormerServices } from '../../http/ask-former.js';
import { hiddenNotFound } from '../../http/hidden-not-found.js';
import { visitorOf } from '../../http/visitor.js';

/** The things of a brick in a former school that an address names. */
export interface AskedThings {
  readonly brick: ReadyBrick;
  readonly things: FormerThings;
  readonly former: FormerSchool;
}

/** The user. @throws NotFoundError without one */
export function readerOf(request: Request): FormerReader {
  const { person, language } = visitorOf(request);
  if (!person) throw hiddenNotFound('no user is logged in');
  return { person, language };
}

/** The schools that the user or a child of theirs has left. */
export function formerSchoolsOf(
  { database, clock }: Pick<HostContext, 'database' | 'clock'>,
  { person }: FormerReader,
): Promise<FormerSchool[]> {
  return findFormerSchools(database.unitOfWork, person.id, clock.now());
}

/** @throws NotFoundError when the school is no former one of theirs, or the brick keeps nothing for them there */
export async function askedThings(context: FormerServices, request: Request): Promise<AskedThings> {
  const { uai, owner, brick: id } = request.params;
  const reader = readerOf(request);
  const schools = await formerSchoolsOf(context, reader);
  const former = schools.find((one) => one.school.uai === uai && one.owner.id === owner);
  const [found] = former
    ? await formerBricks(context, former, reader, context.limits.request, (one) => one === id)
    : [];
  if (!former || !found?.things) throw hiddenNotFound('the brick keeps nothing there for the reader');
  return { brick: found.brick, things: found.things, former };
}
