// SPDX-License-Identifier: EUPL-1.2
import express, { type Router } from 'express';
import { withClasses, type Child } from '../../domain/directory/kinships.js';
import type { Language, Translate } from '../../../api/i18n.js';
import type { HostKey } from '../../infra/locales/index.js';
import type { HostContext } from '../../context/host-context.js';
import { isFeature } from '../../domain/bricks/loaded-brick.js';
import { noteSchool } from '../../http/last-school.js';
import { childrenListRoutes } from './children-list.routes.js';
import { isSchoolOf, MOST_SCHOOLS, placeOfChildren, schoolsOfChildren } from './children-schools.js';
import { formerLine } from './former-line.js';
import { askSchool } from './ask-school.js';
import { keptLines } from './kept-lines.js';
import type { PortalModel } from './portal.model.js';
import { PortalView } from './portal.view.js';
import type { PortalServices } from '../../http/ask-brick.js';
import { tasksOf } from '../../http/ask-portal.js';
import { homeSchool } from '../../http/home-school.js';
import { hiddenNotFound } from '../../http/hidden-not-found.js';
import { readsOfVisitor } from '../../http/reads-of-visitor.js';
import { requirePerson } from '../../http/login/require-person.js';
import { schoolContext, type SchoolContext, type SchoolServices } from '../../http/school-context.js';
import { sendError } from '../../http/send-error.js';
import { hostTexts, sendPage } from '../../http/send-page.js';
import { visitorOf, type VisitorPerson, type VisitorSchool } from '../../http/visitor.js';
import { isGuardianAlone, presentPortal } from './portal.presenter.js';
import { standInLines } from './stand-in-lines.js';

/** The number of other schools that are asked for their tasks: each costs statements on every portal of the person. */
const MOST_OTHERS = 3;

/** `/` redirects to the school shown last; `/s/<UAI>/` is the portal of the person there; `/b/<brick>/…` finds the school. */
export function portalRoutes(context: HostContext): Router {
  const router = express.Router();
  const personal = requirePerson(context);
  router.use(childrenListRoutes(context));
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

    const styles = [context.assets.url('core', 'portal.css')];
    const t = hostTexts(request, visit);
    const { model, children, visits } = await readPortal(context, { person, visit, language, t });
    const content = <PortalView model={model} t={t} />;
    const page = { title: t('portal.title'), content, visit, styles, current: 'home' };
    await sendPage(context, request, response, { ...page, ...placeOfChildren({ visit, visits, children, t }) });
  });

  return router;
}

type PortalSources = PortalServices & SchoolServices & Pick<HostContext, 'activations' | 'assets' | 'bricks'>;

interface PortalReader {
  readonly person: VisitorPerson;
  readonly visit: SchoolContext;
  readonly language: Language;
  readonly t: Translate<HostKey>;
}

interface ReadPortal {
  readonly model: PortalModel;
  readonly children: readonly Child[];
  /** The schools of the children that were asked. */
  readonly visits: readonly SchoolContext[];
}

/** Asks everything that the portal of a person in a school shows. */
async function readPortal(context: PortalSources, { person, visit, language, t }: PortalReader): Promise<ReadPortal> {
  const reads = readsOfVisitor(context, person);
  const isGuardian = person.schools.some(({ profiles }) => profiles.includes('guardian'));
  const children = isGuardian ? withClasses(await reads.children(), await reads.groups()) : [];
  const visits = visitsOfChildren(context, person, visit, children);
  const childVisits = visits.filter(({ school }) => isSchoolOf(children, school.uai));
  const others = otherSchools(person, visit, childVisits);
  const unasked = others.filter(({ school }) => !visits.some((one) => one.school.uai === school.uai));
  const askedElsewhere = unasked
    .slice(0, MOST_OTHERS)
    .flatMap(({ school }) => schoolContext(context, person, school.uai) ?? []);
  const bricks = await visit.bricks();
  // All questions are asked at once: bricks have one time limit for all their answers.
  const [schools, tasksElsewhere, standIns, former, kept] = await Promise.all([
    Promise.all(visits.map((one) => askSchool(context, one, language))),
    Promise.all(askedElsewhere.map((one) => tasksOf(context, one, language))),
    standInLines(context, { person, visit, language, t, groups: await reads.groups() }),
    formerLine(context, { person, language, t }),
    keptLines(context, { visits, children, language, t }),
  ]);
  const tasks = [...schools.flatMap((one) => one.tasks), ...tasksElsewhere.flat()];
  const elsewhere = others.map(({ school: { name, uai } }) => ({
    ...{ name, uai, tasks: tasks.filter((task) => task.uai === uai) },
  }));
  const here = schools.find(({ uai }) => uai === visit.school.uai);
  if (!here) throw new Error('the portal has not asked its own school');
  const model = presentPortal({
    ...{ here, elsewhere, language, t, children, standIns, former, kept, now: context.clock.now() },
    childSchools: schools.filter(({ uai }) => isSchoolOf(children, uai)),
    bricksOfSchool: bricks.length === 0 ? await countBricks(context, visit.school.uai) : bricks.length,
  });
  return { model, children, visits: childVisits };
}

/** The number of bricks that are on in a school, for any user. */
async function countBricks(
  { activations, bricks }: Pick<HostContext, 'activations' | 'bricks'>,
  uai: string,
): Promise<number> {
  const on = (await activations.bricksOn([uai])).get(uai) ?? [];
  return bricks.filter((brick) => isFeature(brick) && on.includes(brick.id)).length;
}

/** The school of the page, then the other schools of a guardian's children: those beyond the maximum are other schools of the person. */
function visitsOfChildren(
  context: SchoolServices,
  person: VisitorPerson,
  here: SchoolContext,
  children: readonly Child[],
): SchoolContext[] {
  const ofChildren = schoolsOfChildren(context, person, children);
  return [here, ...ofChildren.filter(({ school }) => school.uai !== here.school.uai)].slice(0, MOST_SCHOOLS);
}

/** The schools that the cards of children do not stand for: in them the person is more than a guardian, or has no child any more. */
function otherSchools(
  person: VisitorPerson,
  here: SchoolContext,
  childVisits: readonly SchoolContext[],
): readonly VisitorSchool[] {
  const isOnCards = (uai: string): boolean =>
    childVisits.some((visit) => visit.school.uai === uai && isGuardianAlone(visit));
  return person.schools.filter(({ school }) => school.uai !== here.school.uai && !isOnCards(school.uai));
}
