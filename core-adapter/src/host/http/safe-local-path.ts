// SPDX-License-Identifier: EUPL-1.2

/** The path travels in a cookie: browsers drop one of more than 4,096 characters, in base64 and with a signature. */
const MOST_CHARACTERS = 2_000;

/**
 * The path of this site in a text, or `/`. Only texts that resolve to this origin pass, so that `//elsewhere`, `/\\elsewhere`,
 * `https:elsewhere` and the like do not redirect to another site after a login (C11).
 */
export function safeLocalPath(asked: unknown, publicUrl: URL): string {
  if (typeof asked !== 'string' || !asked.startsWith('/')) return '/';
  if (!URL.canParse(asked, publicUrl)) return '/';
  const url = new URL(asked, publicUrl);
  const leadsAway = url.origin !== publicUrl.origin || url.pathname.startsWith('//');
  const startsOver = /^\/(login|logout|cas)(\/|$)/i.test(url.pathname);
  const path = url.pathname + url.search;
  return leadsAway || startsOver || path.length > MOST_CHARACTERS ? '/' : path;
}
