// SPDX-License-Identifier: EUPL-1.2
import express, { type Router } from 'express';
import { NotFoundError } from '../../api/errors.js';
import type { HostContext } from '../host-context.js';
import { findRunPage, findSourceRuns } from '../sync/runs/run-list.js';
import { SyncRuns, type SyncRun } from '../sync/runs/sync-runs.js';
import { PlatformRunView } from '../views/platform-run.view.js';
import { PlatformSyncsView } from '../views/platform-syncs.view.js';
import { PLATFORM_URLS } from '../views/platform.model.js';
import { nothingHere } from '../web/nothing-here.js';
import { sendPage } from '../web/send-page.js';
import { deskFor } from './desk.js';
import { reasonSchools } from './guard-reasons.js';
import { personNames } from './names.js';
import { presentPaging } from './present-paging.js';
import { presentRun } from './run.presenter.js';
import { pageOf, withQuery } from './read-query.js';
import { presentRunLine, presentSource } from './syncs.presenter.js';

/** `/admin/syncs`: where each directory stands, and the latest runs; `/admin/syncs/:id`: one of them. */
export function syncsRoutes(context: HostContext): Router {
  const router = express.Router();
  const { unitOfWork } = context.database;
  const names = context.sources.map(({ name }) => name);

  router.get('/syncs', async (request, response) => {
    const desk = deskFor(context, request);
    const sources = await findSourceRuns(unitOfWork, names);
    const schools = await reasonSchools(
      unitOfWork,
      sources.flatMap(({ last }) => last ?? []),
    );
    const page = await findRunPage(unitOfWork, pageOf(request));
    const model = {
      sources: sources.map((source) => presentSource(source, !names.includes(source.name), schools, desk)),
      runs: page.items.map((run) => presentRunLine(run, desk)),
      paging: presentPaging(page, (at) => withQuery(PLATFORM_URLS.syncs, { page: at }), desk.t, desk.number),
    };
    const content = <PlatformSyncsView model={model} t={desk.t} />;
    await sendPage(context, request, response, { title: desk.t('platform.syncs'), content, current: 'platform' });
  });

  router.get('/syncs/:id', async (request, response) => {
    const desk = deskFor(context, request);
    const run = await findRun(new SyncRuns(unitOfWork), request.params.id);
    const runNames = {
      schools: await reasonSchools(unitOfWork, [run]),
      persons: await personNames(unitOfWork, run.approvedBy === null ? [] : [run.approvedBy]),
    };
    const model = presentRun(run, runNames, names.includes(run.source), desk);
    const content = <PlatformRunView model={model} t={desk.t} />;
    const title = desk.t('platform.run', { id: run.id });
    await sendPage(context, request, response, { title, content, current: 'platform' });
  });

  return router;
}

async function findRun(runs: SyncRuns, id: string): Promise<SyncRun> {
  if (!/^\d{1,9}$/.test(id)) throw nothingHere('a run has a number');
  try {
    return await runs.find(Number(id));
  } catch (error) {
    throw error instanceof NotFoundError ? nothingHere(error.message) : error;
  }
}
