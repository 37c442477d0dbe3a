// SPDX-License-Identifier: EUPL-1.2
import express, { type Router } from 'express';
import { findSchoolPage } from './school-page.js';
import type { HostContext } from '../../../context/host-context.js';
import { isFeature } from '../../../domain/bricks/loaded-brick.js';
import { PlatformSchoolsView } from './platform-schools.view.js';
import { sendPlatformPage } from '../shared/send-platform-page.js';
import { pageFormatter } from '../shared/page-formatter.js';
import { pageOf, textOf } from '../../../http/read-query.js';
import { brickChoices, chosenBrick, presentSchools } from './schools.presenter.js';

/** `/admin/schools?q=&brick=&page=`: schools × bricks. */
export function schoolsRoutes(context: HostContext): Router {
  const router = express.Router();
  const { activations, bricks, clock, database } = context;

  router.get('/schools', async (request, response) => {
    const features = bricks.filter(isFeature);
    const formatter = pageFormatter(context, request);
    const text = textOf(request.query, 'q');
    const choices = brickChoices(features, formatter);
    const brick = choices.find(({ value }) => value === textOf(request.query, 'brick'))?.value ?? '';
    const search = { text, brick: chosenBrick(brick) };
    const page = await findSchoolPage(database.unitOfWork, search, pageOf(request), clock.now());
    const on = await activations.bricksOn(page.items.map(({ uai }) => uai));
    const model = presentSchools({ page, on, features, text, brick, choices }, formatter);
    const content = <PlatformSchoolsView model={model} t={formatter.t} />;
    const title = formatter.t('platform.schools');
    await sendPlatformPage(context, request, response, { title, content });
  });

  return router;
}
