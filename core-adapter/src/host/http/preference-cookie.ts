// SPDX-License-Identifier: EUPL-1.2
import type { CookieOptions } from 'express';

const YEAR_MS = 365 * 86_400_000;

/** Display preferences are kept in the browser for a year, also without a login. */
export function preferenceCookie({ protocol }: URL): CookieOptions {
  return { maxAge: YEAR_MS, sameSite: 'lax', httpOnly: true, secure: protocol === 'https:', path: '/' };
}
