// SPDX-License-Identifier: EUPL-1.2
import express, { type Router } from 'express';
import type { Language } from '../../../api/i18n.js';
import { withClasses, type Child } from '../../domain/directory/kinships.js';
import type { HostContext } from '../../context/host-context.js';
import { isFeature } from '../../domain/bricks/loaded-brick.js';
import { noteSchool } from '../../http/last-school.js';
import { formerLine } from './former-line.js';
import { keptLines } from './kept-lines.js';
import type { OtherSchool } from './portal.model.js';
import { PortalView } from './portal.view.js';
import { badgesOf, nearestFirst, tasksOf, type PortalServices } from '../../http/ask-portal.js';
import { homeSchool } from '../../http/home-school.js';
import { hiddenNotFound } from '../../http/hidden-not-found.js';
import { readsOfVisitor } from '../../http/reads-of-visitor.js';
import { requirePerson } from '../../http/login/require-person.js';
import { schoolContext, type SchoolContext, type SchoolServices } from '../../http/school-context.js';
import { sendError } from '../../http/send-error.js';
import { hostTexts, sendPage } from '../../http/send-page.js';
import { visitorOf, type VisitorPerson } from '../../http/visitor.js';
import { presentPortal, type ChildSchool } from './portal.presenter.js';

/** `/` redirects to the school shown last; `/s/<UAI>/` is the portal of the person there; `/b/<brick>/…` finds the school. */
export function portalRoutes(context: HostContext): Router {
  const router = express.Router();
  const personal = requirePerson(context);

  router.get('/', personal, async (request, response) => {
    const home = await homeSchool(context, request);
    if (!home) return sendError(context, request, response, 'noSchool');
    response.redirect(303, `/s/${home.school.uai}/`);
  });

  router.get('/b/:brick{/*rest}', personal, async (request, response) => {
    const home = await homeSchool(context, request);
    if (!home) return sendError(context, request, response, 'noSchool');
    response.redirect(303, `/s/${home.school.uai}${request.originalUrl.slice('/b'.length)}`);
  });

  router.get('/s/:uai', personal, async (request, response) => {
    const { person, language } = visitorOf(request);
    const visit = person && schoolContext(context, person, String(request.params['uai']));
    if (!visit) throw hiddenNotFound('the school is not the person’s');
    await noteSchool(context.database.unitOfWork, request, visit.school.uai);

    const reads = readsOfVisitor(context, person);
    const isGuardian = visit.user.profiles.includes('guardian');
    const children = isGuardian ? withClasses(await reads.children(), await reads.groups()) : [];
    const visits = visitsOfChildren(context, person, visit, children);
    const shown = visits.length > 1 ? visits : [visit];
    const bricks = await visit.bricks();
    const t = hostTexts(request, visit);
    // All questions are asked at once: bricks have one time limit for all their answers.
    const [badges, tasks, childSchools, former, kept] = await Promise.all([
      badgesOf(context, visit, language),
      Promise.all(shown.map((one) => tasksOf(context, one, language))),
      Promise.all(visits.map((one) => childSchool(context, one, language))),
      formerLine(context, { person, language, t }),
      keptLines(context, { visits: shown, children, language, t }),
    ]);
    const model = presentPortal({
      visit,
      language,
      now: context.clock.now(),
      t,
      tasks: nearestFirst(tasks.flat()),
      bricks,
      badges,
      bricksOfSchool: bricks.length === 0 ? await countBricks(context, visit.school.uai) : bricks.length,
      children,
      childSchools,
      former,
      kept,
      otherSchools: await otherSchools(context, person, [visit.school.uai, ...schoolsOf(children)]),
    });
    const content = <PortalView model={model} t={t} />;
    await sendPage(context, request, response, { title: t('portal.title'), content, visit, current: 'home' });
  });

  return router;
}

/** The number of bricks that are on in a school, for any user. */
async function countBricks(
  { activations, bricks }: Pick<HostContext, 'activations' | 'bricks'>,
  uai: string,
): Promise<number> {
  const on = (await activations.bricksOn([uai])).get(uai) ?? [];
  return bricks.filter((brick) => isFeature(brick) && on.includes(brick.id)).length;
}

function schoolsOf(children: readonly Child[]): string[] {
  return children.flatMap(({ schools }) => schools.map(({ uai }) => uai));
}

/** The schools of a guardian's children, this one first; none when no child is a pupil of this one. */
function visitsOfChildren(
  context: SchoolServices,
  person: VisitorPerson,
  here: SchoolContext,
  children: readonly Child[],
): SchoolContext[] {
  const uais = new Set(schoolsOf(children));
  if (!uais.delete(here.school.uai)) return [];
  return [here, ...[...uais].flatMap((uai) => schoolContext(context, person, uai) ?? [])];
}

async function childSchool(context: PortalServices, visit: SchoolContext, language: Language): Promise<ChildSchool> {
  const badges = await badgesOf(context, visit, language);
  return { uai: visit.school.uai, bricks: await visit.bricks(), badges };
}

/** Schools that the page does not lead to in another way. */
async function otherSchools(
  context: SchoolServices,
  person: VisitorPerson,
  shown: readonly string[],
): Promise<OtherSchool[]> {
  const others = person.schools.filter(({ school }) => !shown.includes(school.uai));
  return Promise.all(
    others.map(async ({ school }) => ({
      name: school.name,
      url: `/s/${school.uai}/`,
      bricks: (await schoolContext(context, person, school.uai)?.bricks())?.length ?? 0,
    })),
  );
}
