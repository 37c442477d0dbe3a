// SPDX-License-Identifier: EUPL-1.2
import type { Role } from '../../testing/sample-directory.js';
import type { Answer, WebHost } from '../app/host-for-tests.js';

const HOUR = 3_600_000;

/** Cookies of returning users: a new session for each hour of the clock, and after the clock was set back (ADR 67). */
export function cookieJar({ clock, cookieOf }: WebHost): (role: Role) => Promise<string> {
  const cookies = new Map<Role, { cookie: Promise<string>; since: number; usedAt: number }>();
  return (role) => {
    const now = clock.now().getTime();
    const known = cookies.get(role);
    if (known && now >= known.usedAt && now - known.since < HOUR) {
      known.usedAt = now;
      return known.cookie;
    }
    const cookie = cookieOf(role);
    cookies.set(role, { cookie, since: now, usedAt: now });
    return cookie;
  };
}

/** The text of a page, without its shell and its icons. */
export function wordsOf({ text }: Answer): string {
  return (/<main[^]*<\/main>/.exec(text)?.[0] ?? '')
    .replace(/<svg[^]*?<\/svg>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/(\s|&nbsp;)+/g, ' ');
}
