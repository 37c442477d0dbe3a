// SPDX-License-Identifier: EUPL-1.2
import express, { type Router } from 'express';
import { z } from 'zod';
import type { HostContext } from '../../context/host-context.js';
import { DEFAULT_TIME_ZONE } from '../../domain/directory/default-time-zone.js';
import { homeSchool } from '../../http/home-school.js';
import { keptSentences, timeZoneOf } from '../../http/kept-words.js';
import { requirePerson } from '../../http/login/require-person.js';
import { redirectWithNotice } from '../../http/redirect-with-notice.js';
import { hostTexts, sendPage } from '../../http/send-page.js';
import { typedTexts } from '../../http/sent-form.js';
import { visitorOf } from '../../http/visitor.js';
import type { NoticeAction } from '../../../ui/shell.js';
import { KEPT_LIST_URL, KeptListView, type KeptListItem } from './kept-list.view.js';

const version = z.string().max(36);
const input = z.object({
  discard: z.string().max(16).default(''),
  undo: z.string().max(36).optional(),
  versions: z.union([version.transform((one) => [one]), z.array(version)]).default([]),
});

/** `/textes-gardes`: the texts that a person has typed and not sent, also those of pages that are gone. */
export function keptListRoutes(context: HostContext): Router {
  const router = express.Router();
  router.get(KEPT_LIST_URL, requirePerson(context), async (request, response) => {
    const { person, language } = visitorOf(request);
    if (!person) return;
    const visit = await homeSchool(context, request);
    const t = hostTexts(request, visit);
    const items = (await context.keptTexts.list(person.id)).map(
      ({ key, page, title, uai, text, other, versions }): KeptListItem => {
        const say = keptSentences(t, language, timeZoneOf(person, uai) ?? DEFAULT_TIME_ZONE, context.clock);
        const all = [text, other].flatMap((one) => one ?? []);
        const fields = all.flatMap((one) => one.fields);
        const typed = typedTexts({ fields, typedIn: undefined });
        const texts = typed.length > 0 ? typed : fields.map(([, value]) => value);
        const [first] = all;
        return { key, title, texts, versions, url: page, detail: first ? say.saved(first.at) : '' };
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
      if (!person) return;
      const t = hostTexts(request);
      const personId = person.id;
      const { discard, undo, versions } = input.parse(request.body ?? {});
      const say = (notice: string, action?: NoticeAction): Promise<void> =>
        redirectWithNotice(request, response, KEPT_LIST_URL, notice, action);
      if (undo !== undefined) {
        const isBack = await context.keptTexts.putBack({ personId, id: undo });
        return say(t(isBack ? 'keptText.back' : 'keptText.tooLate'));
      }
      const thrown = await context.keptTexts.throwAway({ personId, key: discard, versions });
      if (thrown === undefined) return say(t('keptText.changed'));
      await say(t('keptText.gone'), { label: t('keptText.undo'), url: KEPT_LIST_URL, fields: { undo: thrown } });
    },
  );
  return router;
}
