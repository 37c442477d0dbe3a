// SPDX-License-Identifier: EUPL-1.2
import express, { type Request, type Response, type Router } from 'express';
import type { School } from '../../../api/people.js';
import type { HostContext } from '../../context/host-context.js';
import { isFeature, type LoadedBrick } from '../../domain/bricks/loaded-brick.js';
import { SchoolBricksView } from './school-bricks.view.js';
import { hiddenNotFound } from '../../http/hidden-not-found.js';
import { requirePerson } from '../../http/login/require-person.js';
import { schoolContext } from '../../http/school-context.js';
import { hostTexts, sendPage } from '../../http/send-page.js';
import { visitorOf } from '../../http/visitor.js';
import { brickDetail, presentSchoolBrick, type ReshowReason } from './brick-detail.js';
import { decideActivation } from './decide-activation.js';
import { readField, readFormWords } from './form-words.js';
import { requireManagedSchool } from './require-managed-school.js';
import { openForm, type Asked } from './open-form.js';
import { findSchoolFacts } from './school-facts.js';
import { sendPeople } from './send-people.js';
import { redirectWithNotice } from '../../http/redirect-with-notice.js';

/** The parts of the page to show, and why it is shown again. */
interface Showing {
  readonly school: School;
  /** The brick of the address; the first one when there is none. */
  readonly brick: LoadedBrick | undefined;
  readonly asked: Asked;
  readonly reason?: ReshowReason | undefined;
  readonly status?: number | undefined;
}

/** `/admin/s/<UAI>/bricks`: the head of the school decides for which people each brick is on, and sees the effect first. */
export function schoolBricksRoutes(context: HostContext): Router {
  const router = express.Router();
  const features = (): LoadedBrick[] => context.bricks.filter(isFeature);
  const find = (id: unknown): LoadedBrick | undefined => features().find((brick) => brick.id === id);
  router.use('/admin/s/:uai', requirePerson(context));

  router.get('/admin/s/:uai/bricks', async (request, response) => {
    const school = await requireManagedSchool(context, request);
    const { query } = request;
    const asked = { rule: readField(query, 'rule'), words: readFormWords(query), part: readPart(query) };
    await send(request, response, { school, brick: find(query['brick']), asked });
  });

  router.get('/admin/s/:uai/bricks/:brick/people', async (request, response) => {
    const school = await requireManagedSchool(context, request);
    const brick = find(request.params.brick);
    if (!brick) throw hiddenNotFound('there is no such brick');
    const asked = { rule: readField(request.query, 'rule'), words: readFormWords(request.query) };
    if (!(await sendPeople(context, request, response, { school, brick, asked }))) {
      await send(request, response, { school, brick, asked });
    }
  });

  router.post('/admin/s/:uai/bricks/:brick', express.urlencoded({ extended: false }), async (request, response) => {
    const school = await requireManagedSchool(context, request);
    const brick = find(request.params.brick);
    const { person } = visitorOf(request);
    if (!brick || !person) throw hiddenNotFound('there is no such brick');
    const outcome = await decideActivation(context, request, { school, brick, actor: person.id });
    if ('asked' in outcome) return send(request, response, { school, brick, ...outcome });
    const url = `/admin/s/${school.uai}/bricks?brick=${brick.id}`;
    await redirectWithNotice(request, response, url, outcome.notice, outcome.undo);
  });

  async function send(request: Request, response: Response, showing: Showing): Promise<void> {
    const { school, brick, asked, reason } = showing;
    const { person, language } = visitorOf(request);
    const visit = person && schoolContext(context, person, school.uai);
    const t = hostTexts(request, visit);
    const shown = brick ?? features()[0];
    const facts = await findSchoolFacts(context, school, shown, { viewerId: person?.id, language, t });
    const form = shown && openForm(shown, asked, facts);
    const selected = shown && (await brickDetail(context, shown, facts, { asked, form, reason }));
    const bricks = features().map((one) => presentSchoolBrick(one, facts));
    const model = { uai: school.uai, bricks, selected, opened: brick !== undefined, listUrl: facts.listUrl };
    await sendPage(context, request, response, {
      title: t('schoolBricks.title'),
      content: <SchoolBricksView model={model} t={t} />,
      status: showing.status ?? (form?.isWrong ? 400 : 200),
      styles: [context.assets.url('core', 'console.css')],
      scripts: [context.assets.url('core', 'school-console.js')],
      visit,
      current: 'school',
    });
  }

  return router;
}

function readPart(query: unknown): Asked['part'] {
  const part = readField(query, 'part');
  return part === 'effect' || part === 'history' ? part : undefined;
}
