// SPDX-License-Identifier: EUPL-1.2
import express, { type Router } from 'express';
import type { HostContext } from '../../../context/host-context.js';
import { findRunPage } from '../../../domain/sync/runs/run-list.js';
import { sourceRunsOf } from '../../../http/count-waiting.js';
import { PlatformSyncsView } from './platform-syncs.view.js';
import { PLATFORM_URLS } from '../../../http/platform-urls.js';
import { sendPlatformPage } from '../shared/send-platform-page.js';
import { pageFormatter } from '../shared/page-formatter.js';
import { reasonSchools } from './guard-reasons.js';
import { presentPaging } from '../shared/present-paging.js';
import { pageOf, withQuery } from '../../../http/read-query.js';
import { presentRunLine, presentSource } from './syncs.presenter.js';

/** `/admin/syncs`: where each directory stands, and the latest runs. */
export function syncsRoutes(context: HostContext): Router {
  const router = express.Router();
  const { unitOfWork } = context.database;
  const names = context.sources.map(({ name }) => name);

  router.get('/syncs', async (request, response) => {
    const formatter = pageFormatter(context, request);
    const sources = await sourceRunsOf(context, request);
    const schools = await reasonSchools(
      unitOfWork,
      sources.flatMap(({ last }) => last ?? []),
    );
    const page = await findRunPage(unitOfWork, pageOf(request));
    const model = {
      sources: sources.map((source) => presentSource(source, !names.includes(source.name), schools, formatter)),
      runs: page.items.map((run) => presentRunLine(run, formatter)),
      paging: presentPaging(page, (at) => withQuery(PLATFORM_URLS.syncs, { page: at }), formatter.t, formatter.number),
    };
    const content = <PlatformSyncsView model={model} t={formatter.t} />;
    await sendPlatformPage(context, request, response, { title: formatter.t('platform.syncs'), content });
  });

  return router;
}
