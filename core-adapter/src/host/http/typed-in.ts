// SPDX-License-Identifier: EUPL-1.2
import type { Request, RequestHandler } from 'express';
import { withoutParameter } from './without-parameter.js';

/** The parameter in the address of a form, or of one of its buttons, that names the fields of text and, after a `~` each, its kept text and its versions. */
const PARAMETER = 'typedIn';
/** The longest list of names. When it is longer, the address has none, and texts are recognised by their values. */
const MOST_CHARACTERS = 500;

const ADDRESS = / ((?:form)?action)="((?:&#|[^"#])*)([^"]*)"/;
export const TEXT_FIELD = /^<textarea|^<input(?![^>]* type="(?!text"|search"|email"|tel"|url"))/;
const NAME = / name="([^"]*)"/;
/**
 * A name that needs no encoding in an address. When a field has another name, the address lists none: a list with a gap would hide a text.
 */
const PLAIN = /^[\w.:-]+$/;
const ID = /^\d+$|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi;

const names = new WeakMap<Request, ReadonlySet<string>>();
const kept = new WeakMap<Request, SentText>();

/** The kept text of a form that was sent. */
interface SentText {
  readonly key: string;
  /** The versions that its page knew, as `kept.js` puts them into the address; undefined without that script. */
  readonly after?: readonly string[];
}

/**
 * The parameter that names the fields of text of a form, for its address and for those of its buttons. With it, the form has another
 * address than its page: when the network fails, the page stays in the history of the tab, and "back" restores the typed text (ADR 85).
 * @param fields the fields of the form, as tags
 * @param key the key of the text that is kept for the form, if any
 * @returns undefined for a form without text fields
 */
export function typedInParameter(fields: readonly string[], key?: string): string | undefined {
  const typed = fields.filter((field) => TEXT_FIELD.test(field)).flatMap((field) => NAME.exec(field)?.[1] ?? []);
  if (typed.length === 0) return undefined;
  const list = [...new Set(typed.map(withoutIds))].join(',');
  const isTold = list.length <= MOST_CHARACTERS && typed.every((name) => PLAIN.test(name));
  return `${PARAMETER}=${isTold ? list : ''}${key === undefined ? '' : `~${key}`}`;
}

/** The opening tag of a form, or of a button with `formaction`, with the parameter in its address. */
export function withTypedIn(tag: string, parameter: string): string {
  return tag.replace(ADDRESS, (_, name: string, address: string, fragment: string) => {
    return ` ${name}="${address}${address.includes('?') ? '&amp;' : '?'}${parameter}${fragment}"`;
  });
}

/** The address of the form, without its parameter and its fragment. */
export function addressOf(tag: string): string | undefined {
  return ADDRESS.exec(tag)?.[2];
}

/** Takes the names from the address, before every route: also from that of a page that has answered such a form and is loaded again. */
export const noteTypedIn: RequestHandler = (request, _response, next) => {
  const { [PARAMETER]: typed } = request.query;
  if (typed === undefined) return next();
  const [list = '', key, versions] = typeof typed === 'string' ? typed.split('~') : [];
  if (list !== '') names.set(request, new Set(list.split(',')));
  if (key !== undefined) kept.set(request, { key, ...(versions !== undefined && { after: versions.split('.') }) });
  request.url = withoutParameter(request.url, PARAMETER);
  return next();
};

/**
 * A name in that list, with `*` for each id and in place of a number: a thread has a field for each of its letters, a table one for each of its
 * columns, and one name for all.
 */
export function withoutIds(name: string): string {
  return name.replace(ID, '*');
}

/** The names of the text fields of a form that was sent, as its address lists them; undefined when it lists none. */
export function typedInOf(request: Request): ReadonlySet<string> | undefined {
  return names.get(request);
}

/** The text that is kept for a form that was sent. */
export function sentTextOf(request: Request): SentText | undefined {
  return kept.get(request);
}
