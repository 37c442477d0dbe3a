// SPDX-License-Identifier: EUPL-1.2

/**
 * C11: a path of ours out of what an address says, or `/`. Only what resolves to our own origin passes, so that
 * `//elsewhere`, `/\\elsewhere`, `https:elsewhere` and their kin do not lead away after a login.
 */
export function returnPath(asked: unknown, publicUrl: URL): string {
  if (typeof asked !== 'string' || !asked.startsWith('/') || asked.length > 2_000) return '/';
  if (!URL.canParse(asked, publicUrl)) return '/';
  const url = new URL(asked, publicUrl);
  const leadsAway = url.origin !== publicUrl.origin || url.pathname.startsWith('//');
  const startsOver = /^\/(login|logout|cas)(\/|$)/.test(url.pathname);
  return leadsAway || startsOver ? '/' : url.pathname + url.search;
}
