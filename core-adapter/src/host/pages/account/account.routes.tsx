// SPDX-License-Identifier: EUPL-1.2
import type { Router } from 'express';
import express from 'express';
import { z } from 'zod';
import { InputError } from '../../../api/errors.js';
import type { HostContext } from '../../context/host-context.js';
import { translator } from '../../infra/i18n/translate.js';
import { hostLocales } from '../../infra/locales/index.js';
import { recogniseSilently } from '../../http/login/recognise-silently.js';
import { mayMakeTokens } from '../../http/may-make-tokens.js';
import { AccessibilityView } from '../portal/accessibility.view.js';
import type { AccountModel } from './account.model.js';
import { AccountView } from './account.view.js';
import { homeSchool } from '../../http/home-school.js';
import { requirePerson } from '../../http/login/require-person.js';
import { preferenceCookie } from '../../http/preference-cookie.js';
import { hostTexts, sendPage } from '../../http/send-page.js';
import { LANGUAGE_COOKIE, THEME_COOKIE, visitorOf, type Visitor, type VisitorPerson } from '../../http/visitor.js';
import { redirectWithNotice } from '../../http/redirect-with-notice.js';
import { BACK_URL } from '../../http/kept-forms/show-kept-form.js';
import { keptListRoutes } from './kept-list.routes.js';
import { BackToTextView } from './back-to-text.view.js';
import { hiddenNotFound } from '../../http/hidden-not-found.js';
import { LANGUAGE_URL, languageReturn } from '../../http/language-url.js';

const preferences = z.object({ theme: z.enum(['auto', 'light', 'dark']), language: z.enum(['fr', 'en']) });

/** `/account`: the data of the signed-in person and their display preferences; and the accessibility statement. */
export function accountRoutes(context: HostContext): Router {
  const router = express.Router();
  const cookie = preferenceCookie(context.settings.server.publicUrl);

  router.get('/account', requirePerson(context), async (request, response) => {
    const visitor = visitorOf(request);
    if (!visitor.person) return;
    const visit = await homeSchool(context, request);
    const t = hostTexts(request, visit);
    const content = <AccountView model={await accountModel(context, visitor, visitor.person)} t={t} />;
    await sendPage(context, request, response, { title: t('account.title'), content, visit });
  });

  router.post(
    '/account/preferences',
    requirePerson(context),
    express.urlencoded({ extended: false }),
    async (request, response) => {
      const parsed = preferences.safeParse(request.body);
      if (!parsed.success) throw new InputError('Choose an appearance (auto, light, dark) and a language (fr, en).');
      response.cookie(THEME_COOKIE, parsed.data.theme, cookie);
      response.cookie(LANGUAGE_COOKIE, parsed.data.language, cookie);
      const notice = translator(hostLocales, parsed.data.language, false)('account.saved');
      await redirectWithNotice(request, response, '/account', notice);
    },
  );

  router.use(languageRoutes(context));
  router.use(backToTextRoutes(context));
  router.use(keptListRoutes(context));

  router.get('/accessibility', recogniseSilently(context), async (request, response) => {
    const t = hostTexts(request);
    await sendPage(context, request, response, {
      title: t('accessibility.title'),
      content: <AccessibilityView t={t} />,
    });
  });

  return router;
}

async function accountModel(
  {
    authProvider,
    directory,
    keptTexts,
    tokens,
  }: Pick<HostContext, 'authProvider' | 'directory' | 'keptTexts' | 'tokens'>,
  { theme, language }: Visitor,
  person: VisitorPerson,
): Promise<AccountModel> {
  const classes = await Promise.all(person.schools.map(({ school }) => directory.classesOf([person.id], school.uai)));
  const held = (await tokens.listOf(person.id)).length;
  const children = await directory.childrenOf(person.id);
  return {
    id: person.id,
    displayName: person.displayName,
    login: (await directory.loginOf(person.id, authProvider?.source)) ?? '',
    schools: person.schools.map(({ school, profiles }, index) => ({
      name: school.name,
      profiles,
      classes: classes[index]?.get(person.id)?.map(({ name }) => name) ?? [],
    })),
    children: children.flatMap(({ displayName, schools }) =>
      schools.map(({ name, classes: names }) => ({ name: displayName, detail: [...names, name].join(', ') })),
    ),
    preferences: { theme, language },
    keptTexts: await keptTexts.count(person.id),
    tokens: held > 0 || mayMakeTokens(person) ? held : undefined,
  };
}

/** `/de-retour`, at the end of a login in another tab: the text waits in the first one. */
function backToTextRoutes(context: HostContext): Router {
  const router = express.Router();
  router.get(BACK_URL, requirePerson(context), async (request, response) => {
    const t = hostTexts(request);
    await sendPage(context, request, response, { title: t('kept.back'), content: <BackToTextView t={t} /> });
  });
  return router;
}

/** `/language/en?to=PATH`: the link of the footer before a login, when `/account` cannot be opened. */
function languageRoutes({ settings }: Pick<HostContext, 'settings'>): Router {
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
