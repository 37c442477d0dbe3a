// SPDX-License-Identifier: EUPL-1.2
import express, { type Request, type Response, type Router } from 'express';
import { ConflictError } from '../../../../api/errors.js';
import type { HostContext } from '../../../context/host-context.js';
import { decideParcel } from '../../../domain/hand-over/decide-parcel.js';
import { findParcelQuestion, type ParcelQuestion } from '../../../domain/hand-over/parcel-questions.js';
import { hiddenNotFound } from '../../../http/hidden-not-found.js';
import { PLATFORM_URLS } from '../../../http/platform-urls.js';
import { textOf } from '../../../http/read-query.js';
import type { PageContext } from '../../../http/send-page.js';
import { visitorOf } from '../../../http/visitor.js';
import { actorName } from '../audit/audit-words.js';
import { personNames } from '../shared/names.js';
import { pageFormatter } from '../shared/page-formatter.js';
import { sendPlatformPage } from '../shared/send-platform-page.js';
import { decisionOf } from './decision-of.js';
import { presentParcel } from './parcels.presenter.js';
import { PlatformParcelView } from './platform-parcel.view.js';
import { redirectWithNotice } from '../../../http/redirect-with-notice.js';

/** `/admin/homonyms/parcels/:id`: whether a pupil is the one that was handed over, and the decision. */
export function parcelsRoutes(context: HostContext): Router {
  const router = express.Router();
  const { auditTrail, clock, database } = context;

  router.get('/homonyms/parcels/:id', async (request, response) => {
    await sendParcel(context, request, response, { reason: '' });
  });

  router.post('/homonyms/parcels/:id', express.urlencoded({ extended: false }), async (request, response) => {
    const { t } = pageFormatter(context, request);
    const reason = textOf(request.body, 'reason').slice(0, 500);
    const { id, candidate } = await foundQuestion(context, request);
    const decision = decisionOf(request);
    const by = { actor: visitorOf(request).person?.id ?? '', reason };
    try {
      await decideParcel({ unitOfWork: database.unitOfWork, clock, auditTrail }, id, decision, by);
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
      return sendParcel(context, request, response, { reason, problem: t('platform.parcelTooLate') });
    }
    const notice = t(`platform.parcelDone.${decision}`, { name: candidate.displayName });
    await redirectWithNotice(request, response, PLATFORM_URLS.homonyms, notice);
  });

  return router;
}

async function sendParcel(
  context: PageContext & Pick<HostContext, 'clock'>,
  request: Request,
  response: Response,
  { problem, reason }: { readonly problem?: string; readonly reason: string },
): Promise<void> {
  const formatter = pageFormatter(context, request);
  const { t } = formatter;
  const question = await foundQuestion(context, request);
  const { decidedBy } = question;
  const persons = await personNames(context.database.unitOfWork, decidedBy === null ? [] : [decidedBy]);
  const who = decidedBy === null ? '' : actorName(decidedBy, { persons }, t);
  const content = <PlatformParcelView model={presentParcel(question, { who, problem, reason }, formatter)} t={t} />;
  const status = problem === undefined ? 200 : 409;
  await sendPlatformPage(context, request, response, { title: t('platform.parcelTitle'), content, status });
}

/** @throws NotFoundError */
async function foundQuestion(
  { clock, database }: Pick<HostContext, 'clock' | 'database'>,
  request: Request,
): Promise<ParcelQuestion> {
  const question = await findParcelQuestion(database.unitOfWork, String(request.params['id']), clock.now());
  if (!question) throw hiddenNotFound('there is no question about this pupil');
  return question;
}
