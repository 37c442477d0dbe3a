// SPDX-License-Identifier: EUPL-1.2
import express, { type Router } from 'express';
import type { HostContext } from '../../../context/host-context.js';
import { countOpenParcelQuestions } from '../../../domain/hand-over/parcel-questions.js';
import { countAskedClasses } from '../../../domain/class-joins/class-join-list.js';
import { countOpenHomonyms } from '../../../domain/homonyms/homonym-list.js';
import { sourceRunsOf } from '../../../http/count-waiting.js';
import { PlatformOverviewView } from './platform-overview.view.js';
import { sendPlatformPage } from '../shared/send-platform-page.js';
import { pageFormatter } from '../shared/page-formatter.js';
import { reasonSchools } from '../syncs/guard-reasons.js';
import { presentFigures, waitingBricks, waitingClasses, waitingHomonyms, waitingSyncs } from './overview.presenter.js';
import { countPlatform, countSchoolsByBrick } from '../shared/platform-figures.js';

/** `/admin/`: the problems that wait, then the platform in figures. */
export function overviewRoutes(context: HostContext): Router {
  const router = express.Router();
  const { bricks, clock, database, sources } = context;

  router.get('/', async (request, response) => {
    const formatter = pageFormatter(context, request);
    const { unitOfWork } = database;
    const runs = await sourceRunsOf(context, request);
    const schools = await reasonSchools(
      unitOfWork,
      runs.flatMap(({ last }) => last ?? []),
    );
    const on = await countSchoolsByBrick(unitOfWork, clock.now());
    const waiting = [
      ...waitingBricks(bricks, formatter),
      ...waitingSyncs(runs, sources, schools, formatter),
      ...waitingHomonyms(
        (await countOpenHomonyms(unitOfWork)) + (await countOpenParcelQuestions(unitOfWork)),
        formatter,
      ),
      ...waitingClasses(await countAskedClasses(unitOfWork), formatter),
    ];
    const figures = presentFigures(await countPlatform(unitOfWork), bricks, on, formatter);
    const content = <PlatformOverviewView model={{ waiting, figures }} t={formatter.t} />;
    await sendPlatformPage(context, request, response, { title: formatter.t('platform.title'), content });
  });

  return router;
}
