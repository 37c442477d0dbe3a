// SPDX-License-Identifier: EUPL-1.2
import express, { type Router } from 'express';
import type { HostContext } from '../../context/host-context.js';
import { BACK_URL } from '../../http/kept-forms/show-kept-form.js';
import { requirePerson } from '../../http/login/require-person.js';
import { hostTexts, sendPage } from '../../http/send-page.js';
import { BackToTextView } from './back-to-text.view.js';

/** `/de-retour`, at the end of a login in another tab: the text waits in the first one. */
export function backToTextRoutes(context: HostContext): Router {
  const router = express.Router();
  router.get(BACK_URL, requirePerson(context), async (request, response) => {
    const t = hostTexts(request);
    await sendPage(context, request, response, { title: t('kept.back'), content: <BackToTextView t={t} /> });
  });
  return router;
}
