// SPDX-License-Identifier: EUPL-1.2
import express, { type Router } from 'express';
import type { HostContext } from '../../context/host-context.js';
import { DEFAULT_TIME_ZONE } from '../../domain/directory/default-time-zone.js';
import { homeSchool } from '../../http/home-school.js';
import { keptSentences, timeZoneOf } from '../../http/kept-words.js';
import { requirePerson } from '../../http/login/require-person.js';
import { redirectWithNotice } from '../../http/redirect-with-notice.js';
import { hostTexts, sendPage } from '../../http/send-page.js';
import { typedTexts } from '../../http/sent-form.js';
import { visitorOf } from '../../http/visitor.js';
import { KEPT_LIST_URL, KeptListView, type KeptListItem } from './kept-list.view.js';

/** `/textes-gardes`: the texts that a person has typed and not sent, also those of pages that are gone. */
export function keptListRoutes(context: HostContext): Router {
  const router = express.Router();
  router.get(KEPT_LIST_URL, requirePerson(context), async (request, response) => {
    const { person, language } = visitorOf(request);
    if (!person) return;
    const visit = await homeSchool(context, request);
    const t = hostTexts(request, visit);
    const items = (await context.keptTexts.list(person.id)).map(
      ({ key, page, title, uai, text, other }): KeptListItem => {
        const say = keptSentences(t, language, timeZoneOf(person, uai) ?? DEFAULT_TIME_ZONE, context.clock);
        const all = [text, other].flatMap((one) => one ?? []);
        const fields = all.flatMap((one) => one.fields);
        const typed = typedTexts({ fields, typedIn: undefined });
        const texts = typed.length > 0 ? typed : fields.map(([, value]) => value);
        const [first] = all;
        return { key, title, texts, url: page, detail: first ? say.saved(first.at) : '' };
      },
    );
    await sendPage(context, request, response, {
      ...{ title: t('keptText.list'), visit },
      content: <KeptListView items={items} t={t} />,
    });
  });
  router.post(
    KEPT_LIST_URL,
    requirePerson(context),
    express.urlencoded({ extended: false }),
    async (request, response) => {
      const { person } = visitorOf(request);
      const { discard } = (request.body ?? {}) as { readonly discard?: unknown };
      if (person && typeof discard === 'string') await context.keptTexts.forget(person.id, discard);
      await redirectWithNotice(request, response, KEPT_LIST_URL, hostTexts(request)('keptText.gone'));
    },
  );
  return router;
}
