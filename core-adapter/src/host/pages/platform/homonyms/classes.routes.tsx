// SPDX-License-Identifier: EUPL-1.2
import express, { type Request, type Response, type Router } from 'express';
import type { HostContext } from '../../../context/host-context.js';
import { findClassPair, findJoinedClasses, type ClassPair } from '../../../domain/class-joins/class-join-list.js';
import { classJoinProblemOf } from '../../../domain/class-joins/class-join-problem.js';
import type { ClassJoinState } from '../../../domain/sync/classes/class-join.entity.js';
import { statusOf } from '../../../http/error-status.js';
import { hiddenNotFound } from '../../../http/hidden-not-found.js';
import { PLATFORM_URLS } from '../../../http/platform-urls.js';
import { pageOf, textOf } from '../../../http/read-query.js';
import { redirectWithNotice } from '../../../http/redirect-with-notice.js';
import type { PageContext } from '../../../http/send-page.js';
import { visitorOf } from '../../../http/visitor.js';
import { actorName } from '../audit/audit-words.js';
import { personNames } from '../shared/names.js';
import { pageFormatter } from '../shared/page-formatter.js';
import { sendPlatformPage } from '../shared/send-platform-page.js';
import { presentClassPair, presentJoinedClasses } from './classes.presenter.js';
import { decisionOf } from './decision-of.js';
import { PlatformClassView } from './platform-class.view.js';
import { PlatformClassesView } from './platform-classes.view.js';

/** `/admin/homonyms/classes?q=&page=`: joined classes; `/admin/homonyms/classes/:id`: two classes side by side, and the decision. */
export function classesRoutes(context: HostContext): Router {
  const router = express.Router();
  const { classJoins, database } = context;

  router.get('/homonyms/classes', async (request, response) => {
    const formatter = pageFormatter(context, request);
    const text = textOf(request.query, 'q');
    const page = await findJoinedClasses(database.unitOfWork, { text, page: pageOf(request) });
    const content = <PlatformClassesView model={presentJoinedClasses(page, text, formatter)} t={formatter.t} />;
    await sendPlatformPage(context, request, response, { title: formatter.t('platform.seeClasses'), content });
  });

  router.get('/homonyms/classes/:id', async (request, response) => {
    await sendPair(context, request, response, { reason: '' });
  });

  router.post('/homonyms/classes/:id', express.urlencoded({ extended: false }), async (request, response) => {
    const { t } = pageFormatter(context, request);
    const reason = textOf(request.body, 'reason').slice(0, 500);
    const { id, other, own } = await foundPair(context, request);
    const decision = decisionOf(request);
    const actor = visitorOf(request).person?.id ?? '';
    try {
      await classJoins.decide(id, decision, { actor, reason, ...seenIn(request) });
    } catch (error) {
      const found = classJoinProblemOf(error);
      if (!found) throw error;
      const problem = t(`platform.classProblem.${found.problem}`, { brick: found.brick });
      return sendPair(context, request, response, { reason, problem, status: statusOf(error) });
    }
    const notice = t(`platform.classDone.${decision}`, { name: other.name, own: own.name });
    await redirectWithNotice(request, response, PLATFORM_URLS.homonyms, notice);
  });

  return router;
}

interface PairPageOptions {
  readonly reason: string;
  readonly problem?: string;
  readonly status?: number;
}

async function sendPair(
  context: PageContext & Pick<HostContext, 'clock'>,
  request: Request,
  response: Response,
  { problem, reason, status = 200 }: PairPageOptions,
): Promise<void> {
  const formatter = pageFormatter(context, request);
  const { t } = formatter;
  const pair = await foundPair(context, request);
  const { decidedBy } = pair;
  const persons = await personNames(context.database.unitOfWork, decidedBy === null ? [] : [decidedBy]);
  const who = decidedBy === null ? '' : actorName(decidedBy, { persons }, t);
  const content = <PlatformClassView model={presentClassPair(pair, { who, problem, reason }, formatter)} t={t} />;
  await sendPlatformPage(context, request, response, { title: t('platform.classTitle'), content, status });
}

/** The state of the pair on the page with the form: another administrator may have decided since. */
function seenIn({ body }: Request): { readonly seen?: ClassJoinState } {
  const state = textOf(body, 'state');
  return state === 'open' || state === 'same' || state === 'different' ? { seen: state } : {};
}

/** @throws NotFoundError */
async function foundPair({ database }: Pick<HostContext, 'database'>, request: Request): Promise<ClassPair> {
  const pair = await findClassPair(database.unitOfWork, String(request.params['id']));
  if (!pair) throw hiddenNotFound('there is no question about these two classes');
  return pair;
}
