// SPDX-License-Identifier: EUPL-1.2
import express, { type Request, type Response, type Router } from 'express';
import { administratorProblem, type AdministratorProblem } from '../administrators/administrator-problem.js';
import { findHeads, findKeepers } from '../administrators/administrator-page.js';
import type { HostContext } from '../host-context.js';
import type { GrantForm } from '../views/platform-administrators.model.js';
import { PlatformAdministratorsView } from '../views/platform-administrators.view.js';
import { PLATFORM_URLS } from '../views/platform.model.js';
import { statusOf } from '../web/error-status.js';
import { sendPage } from '../web/send-page.js';
import { visitorOf } from '../web/visitor.js';
import { EMPTY_GRANT, presentHead, presentKeeper } from './administrators.presenter.js';
import { deskFor } from './desk.js';
import { personNames } from './names.js';
import { presentPaging } from './present-paging.js';
import { pageOf, textOf, withQuery } from './read-query.js';
import { ofSchool } from './school-phrases.js';

const LIST = PLATFORM_URLS.administrators;

/** Which field of the form each problem stands at. */
const FIELDS: Readonly<Partial<Record<AdministratorProblem, 'login' | 'uai'>>> = { unknownSchool: 'uai' };

/** `/admin/administrators?q=&page=`: who keeps the platform and who heads a school; gives rights. */
export function administratorsRoutes(context: HostContext): Router {
  const router = express.Router();

  router.get('/administrators', (request, response) => sendList(context, request, response, EMPTY_GRANT, 200));

  router.post('/administrators/grant', express.urlencoded({ extended: false }), async (request, response) => {
    const { t, language } = deskFor(context, request);
    const { person } = visitorOf(request);
    const form = grantOf(request);
    const missing = missingIn(form);
    if (missing) {
      const errors = { [missing]: t(missing === 'login' ? 'platform.problem.noLogin' : 'platform.problem.noUai') };
      return sendList(context, request, response, { ...form, errors }, 400);
    }
    const uai = form.role === 'head' ? form.uai : null;
    let personId: string;
    try {
      personId = await context.administrators.grant(form.login, uai, person?.id ?? '');
    } catch (error) {
      const problem = administratorProblem(error);
      if (!problem) throw error;
      const errors = { [FIELDS[problem] ?? 'login']: t(`platform.problem.${problem}`) };
      return sendList(context, request, response, { ...form, errors }, problem === 'held' ? statusOf(error) : 400);
    }
    const name = (await personNames(context.database.unitOfWork, [personId])).get(personId) ?? form.login;
    const school = uai === null ? undefined : await context.directory.school(uai);
    request.session.notice = school
      ? t('platform.grantedHead', { name, of: ofSchool(school.name, language) })
      : t('platform.grantedPlatform', { name });
    response.redirect(303, LIST);
  });

  return router;
}

function grantOf({ body }: Request): GrantForm {
  const role = textOf(body, 'role') === 'head' ? 'head' : 'platform';
  return { login: textOf(body, 'login'), role, uai: textOf(body, 'uai').toUpperCase(), errors: {} };
}

function missingIn({ login, role, uai }: GrantForm): 'login' | 'uai' | undefined {
  if (login === '') return 'login';
  return role === 'head' && !/^\d{7}[A-Z]$/.test(uai) ? 'uai' : undefined;
}

async function sendList(
  context: HostContext,
  request: Request,
  response: Response,
  grant: GrantForm,
  status: number,
): Promise<void> {
  const desk = deskFor(context, request);
  const { unitOfWork } = context.database;
  const text = textOf(request.query, 'q');
  const myId = visitorOf(request).person?.id;
  const heads = await findHeads(unitOfWork, text, pageOf(request));
  const model = {
    text,
    grant,
    keepers: (await findKeepers(unitOfWork, text)).map((keeper) => presentKeeper(keeper, myId)),
    heads: heads.items.map((head) => presentHead(head, myId, desk.language)),
    paging: presentPaging(heads, (page) => withQuery(LIST, { q: text, page }), desk.t, desk.number),
  };
  const content = <PlatformAdministratorsView model={model} t={desk.t} />;
  const title = desk.t('platform.administrators');
  await sendPage(context, request, response, { title, content, status, current: 'platform' });
}
