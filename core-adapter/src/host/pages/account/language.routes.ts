// SPDX-License-Identifier: EUPL-1.2
import express, { type Router } from 'express';
import type { HostContext } from '../../context/host-context.js';
import { hiddenNotFound } from '../../http/hidden-not-found.js';
import { LANGUAGE_URL, languageReturn } from '../../http/language-url.js';
import { preferenceCookie } from '../../http/preference-cookie.js';
import { LANGUAGE_COOKIE } from '../../http/visitor.js';

/** `/language/en?to=PATH`: the link of the footer before a login, when `/account` cannot be opened. */
export function languageRoutes({ settings }: Pick<HostContext, 'settings'>): Router {
  const { publicUrl } = settings.server;
  const router = express.Router();
  router.get(`${LANGUAGE_URL}/:language`, (request, response) => {
    const { language } = request.params;
    if (language !== 'fr' && language !== 'en') throw hiddenNotFound('the address names no language');
    response.set('Cache-Control', 'no-store').cookie(LANGUAGE_COOKIE, language, preferenceCookie(publicUrl));
    response.redirect(303, languageReturn(request.query['to'], publicUrl));
  });
  return router;
}
