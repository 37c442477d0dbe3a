// SPDX-License-Identifier: EUPL-1.2
import type { Request, RequestHandler } from 'express';
import { withoutParameter } from './without-parameter.js';

/** The parameter in the address of a form that names its fields of text. */
const PARAMETER = 'typedIn';
/** Of all names together: where they are longer, none is told, and texts are told by their look. */
const MOST_CHARACTERS = 500;

const ADDRESS = / action="([^"]*)"/;
const TEXT_FIELD = /^<textarea|^<input(?![^>]* type="(?!text"|search"|email"|tel"|url"))/;
const NAME = / name="([^"]*)"/;
/** A name that stands in an address as it is. Where a field has another one, no name is told: a list with a gap would hide a text. */
const PLAIN = /^[\w.:-]+$/;

const names = new WeakMap<Request, ReadonlySet<string>>();

/**
 * Names the fields of text in the address of a form. So it is another address than that of its page: where the network fails, the page stays in
 * the history of the tab, and "back" brings what was typed (ADR 85).
 * @param tag the opening tag of the form
 * @param fields its fields, as tags
 */
export function namingTexts(tag: string, fields: readonly string[]): string {
  const typed = fields.filter((field) => TEXT_FIELD.test(field)).flatMap((field) => NAME.exec(field)?.[1] ?? []);
  if (typed.length === 0 || !tag.includes(' method="post"')) return tag;
  const list = [...new Set(typed)].join(',');
  const isTold = list.length <= MOST_CHARACTERS && typed.every((name) => PLAIN.test(name));
  const parameter = `${PARAMETER}=${isTold ? list : ''}`;
  return tag.replace(
    ADDRESS,
    (_, address: string) => ` action="${address}${address.includes('?') ? '&amp;' : '?'}${parameter}"`,
  );
}

/** Takes the names from the address, before every route: also from that of a page that has answered such a form and is loaded again. */
export const noteTypedIn: RequestHandler = (request, _response, next) => {
  const { [PARAMETER]: typed } = request.query;
  if (typed === undefined) return next();
  if (typeof typed === 'string' && typed !== '') names.set(request, new Set(typed.split(',')));
  request.url = withoutParameter(request.url, PARAMETER);
  return next();
};

/** The names of the fields of text in a form that was sent; undefined where its address does not tell them. */
export function typedInOf(request: Request): ReadonlySet<string> | undefined {
  return names.get(request);
}
