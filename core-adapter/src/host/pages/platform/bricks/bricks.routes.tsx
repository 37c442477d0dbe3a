// SPDX-License-Identifier: EUPL-1.2
import express, { type Router } from 'express';
import type { HostContext } from '../../../context/host-context.js';
import { countJobs } from '../../../domain/jobs/job-list.js';
import { PlatformBricksView } from './platform-bricks.view.js';
import { sendPlatformPage } from '../shared/send-platform-page.js';
import { presentBrick } from './bricks.presenter.js';
import { pageFormatter } from '../shared/page-formatter.js';
import { countSchoolsByBrick } from '../shared/platform-figures.js';

/** `/admin/bricks`: every brick of volee.yaml, with its state. */
export function bricksRoutes(context: HostContext): Router {
  const router = express.Router();

  router.get('/bricks', async (request, response) => {
    const formatter = pageFormatter(context, request);
    const on = await countSchoolsByBrick(context.database.unitOfWork, context.clock.now());
    const jobs = await countJobs(context.database.unitOfWork);
    const bricks = context.bricks.map((brick) =>
      presentBrick(
        brick,
        {
          schools: on.get(brick.id) ?? 0,
          troubles: context.troubles.of(brick.id),
          jobsGivenUp: jobs.find((one) => one.brick === brick.id)?.gaveUp,
        },
        formatter,
      ),
    );
    const content = <PlatformBricksView model={{ bricks }} t={formatter.t} />;
    const title = formatter.t('platform.bricks');
    await sendPlatformPage(context, request, response, { title, content });
  });

  return router;
}
