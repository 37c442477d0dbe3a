// SPDX-License-Identifier: EUPL-1.2
import express, { type Request, type Router } from 'express';
import { z } from 'zod';
import { InputError } from '../../api/errors.js';
import type { School } from '../../api/people.js';
import type { HostContext } from '../host-context.js';
import { formatFor } from '../i18n/format.js';
import type { SchoolBrick, SchoolBrickDetail } from '../views/school-bricks.model.js';
import { SchoolBricksView } from '../views/school-bricks.view.js';
import { nothingHere } from '../web/nothing-here.js';
import { requirePerson } from '../web/require-person.js';
import { visitSchool } from '../web/school-visit.js';
import { brickText, hostTexts, sendPage } from '../web/send-page.js';
import { visitorOf } from '../web/visitor.js';
import { presentDetail, presentHistory, presentSchoolBrick, servedProfiles } from './school-bricks.presenter.js';

const action = z.object({ on: z.enum(['true', 'false']) });

/** `/admin/s/<UAI>/bricks`: the head of the school switches bricks on and off, and sees first how many it touches. */
export function schoolBricksRoutes(context: HostContext): Router {
  const router = express.Router();
  const features = context.bricks.filter(({ manifest }) => manifest?.kind === 'feature');
  router.use('/admin/s/:uai', requirePerson(context));

  router.get('/admin/s/:uai/bricks', async (request, response) => {
    const school = await headedSchool(context, request);
    const { person, language } = visitorOf(request);
    const visit = person && visitSchool(context, person, school.uai);
    const on = (await context.activations.bricksOn([school.uai])).get(school.uai) ?? [];
    const bricks = features.map((brick) => presentSchoolBrick(brick, on.includes(brick.id), school, language));
    const asked = bricks.find(({ id }) => id === request.query['brick']);
    const shown = asked ?? bricks[0];

    const t = hostTexts(request, visit);
    const listUrl = `/admin/s/${school.uai}/bricks`;
    const selected = shown && (await detail(context, request, school, shown));
    const model = { bricks, opened: asked !== undefined, listUrl, ...(selected && { selected }) };
    const content = <SchoolBricksView model={model} t={t} />;
    await sendPage(context, request, response, { title: t('schoolBricks.title'), content, visit, current: 'school' });
  });

  router.post('/admin/s/:uai/bricks/:brick', express.urlencoded({ extended: false }), async (request, response) => {
    const school = await headedSchool(context, request);
    const { person, language } = visitorOf(request);
    const brick = features.find(({ id }) => id === request.params.brick);
    if (!brick || !person) throw nothingHere('there is no such brick');
    const parsed = action.safeParse(request.body);
    if (!parsed.success) throw new InputError('Say whether the brick is to be on: true or false.');

    const on = parsed.data.on === 'true';
    await context.activations[on ? 'enable' : 'disable'](school.uai, brick.id, person.id);
    const title = brickText(brick, 'title', language, false);
    request.session.notice = hostTexts(request)(on ? 'schoolBricks.turnedOn' : 'schoolBricks.turnedOff', {
      brick: title,
    });
    response.redirect(303, `/admin/s/${school.uai}/bricks?brick=${brick.id}`);
  });

  return router;
}

/** The school of the address, for its head and for administrators of the platform; for others there is nothing here. */
async function headedSchool({ directory, administrators }: HostContext, request: Request): Promise<School> {
  const { person } = visitorOf(request);
  const uai = String(request.params['uai']);
  const heads = person?.schools.some(({ school, profiles }) => school.uai === uai && profiles.includes('head'));
  const allowed = person && (heads || (await administrators.isPlatformAdministrator(person.id)));
  const school = allowed ? await directory.school(uai) : undefined;
  if (!school) throw nothingHere('the person does not head this school');
  return school;
}

async function detail(
  { directory, activations, clock, bricks }: HostContext,
  request: Request,
  school: School,
  shown: SchoolBrick,
): Promise<SchoolBrickDetail> {
  const brick = bricks.find(({ id }) => id === shown.id);
  const served = brick ? servedProfiles(brick) : [];
  const audience = await directory.audience(school.uai, { profiles: served, groupIds: [] });
  const rows = await activations.history(school.uai, shown.id);
  const names = await directory.names(
    school.uai,
    rows.flatMap(({ enabledBy, disabledBy }) => (disabledBy === null ? [enabledBy] : [enabledBy, disabledBy])),
  );
  const format = formatFor(visitorOf(request).language, school.timeZone, clock);
  return presentDetail(shown, served, audience, presentHistory(rows, names, format.moment), school);
}
