// SPDX-License-Identifier: EUPL-1.2
import express, { type Request, type Response, type Router } from 'express';
import type { HostContext } from '../../context/host-context.js';
import { putAway } from '../../domain/former-schools/find-former-schools.js';
import { documentPage, listedBricks, type FormerServices } from '../../http/ask-former.js';
import { FORMER_URL } from '../../http/foot-links.js';
import { hiddenNotFound } from '../../http/hidden-not-found.js';
import { homeSchool } from '../../http/home-school.js';
import { requireFreshLogin } from '../../http/login/require-fresh-login.js';
import { requirePerson } from '../../http/login/require-person.js';
import { redirectWithNotice } from '../../http/redirect-with-notice.js';
import { brickText, hostTexts, sendPage, type PageContext } from '../../http/send-page.js';
import { formatFor } from '../../infra/i18n/format.js';
import { askedThings, formerSchoolsOf, readerOf } from './asked-things.js';
import { FormerDocumentView } from './former-document.view.js';
import { presentFormerSchools, PUT_AWAY_URL, titleOf } from './former-school.presenter.js';
import { FormerSchoolView } from './former-school.view.js';
import { takeThings } from './take-things.js';

const DOCUMENT_PATH = `${FORMER_URL}/:uai/:owner/:brick/lire/:key`;
const TAKE_PATH = `${FORMER_URL}/:uai/:owner/:brick/emporter`;

type PageServices = FormerServices & PageContext;

/** `/ancienne-ecole`: all that bricks still keep of the user, and of their children, in schools that these have left (ADR 74). */
export function formerSchoolRoutes(context: HostContext): Router {
  const router = express.Router();
  router.use(FORMER_URL, requirePerson(context));
  router.get(FORMER_URL, (request, response) => sendSchools(context, request, response));
  router.post(PUT_AWAY_URL, (request, response) => putReminderAway(context, request, response));
  router.get(DOCUMENT_PATH, (request, response) => sendDocument(context, request, response));
  // The download is a form and not a link: it may be an export, which is audited, and no other site may start one.
  router.post(TAKE_PATH, requireFreshLogin(context), async (request, response) =>
    takeThings(context, await askedThings(context, request), request, response),
  );
  return router;
}

async function sendSchools(context: PageServices, request: Request, response: Response): Promise<void> {
  const reader = readerOf(request);
  const visit = await homeSchool(context, request);
  const t = hostTexts(request, visit);
  const asked = (await formerSchoolsOf(context, reader)).map(async (former) => ({
    former,
    bricks: await listedBricks(context, former, reader, context.limits.request),
    format: formatFor(reader.language, former.school.timeZone, context.clock),
  }));
  const { language, person } = reader;
  const model = presentFormerSchools(await Promise.all(asked), { id: person.id, language, t });
  const content = <FormerSchoolView model={model} t={t} />;
  await sendPage(context, request, response, { title: model.title, content, visit });
}

async function putReminderAway(context: PageServices, request: Request, response: Response): Promise<void> {
  const reader = readerOf(request);
  const at = context.clock.now();
  for (const { school } of await formerSchoolsOf(context, reader)) {
    await putAway(context.database.unitOfWork, { personId: reader.person.id, uai: school.uai, at });
  }
  const t = hostTexts(request, await homeSchool(context, request));
  await redirectWithNotice(request, response, FORMER_URL, t('former.putAwayDone'));
}

async function sendDocument(context: PageServices, request: Request, response: Response): Promise<void> {
  const number = pageNumber(request);
  const { brick, things, former } = await askedThings(context, request);
  const asked = { key: String(request.params.key), page: number };
  const page = await documentPage({ brick, things }, asked, context.limits.request);
  const visit = await homeSchool(context, request);
  const t = hostTexts(request, visit);
  const { language } = readerOf(request);
  const name = brickText(brick, 'title', language, former.profiles.includes('pupil'));
  const crumbs = [{ label: titleOf(1, t), url: FORMER_URL }, { label: name }];
  const content = (
    <FormerDocumentView crumbs={crumbs} number={number} hasNext={page.hasNext ?? false} t={t}>
      {page.content}
    </FormerDocumentView>
  );
  const styles = [...context.assets.stylesOf(brick.id), ...(page.styles ?? [])];
  await sendPage(context, request, response, { title: page.title, content, visit, styles });
}

/** The page of a document: `?page=2`. @throws NotFoundError for anything but the number of a page */
function pageNumber({ query: { page = '1' } }: Request): number {
  if (typeof page !== 'string' || !/^[1-9]\d{0,5}$/.test(page)) throw hiddenNotFound('a document has no such page');
  return Number(page);
}
