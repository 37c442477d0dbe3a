// SPDX-License-Identifier: EUPL-1.2
import express, { type Request, type Router } from 'express';
import type { HostContext } from '../../../context/host-context.js';
import { hiddenNotFound } from '../../../http/hidden-not-found.js';
import { requirePerson } from '../../../http/login/require-person.js';
import { hostTexts } from '../../../http/send-page.js';
import { visitorOf } from '../../../http/visitor.js';
import { requireManagedSchool } from '../require-managed-school.js';
import { addStandIn } from './add-stand-in.js';
import { sendStandIns, standInsUrl } from './send-stand-ins.js';
import { redirectWithNotice } from '../../../http/redirect-with-notice.js';

/** `/admin/s/<UAI>/replacements`: the head of the school gives a class to a replacement teacher for some days. */
export function standInsRoutes(context: HostContext): Router {
  const router = express.Router();
  router.use('/admin/s/:uai/replacements', requirePerson(context));

  router.get('/admin/s/:uai/replacements', async (request, response) => {
    await sendStandIns(context, request, response, await requireManagedSchool(context, request));
  });

  router.post('/admin/s/:uai/replacements', express.urlencoded({ extended: false }), async (request, response) => {
    const school = await requireManagedSchool(context, request);
    const outcome = await addStandIn(context, request, school, actorOf(request));
    if ('form' in outcome) return sendStandIns(context, request, response, school, outcome.form, outcome.status);
    // Without an anchor of its own, a browser keeps that of the form, and the notice is out of sight on a phone.
    await redirectWithNotice(request, response, `${standInsUrl(school)}#contenu`, outcome.notice);
  });

  router.post('/admin/s/:uai/replacements/:id/end', async (request, response) => {
    const school = await requireManagedSchool(context, request);
    const { person, className } = await context.standIns.end(school.uai, request.params.id, actorOf(request));
    const names = { class: className, name: person.displayName };
    await redirectWithNotice(request, response, standInsUrl(school), hostTexts(request)('standIns.ended', names));
  });

  return router;
}

function actorOf(request: Request): string {
  const { person } = visitorOf(request);
  if (!person) throw hiddenNotFound('nobody is logged in');
  return person.id;
}
