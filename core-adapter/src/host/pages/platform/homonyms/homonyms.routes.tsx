// SPDX-License-Identifier: EUPL-1.2
import express, { type Request, type Response, type Router } from 'express';
import type { HostContext } from '../../../context/host-context.js';
import { listOpenClassPairs } from '../../../domain/class-joins/class-join-list.js';
import { findOpenParcelQuestions } from '../../../domain/hand-over/parcel-questions.js';
import { findHomonym, findOpenHomonyms, type Homonym } from '../../../domain/homonyms/homonym-list.js';
import { homonymProblemOf } from '../../../domain/homonyms/homonym-problem.js';
import { PlatformHomonymView } from './platform-homonym.view.js';
import { PlatformHomonymsView } from './platform-homonyms.view.js';
import { PLATFORM_URLS } from '../../../http/platform-urls.js';
import { hiddenNotFound } from '../../../http/hidden-not-found.js';
import { statusOf } from '../../../http/error-status.js';
import { sendPlatformPage } from '../shared/send-platform-page.js';
import type { PageContext } from '../../../http/send-page.js';
import { visitorOf } from '../../../http/visitor.js';
import { actorName } from '../audit/audit-words.js';
import { pageFormatter } from '../shared/page-formatter.js';
import { presentClassPairs } from './classes.presenter.js';
import { decisionOf } from './decision-of.js';
import { presentHomonym, presentHomonyms } from './homonyms.presenter.js';
import { presentParcels } from './parcels.presenter.js';
import { personNames } from '../shared/names.js';
import { pageOf, textOf } from '../../../http/read-query.js';
import { redirectWithNotice } from '../../../http/redirect-with-notice.js';

/** `/admin/homonyms?q=&page=`: pairs of people who may be one; `/admin/homonyms/:id`: one pair, and the decision. */
export function homonymsRoutes(context: HostContext): Router {
  const router = express.Router();
  const { clock, database, homonyms } = context;

  router.get('/homonyms', async (request, response) => {
    const formatter = pageFormatter(context, request);
    const text = textOf(request.query, 'q');
    const page = await findOpenHomonyms(database.unitOfWork, { text, page: pageOf(request) }, clock.now());
    const parcels = text === '' ? await findOpenParcelQuestions(database.unitOfWork, clock.now()) : [];
    const classes = text === '' ? await listOpenClassPairs(database.unitOfWork) : [];
    const others = { parcels: presentParcels(parcels, formatter), classes: presentClassPairs(classes, formatter) };
    const model = presentHomonyms(page, text, others, formatter);
    const content = <PlatformHomonymsView model={model} t={formatter.t} />;
    await sendPlatformPage(context, request, response, {
      title: formatter.t('platform.homonyms'),
      content,
    });
  });

  router.get('/homonyms/:id', async (request, response) => {
    await sendHomonym(context, request, response, {});
  });

  router.post('/homonyms/:id', express.urlencoded({ extended: false }), async (request, response) => {
    const { t } = pageFormatter(context, request);
    const reason = textOf(request.body, 'reason').slice(0, 500);
    const { id, person, other } = await foundHomonym(context, request);
    const decision = decisionOf(request);
    try {
      await homonyms.decide(id, decision, { actor: visitorOf(request).person?.id ?? '', reason });
    } catch (error) {
      const found = homonymProblemOf(error);
      if (!found) throw error;
      const shown = {
        problem: t(`platform.homonymProblem.${found.problem}`, { brick: found.brick }),
        status: statusOf(error),
        reason,
      };
      return sendHomonym(context, request, response, shown);
    }
    const names = { name: person.displayName, other: other.displayName };
    const notice = t(`platform.homonymDone.${decision}`, names);
    await redirectWithNotice(request, response, PLATFORM_URLS.homonyms, notice);
  });

  return router;
}

interface HomonymPageOptions {
  readonly problem?: string;
  readonly status?: number;
  readonly reason?: string;
}

async function sendHomonym(
  context: PageContext & Pick<HostContext, 'authProvider' | 'clock' | 'settings'>,
  request: Request,
  response: Response,
  { problem, status = 200, reason = '' }: HomonymPageOptions,
): Promise<void> {
  const formatter = pageFormatter(context, request);
  const homonym = await foundHomonym(context, request);
  const { decidedBy, person, other } = homonym;
  const isOwn = [person.id, other.id].includes(visitorOf(request).person?.id ?? '');
  const persons = await personNames(context.database.unitOfWork, decidedBy === null ? [] : [decidedBy]);
  const who = decidedBy === null ? '' : actorName(decidedBy, { persons }, formatter.t);
  const loginSource = context.authProvider?.source;
  const { eraseAfter } = context.settings.people;
  const model = presentHomonym(homonym, { loginSource, eraseAfter, who, problem, isOwn, reason }, formatter);
  const content = <PlatformHomonymView model={model} t={formatter.t} />;
  const title = formatter.t('platform.homonymTitle');
  await sendPlatformPage(context, request, response, { title, content, status });
}

/** @throws NotFoundError */
async function foundHomonym(
  { clock, database }: Pick<HostContext, 'clock' | 'database'>,
  request: Request,
): Promise<Homonym> {
  const homonym = await findHomonym(database.unitOfWork, String(request.params['id']), clock.now());
  if (!homonym) throw hiddenNotFound('there is no question about these two persons');
  return homonym;
}
