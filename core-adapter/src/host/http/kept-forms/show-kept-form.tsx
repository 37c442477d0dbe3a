// SPDX-License-Identifier: EUPL-1.2
import type { Request, Response } from 'express';
import type { HostContext } from '../../context/host-context.js';
import { translator } from '../../infra/i18n/translate.js';
import { hostLocales } from '../../infra/locales/index.js';
import { pathAfterLogin } from '../path-after-login.js';
import { sendPage, type PageContext } from '../send-page.js';
import { visitorOf } from '../visitor.js';
import { boundAction } from '../bound-action.js';
import { KeptFormView, keptTitle, type KeptFormModel, type KeptReason } from './kept-form.view.js';
import { hasFiles, readSentForm, typedTexts } from '../sent-form.js';
import { sendError } from '../send-error.js';
import { typistOf } from '../typist.js';

/** The page that says, in the tab of the login, that the text waits in another tab. */
export const BACK_URL = '/de-retour';

export type KeptFormContext = PageContext & Pick<HostContext, 'directory'>;

/**
 * Answers a form that was not taken with a page that keeps its fields: after a login in another tab it is sent from there (ADR 69).
 * @returns false when the request brings no form of a page of this site; nothing was answered then
 */
export async function showKeptForm(
  context: KeptFormContext,
  request: Request,
  response: Response,
  reason: KeptReason,
): Promise<boolean> {
  const sent = await readSentForm(context, request, response);
  if (!sent) return false;
  const typist = await findTypist(context, request);
  // A login does not make the text shorter. Another person is not shown it.
  if (sent.isTooLong && reason !== 'other') {
    await sendError(context, request, response, 'textTooLong', { child: typist?.isPupil ?? false });
    return true;
  }
  const { fields, upload } = sent;
  const typed = typedTexts(sent);
  const onlyFiles = hasFiles(sent) && typed.length === 0;
  // A button without a text is pressed again on its page.
  if (!typist && !onlyFiles && typed.length === 0) return false;
  const again = typist && !onlyFiles ? { action: boundAction(context, request, typist.id), fields, upload } : undefined;
  const model: KeptFormModel = {
    reason,
    // To another person than its author a text is not shown; it stays in the form that only its author can send.
    texts: reason === 'other' && typist ? [] : typed,
    hasFiles: hasFiles(sent),
    loginUrl: loginUrl(reason, again ? BACK_URL : pathAfterLogin(request, context.settings.server.publicUrl)),
    again,
    owner: typist?.displayName,
  };
  const t = translator(hostLocales, visitorOf(request).language, typist?.isPupil ?? false);
  await sendPage(context, request, response, {
    title: t(keptTitle(model)),
    status: reason === 'other' ? 403 : 401,
    content: <KeptFormView model={model} t={t} />,
    child: typist?.isPupil ?? false,
  });
  return true;
}

function loginUrl(reason: KeptReason, to: string): string {
  return `/login?${new URLSearchParams({ ...(reason === 'fresh' && { renew: 'true' }), to }).toString()}`;
}

async function findTypist(
  context: KeptFormContext,
  request: Request,
): Promise<{ readonly id: string; readonly displayName: string; readonly isPupil: boolean } | undefined> {
  const id = typistOf(context, request);
  const { person, schools = [] } = (id !== undefined && (await context.directory.personInSchools(id))) || {};
  if (!person || person.disabled) return undefined;
  const isPupil = schools.some(({ profiles }) => profiles.includes('pupil'));
  return { id: person.id, displayName: person.displayName, isPupil };
}
