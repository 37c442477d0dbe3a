// SPDX-License-Identifier: EUPL-1.2
import express, { type Request, type Router } from 'express';
import type { HostContext } from '../host-context.js';
import type { LoadedBrick } from '../loader/loaded-brick.js';
import { authoriseRequest } from './authorise-request.js';
import { nothingHere } from './nothing-here.js';
import { requirePerson } from './require-person.js';
import { visitSchool, type SchoolVisit } from './school-visit.js';
import { sendError } from './send-error.js';
import { sendReply } from './send-reply.js';
import { visitorOf } from './visitor.js';

/** The largest form without files, in bytes. */
const FORM_LIMIT = 100_000;

/** Serves a brick below `/s/<UAI>/<id>`: only in a school of the person, and only where it is on for him. */
export function serveBrick(context: HostContext, brick: LoadedBrick): Router {
  const router = express.Router({ mergeParams: true });
  const visits = new WeakMap<Request, SchoolVisit>();
  router.use(requirePerson(context), async (request, response, next) => {
    const visit = await visitBrick(context, request, brick);
    visits.set(request, visit);
    request.session.uai = visit.school.uai;
    if (brick.state === 'failed') return sendError(context, request, response, 'brickFailed');
    next();
  });
  if (brick.state === 'failed') return router;
  // After the visit: where the brick is off, nothing that is sent makes another answer than 404 (T9).
  router.use(express.urlencoded({ extended: false, limit: FORM_LIMIT }));

  // A router of its own: what the brick sees of the address is its own part, without the school.
  const routes = express.Router();
  for (const route of brick.routes) {
    routes[route.method](route.path, async (request, response) => {
      const visit = visits.get(request);
      if (!visit) throw new Error(`${brick.id} was asked without a visit`);
      const brickRequest = await authoriseRequest(context, brick, route, request, visit);
      await sendReply(context, brick.id, visit, request, response, await route.handler(brickRequest));
    });
  }
  return router.use(routes);
}

/** @throws NotFoundError in a school that is not the person's, and where the brick is off for him (T8, T9) */
async function visitBrick(context: HostContext, request: Request, brick: LoadedBrick): Promise<SchoolVisit> {
  const { person } = visitorOf(request);
  const visit = person && visitSchool(context, person, String(request.params['uai']));
  if (!visit || !(await visit.isOn(brick.id))) throw nothingHere(`${brick.id} is not there for the person`);
  return visit;
}
