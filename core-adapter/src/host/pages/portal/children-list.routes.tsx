// SPDX-License-Identifier: EUPL-1.2
import express, { type Router } from 'express';
import type { HostContext } from '../../context/host-context.js';
import type { ReadyBrick } from '../../domain/bricks/loaded-brick.js';
import { childThingsOf } from '../../http/ask-portal.js';
import { hiddenNotFound } from '../../http/hidden-not-found.js';
import { homeSchool } from '../../http/home-school.js';
import { requirePerson } from '../../http/login/require-person.js';
import { childrenListUrl } from '../../http/rail-of-children.js';
import { readsOfVisitor } from '../../http/reads-of-visitor.js';
import type { SchoolContext } from '../../http/school-context.js';
import { hostTexts, sendPage } from '../../http/send-page.js';
import { visitorOf } from '../../http/visitor.js';
import { ChildrenListView } from './children-list.view.js';
import { MOST_SCHOOLS, placeOfChildren, schoolsOfChildren } from './children-schools.js';
import { presentChildrenList } from './present-children-list.js';

/** `/enfants/<brick>`: the things that a brick lists about all children of a guardian, over all schools of the children. */
export function childrenListRoutes(context: HostContext): Router {
  const router = express.Router();
  router.get(childrenListUrl(':brick'), requirePerson(context), async (request, response) => {
    const { person, language } = visitorOf(request);
    const brick = context.bricks.find(({ id }) => id === request.params['brick']);
    const visit = await homeSchool(context, request);
    if (!person || !visit || brick?.state !== 'ready') throw hiddenNotFound('no brick has this list');
    const children = await readsOfVisitor(context, person).children();
    const { child: asked } = request.query;
    const child = children.find(({ id }) => id === asked);
    if (asked !== undefined && !child) throw hiddenNotFound('the person is no child of the user');
    const ofAll = schoolsOfChildren(context, person, children);
    const visits = await visitsWith(brick, ofAll);
    if (visits.length === 0) throw hiddenNotFound('the user has the brick as a guardian nowhere');

    const ofChild = visits.filter(({ school }) => child?.schools.some(({ uai }) => uai === school.uai) ?? true);
    const answers = await Promise.all(
      ofChild.slice(0, MOST_SCHOOLS).map(async (one) => ({
        school: one.school,
        things: await childThingsOf(context, one, brick, language),
      })),
    );
    const t = hostTexts(request, visit);
    const unasked = ofChild.slice(MOST_SCHOOLS).map(({ school }) => school);
    const model = presentChildrenList({ answers, unasked, brick, child, children, language, t });
    await sendPage(context, request, response, {
      ...{ title: model.title, content: <ChildrenListView model={model} t={t} />, visit, current: brick.id },
      styles: [context.assets.url('core', 'portal.css')],
      ...placeOfChildren({ visit, visits: ofAll, children, t }),
    });
  });
  return router;
}

/** The schools in which the user has the brick as a guardian, and the brick lists things of children. */
async function visitsWith(brick: ReadyBrick, visits: readonly SchoolContext[]): Promise<SchoolContext[]> {
  if (!brick.portal?.ofChildren) return [];
  const having = await Promise.all(visits.map(async (visit) => (await visit.bricksAs('guardian')).includes(brick)));
  return visits.filter((_, index) => having[index]);
}
