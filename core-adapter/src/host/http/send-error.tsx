// SPDX-License-Identifier: EUPL-1.2
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { DomainError } from '../../api/errors.js';
import type { HostContext } from '../context/host-context.js';
import { asError } from '../infra/util/as-error.js';
import { errorText } from '../infra/util/error-text.js';
import { translator } from '../infra/i18n/translate.js';
import { hostLocales } from '../infra/locales/index.js';
import { DatabaseUnavailableError } from '../infra/database/database-unavailable-error.js';
import { errorPage, ErrorView, type ErrorKind, type ErrorModel } from './errors/error.view.js';
import { ContentLostError } from './content-lost-error.js';
import { boundAction } from './bound-action.js';
import { FormTooLongError } from './bodies/form-too-long-error.js';
import { isTooLarge } from './bodies/read-plain-form.js';
import { hasFiles, readSentForm, typedTexts } from './sent-form.js';
import { typistOf } from './typist.js';
import { statusOf } from './error-status.js';
import { isReading } from './path-after-login.js';
import { hiddenNotFound } from './hidden-not-found.js';
import { refererPath } from './referer-path.js';
import { fieldsOf, referenceOf, logFailure } from './request-log.js';
import { safeLocalPath } from './safe-local-path.js';
import { hostTexts, sendPage, type PageContext } from './send-page.js';
import { visitorOf } from './visitor.js';
import { wantsHtml } from './wants-html.js';

/** The time to wait after a BusyError, or a database that did not answer. */
const BUSY_SECONDS = 10;

const KIND_BY_STATUS: Readonly<Record<number, ErrorKind>> = {
  400: 'badRequest',
  401: 'loginNeeded',
  403: 'forbidden',
  404: 'notFound',
  409: 'conflict',
  413: 'tooLarge',
  503: 'unavailable',
};

export interface ErrorOptions {
  /** The sentence for a program, and what it can do. */
  readonly sentence?: string;
  readonly remedy?: string | undefined;
  /** The address of the login, if it is not `/login`. */
  readonly loginUrl?: string;
  /** The reference of the request that failed, where this one only reports it. */
  readonly reference?: string;
  /** The seconds until a retry works; the page of a crowded login then goes to `loginUrl` by itself. */
  readonly retryAfter?: number;
  /** Whether the page is in the pupils' register although no pupil is logged in. */
  readonly child?: boolean;
}

/** Sends a page with the problem and the next step; to a program, the same as JSON. */
export async function sendError(
  context: PageContext,
  request: Request,
  response: Response,
  kind: ErrorKind,
  options: ErrorOptions = {},
): Promise<void> {
  const { status, title } = errorPage(kind);
  const { sentence, remedy, loginUrl = '/login', reference = referenceOf(request), retryAfter, child } = options;
  if (retryAfter !== undefined) response.set('Retry-After', String(retryAfter));
  if (!wantsHtml(request)) {
    response.status(status).json({ error: { kind, message: sentence ?? kind, remedy, reference } });
    return;
  }
  const retryUrl = kind === 'busy' ? retryAfter : undefined;
  const t = child === undefined ? hostTexts(request) : translator(hostLocales, visitorOf(request).language, child);
  const { publicUrl } = context.settings.server;
  const failed = isReading(request) ? request.originalUrl : refererPath(request, publicUrl);
  const model = {
    kind,
    reference,
    retryUrl: failed === undefined ? undefined : safeLocalPath(failed, publicUrl),
    loginUrl,
    homeUrl: visitorOf(request).person ? '/' : '/login',
    typed: await readTyped(context, request, response, status),
    retryAfter: retryUrl,
  };
  await sendPage(context, request, response, {
    title: t(title),
    status,
    content: <ErrorView model={model} t={t} />,
    ...(child !== undefined && { child }),
    scripts: retryUrl === undefined ? [] : [context.assets.url('core', 'retry-login.js')],
  });
}

/** Reads the texts of a form that failed. No page has them any more, since the browser has left the page of the form. */
async function readTyped(
  context: PageContext,
  request: Request,
  response: Response,
  status: number,
): Promise<ErrorModel['typed']> {
  const sent = await readSentForm(context, request, response);
  if (!sent) return undefined;
  const { fields, upload, isTooLong } = sent;
  const texts = typedTexts(sent);
  const isHidden = isTooLong && fields.length === 0;
  if (texts.length === 0 && !isHidden) return undefined;
  const typist = typistOf(context, request);
  const isWorthIt = status === 503 && typist !== undefined && !isTooLong;
  return {
    texts,
    isHidden,
    hasFiles: hasFiles(sent),
    again: isWorthIt ? { action: boundAction(context, request, typist), fields, upload } : undefined,
  };
}

export const notFound: RequestHandler = (_request, _response, next) => {
  next(hiddenNotFound('the address has no route'));
};

/** The one place where an error becomes an answer. Errors that the visitor did not cause are logged in full and shown as a reference. */
export function answerErrors(context: PageContext & Pick<HostContext, 'log'>): ErrorRequestHandler {
  return async (error: unknown, request, response, next) => {
    const status = statusOf(error);
    const isAway = error instanceof DatabaseUnavailableError;
    const isBusy = error instanceof DomainError && error.code === 'BUSY';
    const isLost = error instanceof ContentLostError;
    const isFull = error instanceof DomainError && error.code === 'STORAGE_FULL';
    if (isBusy || isAway)
      context.log.warn({ ...fieldsOf(request), reason: errorText(error) }, 'the request was rejected');
    else if (isLost) context.log.error({ ...fieldsOf(request), reason: errorText(error) }, 'a content is lost');
    else if (isFull) context.log.error({ ...fieldsOf(request), reason: errorText(error) }, 'a disk is full');
    else if (status >= 500) logFailure(context.log, request, error);
    else context.log.debug({ ...fieldsOf(request), err: asError(error) }, 'the request was refused');

    if (response.headersSent) {
      // A complete response may still be on its way, as when its session cannot be stored.
      if (!response.writableEnded) response.destroy();
      return;
    }
    try {
      const told = error instanceof DomainError && status < 500;
      const sentence = told ? { sentence: error.message, remedy: error.remedy } : {};
      await sendError(context, request, response, kindOf(error, status), {
        ...sentence,
        ...((isBusy || isAway) && { retryAfter: BUSY_SECONDS }),
      });
    } catch (failure) {
      // The page itself could not be made: a plain sentence is better than nothing.
      context.log.error({ ...fieldsOf(request), err: asError(failure) }, 'the error page failed');
      next(failure);
    }
  };
}

function kindOf(error: unknown, status: number): ErrorKind {
  if (error instanceof DatabaseUnavailableError) return 'databaseDown';
  if (error instanceof DomainError && error.code === 'STORAGE_FULL') return 'storageFull';
  if (error instanceof ContentLostError) return 'contentLost';
  if (error instanceof FormTooLongError || isTooLarge(error)) return 'textTooLong';
  return KIND_BY_STATUS[status] ?? (status < 500 ? 'badRequest' : 'unexpected');
}
