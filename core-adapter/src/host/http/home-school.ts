// SPDX-License-Identifier: EUPL-1.2
import type { Request } from 'express';
import { schoolContext, type SchoolContext, type SchoolServices } from './school-context.js';
import { visitorOf } from './visitor.js';

/** The school shown last; else the first in which something is on for the person; else the first. */
export async function homeSchool(context: SchoolServices, request: Request): Promise<SchoolContext | undefined> {
  const { person } = visitorOf(request);
  if (!person) return undefined;
  const last = request.session.uai;
  const shownLast = last === undefined ? undefined : schoolContext(context, person, last);
  if (shownLast) return shownLast;

  const visits = person.schools.flatMap(({ school }) => schoolContext(context, person, school.uai) ?? []);
  const [first, ...others] = visits;
  // Most people are in one school, and go there whatever is on.
  if (others.length === 0) return first;
  for (const visit of visits) if ((await visit.bricks()).length > 0) return visit;
  return first;
}
