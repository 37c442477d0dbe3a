// SPDX-License-Identifier: EUPL-1.2
import express, { type Request, type Response, type Router } from 'express';
import { ConflictError, NotFoundError } from '../../../../api/errors.js';
import type { HostContext } from '../../../context/host-context.js';
import { SyncRuns, type SyncRun } from '../../../domain/sync/runs/sync-runs.js';
import { PlatformApplyView } from './platform-apply.view.js';
import { PlatformRunView } from './platform-run.view.js';
import { hiddenNotFound } from '../../../http/hidden-not-found.js';
import { sendPlatformPage } from '../shared/send-platform-page.js';
import type { PageContext } from '../../../http/send-page.js';
import { visitorOf } from '../../../http/visitor.js';
import { pageFormatter } from '../shared/page-formatter.js';
import { reasonSchools } from './guard-reasons.js';
import { personNames } from '../shared/names.js';
import { findPlanPage } from './plan-page.js';
import { planSearch } from './plan-search.js';
import { presentPlan } from './plan.presenter.js';
import { textOf } from '../../../http/read-query.js';
import { runUrl, standingOf } from './run-standing.js';
import { presentApply, presentRun, type RunFacts } from './run.presenter.js';
import { redirectWithNotice } from '../../../http/redirect-with-notice.js';

/** As long as a reason may be, in characters. */
const LONGEST_REASON = 500;

/** `/admin/syncs/:id?q=&school=&kind=&page=&schools=`: a run and its changes; `…/apply` applies it, after a confirmation. */
export function runRoutes(context: HostContext): Router {
  const router = express.Router();
  const runs = new SyncRuns(context.database.unitOfWork);

  router.get('/syncs/:id', async (request, response) => {
    await sendRun(context, request, response, await findRun(runs, request.params.id));
  });

  router.post('/syncs/:id/apply', express.urlencoded({ extended: false }), async (request, response) => {
    const formatter = pageFormatter(context, request);
    const run = await findRun(runs, request.params.id);
    const standing = await standingOf(context, run);
    if (standing.state === 'underWay') return response.redirect(303, runUrl(run.id));
    if (standing.state === 'stale') return sendRun(context, request, response, run, {}, 409);
    if (standing.state === 'ended') return sendRun(context, request, response, run, { problem: 'plan.ended' }, 409);

    const approves = standing.decision === 'approve';
    const reason = approves ? textOf(request.body, 'reason', LONGEST_REASON) : '';
    if (approves && reason === '') {
      const answer = { reason, error: formatter.t('plan.noReason') };
      return sendRun(context, request, response, run, { answer }, 400);
    }
    if (textOf(request.body, 'sure') !== 'true') {
      const content = <PlatformApplyView model={presentApply(run, reason, formatter)} t={formatter.t} />;
      const title = formatter.t('plan.confirmTitle', { id: run.id });
      return sendPlatformPage(context, request, response, { title, content });
    }
    const actor = visitorOf(request).person?.id ?? '';
    try {
      const approval = approves ? { approve: { by: actor, reason } } : {};
      const ended = await context.applications.apply(run, { actor, ...approval });
      if (!ended) return response.redirect(303, runUrl(run.id));
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
      return sendRun(context, request, response, await runs.find(run.id), { problem: 'plan.conflict' }, 409);
    }
    await redirectWithNotice(request, response, runUrl(run.id), formatter.t('plan.applied', { id: run.id }));
  });

  return router;
}

async function sendRun(
  context: PageContext & Pick<HostContext, 'applications' | 'clock'>,
  request: Request,
  response: Response,
  run: SyncRun,
  { answer, problem }: Pick<RunFacts, 'answer' | 'problem'> = {},
  status = 200,
): Promise<void> {
  const formatter = pageFormatter(context, request);
  const { unitOfWork } = context.database;
  const plan = await new SyncRuns(unitOfWork).plan(run.id);
  const found = plan && (await findPlanPage(unitOfWork, plan, planSearch(request)));
  const facts: RunFacts = {
    schools: await reasonSchools(unitOfWork, [run]),
    isRead: context.sources.some(({ name }) => name === run.source),
    approver: (await personNames(unitOfWork, [run.approvedBy ?? ''])).get(run.approvedBy ?? ''),
    plan: found && run.counts ? presentPlan(found, run.counts, runUrl(run.id), formatter) : undefined,
    standing: await standingOf(context, run),
    answer,
    problem,
  };
  const content = <PlatformRunView model={presentRun(run, facts, formatter)} t={formatter.t} />;
  const title = formatter.t('platform.run', { id: run.id });
  await sendPlatformPage(context, request, response, { title, content, status });
}

async function findRun(runs: SyncRuns, id: string): Promise<SyncRun> {
  if (!/^\d{1,9}$/.test(id)) throw hiddenNotFound('a run has a number');
  try {
    return await runs.find(Number(id));
  } catch (error) {
    throw error instanceof NotFoundError ? hiddenNotFound(error.message) : error;
  }
}
