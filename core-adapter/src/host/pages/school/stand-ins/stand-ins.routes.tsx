// SPDX-License-Identifier: EUPL-1.2
import type { Request, Router } from 'express';
import express from 'express';
import type { HostContext } from '../../../context/host-context.js';
import { hiddenNotFound } from '../../../http/hidden-not-found.js';
import { requirePerson } from '../../../http/login/require-person.js';
import { hostTexts } from '../../../http/send-page.js';
import { visitorOf } from '../../../http/visitor.js';
import { requireManagedSchool } from '../require-managed-school.js';
import { sendStandIns, standInsUrl, type FormState } from './send-stand-ins.js';
import { redirectWithNotice } from '../../../http/redirect-with-notice.js';
import type { School } from '../../../../api/people.js';
import type { NoticeAction } from '../../../../ui/shell.js';
import type { StandInField } from '../../../domain/stand-ins/stand-in-problems.js';
import { formatFor } from '../../../infra/i18n/format.js';
import { readField } from '../form-words.js';
import type { StandInCandidate, StandInWords } from './stand-ins.view.js';
import { daysInWords, errorsOf } from './stand-ins.presenter.js';

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
    await redirectWithNotice(request, response, `${standInsUrl(school)}#contenu`, outcome.notice, outcome.undo);
  });

  router.post('/admin/s/:uai/replacements/:id/end', async (request, response) => {
    const school = await requireManagedSchool(context, request);
    const { person, className } = await context.standIns.end(school.uai, request.params.id, actorOf(request));
    const names = { class: className, name: person.displayName };
    await redirectWithNotice(request, response, standInsUrl(school), hostTexts(request)('standIns.ended', names));
  });

  return router;
}

function endUrl(school: School, id: string): string {
  return `${standInsUrl(school)}/${id}/end`;
}

function actorOf(request: Request): string {
  const { person } = visitorOf(request);
  if (!person) throw hiddenNotFound('nobody is logged in');
  return person.id;
}

type AddServices = Pick<HostContext, 'clock' | 'directory' | 'standIns'>;

/** The notice of a replacement that was added; or the form to show again, with errors or a question. */
type AddOutcome =
  { readonly notice: string; readonly undo: NoticeAction } | { readonly form: FormState; readonly status: number };

/** Adds the replacement of a form. A teacher of another school is added once the head has confirmed their name. */
async function addStandIn(context: AddServices, request: Request, school: School, actor: string): Promise<AddOutcome> {
  const { clock, standIns } = context;
  const words = readWords(request.body);
  const asked = { ...words, groupId: words.group, personId: words.person };
  const t = hostTexts(request);
  try {
    const { personId, isOfSchool } = await standIns.check(school, asked);
    if (!isOfSchool && readField(request.body, 'sure') !== personId) {
      return { form: { words, errors: {}, candidate: await candidateOf(context, personId) }, status: 200 };
    }
    const added = await standIns.add(school, asked, actor);
    const format = formatFor(visitorOf(request).language, school.timeZone, clock);
    const days = daysInWords(added, { t, format, now: clock.now() });
    return {
      notice: t('standIns.added', { class: added.className, name: added.person.displayName, days }),
      undo: { label: t('standIns.undo'), url: endUrl(school, added.id), fields: {} },
    };
  } catch (error) {
    const errors = errorsOf(error, t);
    if (!errors) throw error;
    return { form: { words, errors }, status: 400 };
  }
}

async function candidateOf({ directory }: AddServices, personId: string): Promise<StandInCandidate> {
  const name = (await directory.person(personId))?.displayName ?? '';
  const schools = await directory.schoolsOf(personId);
  const taught = schools.filter(({ profiles }) => profiles.includes('teacher')).map(({ school }) => school.name);
  return { id: personId, name: [name, ...taught].join(', ') };
}

function readWords(body: unknown): StandInWords {
  const field = (name: StandInField | 'start'): string => readField(body, name).trim();
  // A day that was typed before « Tout de suite » was chosen does not count.
  const start = (field('start') || (field('from') && 'day')) === 'day' ? 'day' : 'now';
  return {
    ...{ group: field('group'), person: field('person'), login: field('login') },
    ...{ start, from: start === 'day' ? field('from') : '', until: field('until') },
  };
}
