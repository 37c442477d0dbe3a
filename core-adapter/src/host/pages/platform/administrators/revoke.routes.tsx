// SPDX-License-Identifier: EUPL-1.2
import express, { type Request, type Response, type Router } from 'express';
import { administratorProblem } from '../../../domain/administrators/administrator-problem.js';
import { findHeld } from '../../../domain/administrators/administrator-page.js';
import type { HostContext } from '../../../context/host-context.js';
import type { UnitOfWork } from '../../../infra/database/unit-of-work.js';
import type { AdministratorLine } from './platform-administrators.model.js';
import { PLATFORM_URLS } from '../../../http/platform-urls.js';
import { PlatformRevokeView } from './platform-revoke.view.js';
import { statusOf } from '../../../http/error-status.js';
import { hiddenNotFound } from '../../../http/hidden-not-found.js';
import { sendPlatformPage } from '../shared/send-platform-page.js';
import { hostTexts, type PageContext } from '../../../http/send-page.js';
import { visitorOf } from '../../../http/visitor.js';
import { presentHead, presentKeeper } from './administrators.presenter.js';
import { pageFormatter } from '../shared/page-formatter.js';
import { textOf } from '../../../http/read-query.js';
import { redirectWithNotice } from '../../../http/redirect-with-notice.js';

/** `/admin/administrators/revoke?person=&uai=`, with a person's id: confirms and revokes a right. */
export function revokeRoutes(context: HostContext): Router {
  const router = express.Router();

  const { unitOfWork } = context.database;

  router.get('/administrators/revoke', async (request, response) => {
    await sendQuestion(context, request, response, await heldRight(unitOfWork, request, request.query));
  });

  router.post('/administrators/revoke', express.urlencoded({ extended: false }), async (request, response) => {
    const { t } = pageFormatter(context, request);
    const { person } = visitorOf(request);
    const line = await heldRight(unitOfWork, request, request.body);
    const { personId, name, school, yourself } = line;
    try {
      await context.administrators.revokeFrom(personId, school?.uai ?? null, person?.id ?? '');
    } catch (error) {
      const problem = administratorProblem(error);
      if (!problem) throw error;
      return sendQuestion(context, request, response, line, {
        problem: t(`platform.problem.${problem}`),
        status: statusOf(error),
      });
    }
    // Administrators who revoked their own right have no access to this page any more.
    const url = yourself && !school ? '/' : PLATFORM_URLS.administrators;
    await redirectWithNotice(request, response, url, t('platform.revoked', { name }));
  });

  return router;
}

/** @throws NotFoundError when no person has that right */
async function heldRight(unitOfWork: UnitOfWork, request: Request, words: unknown): Promise<AdministratorLine> {
  const uai = textOf(words, 'uai');
  const held = await findHeld(unitOfWork, textOf(words, 'person'), uai === '' ? null : uai);
  if (!held) throw hiddenNotFound('nobody has this right');
  const myId = visitorOf(request).person?.id;
  return 'uai' in held ? presentHead(held, myId, hostTexts(request)) : presentKeeper(held, myId);
}

async function sendQuestion(
  context: PageContext & Pick<HostContext, 'clock'>,
  request: Request,
  response: Response,
  line: AdministratorLine,
  { problem, status = 200 }: { readonly problem?: string; readonly status?: number } = {},
): Promise<void> {
  const { t } = pageFormatter(context, request);
  const content = <PlatformRevokeView model={{ line, problem }} t={t} />;
  const title = t('platform.revokeTitle');
  await sendPlatformPage(context, request, response, { title, content, status });
}
