// SPDX-License-Identifier: EUPL-1.2
import type { Request, RequestHandler } from 'express';
import type { HostContext } from '../../context/host-context.js';
import type { KeptField } from '../../domain/kept-texts/pack-fields.js';
import { asError } from '../../infra/util/as-error.js';
import { isReading } from '../path-after-login.js';
import { sentTextOf } from '../typed-in.js';
import { visitorOf } from '../visitor.js';

/** The status of an answer that leads to the page after a form: a browser reads that one (RFC 9110 §15.4.4). */
const SEE_OTHER = 303;

/**
 * Forgets the kept text of a form once it was taken: the next page, to which the answer leads, must not offer it. An answer that is a page,
 * such as a preview, has taken nothing. A text of another page stays.
 */
export function forgetSent({ keptTexts, log }: Pick<HostContext, 'keptTexts' | 'log'>): RequestHandler {
  return (request, response, next) => {
    const sent = isReading(request) ? undefined : sentTextOf(request);
    const { person } = visitorOf(request);
    if (!sent || !person) return next();
    const redirect = response.redirect.bind(response) as (status: number, url: string) => void;
    const forgetFirst = (status: number, url: string): void => {
      // A form that leads to the login was not taken.
      if (status !== SEE_OTHER || !url.startsWith('/') || url.startsWith('/login')) return redirect(status, url);
      keptTexts
        .discard({ personId: person.id, key: sent.key }, { ...sent, holds: (fields) => hasSent(request, fields) })
        .catch((error: unknown) => log.error({ err: asError(error) }, 'a text that was sent is still kept'))
        .finally(() => redirect(status, url));
    };
    response.redirect = (first: number | string, second?: string | number) =>
      typeof first === 'number' ? forgetFirst(first, String(second)) : redirect(302, first);
    next();
  };
}

/** Whether a form was sent with these fields. A browser sends the end of a line as CR LF (HTML, "constructing the entry list"). */
function hasSent(request: Request, fields: readonly KeptField[]): boolean {
  const sent = new Map<string, unknown>(Object.entries(Object(request.body) as object));
  return fields.every(([name, value]) =>
    [sent.get(name)]
      .flat()
      .some((one) => typeof one === 'string' && one.replaceAll('\r\n', '\n').trim() === value.trim()),
  );
}
