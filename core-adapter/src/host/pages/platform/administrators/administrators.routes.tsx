// SPDX-License-Identifier: EUPL-1.2
import express, { type Request, type Response, type Router } from 'express';
import type { Translate } from '../../../../api/i18n.js';
import { administratorProblem } from '../../../domain/administrators/administrator-problem.js';
import { findHeads, findHeld, findKeepers } from '../../../domain/administrators/administrator-page.js';
import type { HostContext } from '../../../context/host-context.js';
import type { HostKey } from '../../../infra/locales/index.js';
import type { GrantForm } from './platform-administrators.model.js';
import { PlatformAdministratorsView } from './platform-administrators.view.js';
import { PLATFORM_URLS } from '../../../http/platform-urls.js';
import { hiddenNotFound } from '../../../http/hidden-not-found.js';
import { statusOf } from '../../../http/error-status.js';
import { sendPlatformPage } from '../shared/send-platform-page.js';
import type { PageContext } from '../../../http/send-page.js';
import { visitorOf } from '../../../http/visitor.js';
import { EMPTY_GRANT, presentHead, presentKeeper, presentLapsing } from './administrators.presenter.js';
import { pageFormatter } from '../shared/page-formatter.js';
import { findGrantee, findSchools, type Found } from './find-grant.js';
import { personNames } from '../shared/names.js';
import { presentPaging } from '../shared/present-paging.js';
import { pageOf, textOf, withQuery } from '../../../http/read-query.js';
import { redirectWithNotice } from '../../../http/redirect-with-notice.js';

const LIST = PLATFORM_URLS.administrators;

/** `/admin/administrators?q=&page=`: lists administrators of the platform and heads of schools; grants rights. */
export function administratorsRoutes(context: HostContext): Router {
  const router = express.Router();

  router.get('/administrators', (request, response) => sendList(context, request, response, EMPTY_GRANT, 200));

  router.post('/administrators/grant', express.urlencoded({ extended: false }), async (request, response) => {
    const { t } = pageFormatter(context, request);
    const { person } = visitorOf(request);
    const { form, personId, isLogin, uai } = await findGrant(context, request, t);
    if (personId === undefined || uai === undefined) {
      return sendList(context, request, response, form, Object.keys(form.errors).length > 0 ? 400 : 200);
    }
    try {
      const actor = person?.id ?? '';
      // The right is granted by the login: the service refuses a login of two people, even at a source that is gone.
      await (isLogin
        ? context.administrators.grant(form.login, uai, actor)
        : context.administrators.grantTo(personId, uai, actor));
    } catch (error) {
      const problem = administratorProblem(error);
      if (!problem) throw error;
      const errors = { login: t(`platform.problem.${problem}`) };
      return sendList(context, request, response, { ...form, errors }, problem === 'held' ? statusOf(error) : 400);
    }
    const name = (await personNames(context.database.unitOfWork, [personId])).get(personId) ?? form.login;
    const school = uai === null ? undefined : await context.directory.school(uai);
    const notice = school
      ? t('platform.grantedHead', { name, of: t('school.of', { name: school.name }) })
      : t('platform.grantedPlatform', { name });
    await redirectWithNotice(request, response, LIST, notice);
  });

  router.post('/administrators/keep', express.urlencoded({ extended: false }), async (request, response) => {
    const { t } = pageFormatter(context, request);
    const [personId, uai] = [textOf(request.body, 'person'), textOf(request.body, 'uai')];
    const held = await findHeld(context.database.unitOfWork, personId, uai === '' ? null : uai);
    if (!held || uai === '') throw hiddenNotFound('nobody has this right');
    try {
      await context.administrators.grantTo(personId, uai, visitorOf(request).person?.id ?? '');
    } catch (error) {
      // A directory names the head again, or somebody kept the right before: it stays in both cases.
      if (administratorProblem(error) !== 'held') throw error;
    }
    await redirectWithNotice(request, response, LIST, t('platform.lapsingKept', { name: held.displayName }));
  });

  return router;
}

interface Grant {
  readonly form: GrantForm;
  /** Undefined until it is chosen. */
  readonly personId?: string | undefined;
  /** A login was typed, not a name. */
  readonly isLogin: boolean;
  /** Null: the platform. */
  readonly uai?: string | null | undefined;
}

/** The person and the school that the form means: typed exactly, or chosen from the results of a search. */
async function findGrant(
  context: Pick<HostContext, 'clock' | 'database' | 'directory'>,
  request: Request,
  t: Translate<HostKey>,
): Promise<Grant> {
  const body: unknown = request.body;
  const [login, uai] = [textOf(body, 'login'), textOf(body, 'uai')];
  const role: GrantForm['role'] = textOf(body, 'role') === 'head' ? 'head' : 'platform';
  const persons =
    login === '' ? undefined : await findGrantee(context, { text: login, chosen: textOf(body, 'person') }, t);
  const isOfSchool = role === 'head' && uai !== '';
  const schools = isOfSchool ? await findSchools(context, uai, textOf(body, 'school')) : undefined;
  const errors = {
    ...(persons?.candidates.length === 0 && { login: t('platform.problem.unknownLogin') }),
    ...(login === '' && { login: t('platform.problem.noLogin') }),
    ...(schools?.candidates.length === 0 && { uai: t('platform.problem.unknownSchool') }),
    ...(role === 'head' && uai === '' && { uai: t('platform.problem.noUai') }),
  };
  const choices = { persons: choicesOf(persons), schools: choicesOf(schools) };
  const form: GrantForm = { login, role, uai, errors, ...choices };
  return {
    form,
    personId: persons?.sure,
    isLogin: persons?.isExact ?? false,
    uai: role === 'platform' ? null : schools?.sure,
  };
}

/** The people to choose from; none where the person is certain. */
function choicesOf(found: Found | undefined): GrantForm['persons'] {
  if (!found || (found.sure !== undefined && found.candidates.length === 1)) return [];
  const [only] = found.candidates.length === 1 ? found.candidates : [];
  return found.candidates.map(({ id, name, detail }) => ({
    ...{ value: id, label: name, detail },
    checked: id === (found.sure ?? only?.id),
  }));
}

async function sendList(
  context: PageContext & Pick<HostContext, 'clock' | 'lapsingGrants'>,
  request: Request,
  response: Response,
  grant: GrantForm,
  status: number,
): Promise<void> {
  const formatter = pageFormatter(context, request);
  const { unitOfWork } = context.database;
  const text = textOf(request.query, 'q');
  const myId = visitorOf(request).person?.id;
  const heads = await findHeads(unitOfWork, text, pageOf(request));
  const model = {
    text,
    grant,
    keepers: (await findKeepers(unitOfWork, text)).map((keeper) => presentKeeper(keeper, myId)),
    lapsing: (await context.lapsingGrants.list()).map((one) => presentLapsing(one, myId, formatter)),
    heads: heads.items.map((head) => presentHead(head, myId, formatter.t)),
    paging: presentPaging(heads, (page) => withQuery(LIST, { q: text, page }), formatter.t, formatter.number),
  };
  const content = <PlatformAdministratorsView model={model} t={formatter.t} />;
  const title = formatter.t('platform.administrators');
  await sendPlatformPage(context, request, response, { title, content, status });
}
