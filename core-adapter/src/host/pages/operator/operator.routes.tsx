// SPDX-License-Identifier: EUPL-1.2
import express, { type Router } from 'express';
import type { HostContext } from '../../context/host-context.js';
import { recogniseSilently } from '../../http/login/recognise-silently.js';
import { ContactView } from './contact.view.js';
import { LegalNoticeView } from './legal-notice.view.js';
import { homeSchool } from '../../http/home-school.js';
import { hiddenNotFound } from '../../http/hidden-not-found.js';
import { hostTexts, sendPage } from '../../http/send-page.js';
import { CONTACT_URL, isPage, LEGAL_NOTICE_URL } from '../../http/foot-links.js';

/** The operator's contact and legal notice, as public pages. A page without its setting is a 404. */
export function operatorRoutes(context: HostContext): Router {
  const router = express.Router();
  const { name, contact, legalNotice } = context.settings.operator;

  router.get(CONTACT_URL, recogniseSilently(context), async (request, response) => {
    if (contact === undefined) throw hiddenNotFound('the settings have no operator.contact');
    const visit = await homeSchool(context, request);
    const t = hostTexts(request, visit);
    const model = { name, contact, url: isPage(contact) ? contact : `mailto:${contact}` };
    const content = <ContactView model={model} t={t} />;
    await sendPage(context, request, response, { title: t('shell.contact'), content, visit });
  });

  router.get(LEGAL_NOTICE_URL, recogniseSilently(context), async (request, response) => {
    if (legalNotice === undefined) throw hiddenNotFound('the settings have no operator.legalNotice');
    if (isPage(legalNotice)) return response.redirect(302, legalNotice);
    const visit = await homeSchool(context, request);
    const t = hostTexts(request, visit);
    const model = { name, paragraphs: legalNotice.split(/\n\s*\n/) };
    const content = <LegalNoticeView model={model} t={t} />;
    await sendPage(context, request, response, { title: t('shell.legalNotice'), content, visit });
  });

  return router;
}
