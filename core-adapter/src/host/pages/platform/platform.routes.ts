// SPDX-License-Identifier: EUPL-1.2
import express, { type RequestHandler, type Router } from 'express';
import type { HostContext } from '../../context/host-context.js';
import { requireFreshLogin } from '../../http/login/require-fresh-login.js';
import { hiddenNotFound } from '../../http/hidden-not-found.js';
import { requirePerson } from '../../http/login/require-person.js';
import { visitorOf } from '../../http/visitor.js';
import { administratorsRoutes } from './administrators/administrators.routes.js';
import { auditRoutes } from './audit/audit.routes.js';
import { bricksRoutes } from './bricks/bricks.routes.js';
import { askRoutes } from './homonyms/ask.routes.js';
import { homonymsRoutes } from './homonyms/homonyms.routes.js';
import { classesRoutes } from './homonyms/classes.routes.js';
import { parcelsRoutes } from './homonyms/parcels.routes.js';
import { overviewRoutes } from './overview/overview.routes.js';
import { revokeRoutes } from './administrators/revoke.routes.js';
import { runRoutes } from './syncs/run.routes.js';
import { schoolsRoutes } from './schools/schools.routes.js';
import { syncsRoutes } from './syncs/syncs.routes.js';

/**
 * `/admin/`: the console of the platform. Everyone but its administrators gets a 404, whatever the method (T8); `/admin/s/<UAI>` belongs
 * to the schools and is let through.
 */
export function platformRoutes(context: HostContext): Router {
  const console = express.Router();
  console.use(ofNoSchool, requirePerson(context), requireAdministrator, requireFreshLogin(context));
  for (const routes of [
    overviewRoutes,
    schoolsRoutes,
    bricksRoutes,
    syncsRoutes,
    runRoutes,
    askRoutes,
    classesRoutes,
    homonymsRoutes,
    parcelsRoutes,
    administratorsRoutes,
    revokeRoutes,
    auditRoutes,
  ]) {
    console.use(routes(context));
  }
  return express.Router().use('/admin', console);
}

const ofNoSchool: RequestHandler = (request, _response, next) => {
  next(/^\/s(\/|$)/i.test(request.path) ? 'router' : undefined);
};

const requireAdministrator: RequestHandler = (request, _response, next) => {
  const administers = visitorOf(request).person?.administersPlatform;
  next(administers ? undefined : hiddenNotFound('the person does not administer the platform'));
};
