// SPDX-License-Identifier: EUPL-1.2
import express, { type Request, type RequestHandler, type Router } from 'express';
import { UnavailableError } from '../../../api/errors.js';
import type { Reply } from '../../../api/http.js';
import type { HostContext } from '../../context/host-context.js';
import { inBrick } from '../../infra/util/brick-scope.js';
import { isFeature, type LoadedBrick, type ReadyBrick } from '../../domain/bricks/loaded-brick.js';
import { unlessAborted } from '../../infra/util/unless-aborted.js';
import { TooSlowError, withTimeout } from '../../infra/util/with-timeout.js';
import { requireFreshLogin } from '../login/require-fresh-login.js';
import { noteSchool } from '../last-school.js';
import { authoriseRequest, requireAccess, type BrickRequestContext } from './authorise-request.js';
import type { BrickRoute } from '../../domain/bricks/brick-route.js';
import { guardReply } from './guard-reply.js';
import { checkReply } from './check-reply.js';
import { hiddenNotFound } from '../hidden-not-found.js';
import { readForm } from './read-form.js';
import { readPlainForm } from '../bodies/read-plain-form.js';
import { requirePerson } from '../login/require-person.js';
import { schoolContext, type SchoolContext, type SchoolServices } from '../school-context.js';
import { sendError } from '../send-error.js';
import { sendReply } from './send-reply.js';
import { visitorOf } from '../visitor.js';
import { asError } from '../../infra/util/as-error.js';
import { isInfrastructureFailure } from '../../infra/database/is-infrastructure-failure.js';
import { statusOf } from '../error-status.js';
import { joinedAddress } from './joined-address.js';
import { logFailure } from '../request-log.js';

/** Serves each brick below `/s/<UAI>/<id>`, those that come late as well. */
export function serveBricks(context: HostContext): RequestHandler {
  const routers = new WeakMap<LoadedBrick, Router>();
  return (request, response, next) => {
    // Express compares paths without regard to case, too.
    const id = String(request.params['brick']).toLowerCase();
    const brick = context.bricks.filter(isFeature).find((one) => one.id.toLowerCase() === id);
    if (!brick) return next();
    const router = routers.get(brick) ?? serveBrick(context, brick);
    routers.set(brick, router);
    router(request, response, next);
  };
}

/** Serves a brick below `/s/<UAI>/<id>`: only in a school of the person, and only where the brick is on for them. */
function serveBrick(context: HostContext, brick: LoadedBrick): Router {
  const router = express.Router({ mergeParams: true });
  const visits = new WeakMap<Request, SchoolContext>();
  router.use(requirePerson(context), async (request, response, next) => {
    const visit = await visitBrick(context, request, brick);
    visits.set(request, visit);
    await noteSchool(context.database.unitOfWork, request, visit.school.uai);
    if (brick.state === 'failed') return sendError(context, request, response, 'brickFailed');
    next();
  });
  if (brick.state === 'failed') return router;
  // The body is read after the visit is checked: where the brick is off, no input changes the answer from 404 (T9).
  router.use(async (request, response, next) => {
    await readPlainForm(request, response);
    next();
  });

  // A separate router: the brick sees its own part of the address, without the school.
  const routes = express.Router();
  for (const route of brick.routes) {
    const visitOf = (request: Request): SchoolContext => {
      const visit = visits.get(request);
      if (!visit) throw new Error(`${brick.id} was called without a school`);
      return visit;
    };
    const mayAtAll: RequestHandler = async (request, _response, next) => {
      await requireAccess(brick, route, visitOf(request));
      next();
    };
    // The permission comes first: a user without it is not asked for a password.
    const guards = route.freshLogin ? [mayAtAll, requireFreshLogin(context)] : [];
    routes[route.method](route.path, ...guards, (request, response) => {
      const visit = visitOf(request);
      // The reply is sent within the brick's scope, too: the stream of content is the brick's.
      return inBrick({ id: brick.id }, async () => {
        const failure = requestFailure(context, brick, request);
        try {
          const reply = await replyInTime(context, brick, route, request, visit, failure);
          const guard = { name: nameOf(brick, route, request), limit: context.limits.request, threw: failure.fail };
          await sendReply(context, brick.id, visit, request, response, guardReply(reply, guard));
        } catch (error) {
          failure.fail(error);
          const address = statusOf(error) === 404 ? await joinedAddress(context, request, visit) : undefined;
          if (address === undefined) throw error;
          // 307 keeps the method and the form of a page that was open during the join.
          response.redirect(307, address);
        }
      });
    });
  }
  return router.use(routes);
}

/** Calls the handler of the brick within the time limit of a request. @throws UnavailableError when the limit is over */
async function replyInTime(
  context: BrickRequestContext,
  brick: ReadyBrick,
  route: BrickRoute,
  request: Request,
  visit: SchoolContext,
  { signal, fail }: RequestFailure,
): Promise<Reply> {
  const form = readForm(request, route, fail);
  const ask = async (): Promise<Reply> => {
    try {
      return checkReply(
        brick.id,
        await route.handler(await authoriseRequest(context, brick, route, request, visit, form)),
      );
    } finally {
      form.end();
    }
  };
  const reply = ask();
  try {
    // An upload takes as long as the line needs; once a listener on it threw, its handler may wait for ever.
    return await (route.upload ? unlessAborted(signal, () => reply) : withTimeout(context.limits.request, () => reply));
  } catch (error) {
    reply.catch(() => undefined);
    if (!(error instanceof TooSlowError)) throw error;
    throw new UnavailableError(`${nameOf(brick, route, request)} does not answer: ${error.message}.`);
  }
}

/** For messages: `GET /files/:id of file-share`. */
function nameOf(brick: ReadyBrick, route: BrickRoute, request: Request): string {
  return `${request.method} ${route.path} of ${brick.id}`;
}

/** @throws NotFoundError in a school that is not the person's, and where the brick is off for them (T8, T9) */
async function visitBrick(context: SchoolServices, request: Request, brick: LoadedBrick): Promise<SchoolContext> {
  const { person } = visitorOf(request);
  const there = person && schoolContext(context, person, String(request.params['uai']));
  const visit = await there?.inBrick(brick.id);
  if (!visit) throw hiddenNotFound(`${brick.id} is not available to the person`);
  return visit;
}

/** The failure of one request to a brick: the first error that its code throws, in the handler or in a listener on a stream. */
interface RequestFailure {
  /** Aborted when the request has failed, with the error as its reason. */
  readonly signal: AbortSignal;
  /** Records a crash as an error of the brick, and logs it as the brick's. Later errors follow from the first and are ignored. */
  fail(error: unknown): void;
}

function requestFailure(
  { troubles }: Pick<HostContext, 'troubles'>,
  { id, log }: Pick<ReadyBrick, 'id' | 'log'>,
  request: Request,
): RequestFailure {
  const end = new AbortController();
  return {
    signal: end.signal,
    fail(error) {
      if (end.signal.aborted) return;
      end.abort(asError(error));
      // Mistakes of the visitor, a lost database and a full disk are no errors of the brick.
      if (statusOf(error) < 500 || isInfrastructureFailure(error)) return;
      troubles.note(id, error);
      logFailure(log, request, error);
    },
  };
}
