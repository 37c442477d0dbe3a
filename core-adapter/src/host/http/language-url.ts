// SPDX-License-Identifier: EUPL-1.2
import type { Request } from 'express';
import { isReading } from './path-after-login.js';
import { safeLocalPath } from './safe-local-path.js';
import type { Visitor } from './visitor.js';

export const LANGUAGE_URL = '/language';

/** The page of a failed login. Its address begins no login, unlike others of `/login`. */
const LOGIN_PROBLEM = /^\/login\?problem=[a-zA-Z]+(&|$)/;

/** The address behind the link to the other language: the preferences of a user, or a choice that leads back to the page. */
export function languageUrl(request: Request, { language, person }: Visitor, publicUrl: URL): string {
  if (person) return '/account#preferences';
  const to = isReading(request) ? languageReturn(request.originalUrl, publicUrl) : '/';
  const other = `${LANGUAGE_URL}/${language === 'fr' ? 'en' : 'fr'}`;
  return to === '/' ? other : `${other}?${new URLSearchParams({ to }).toString()}`;
}

/** The path of this site to return to after the choice of a language (C11). */
export function languageReturn(asked: unknown, publicUrl: URL): string {
  return typeof asked === 'string' && LOGIN_PROBLEM.test(asked) ? asked : safeLocalPath(asked, publicUrl);
}
