// SPDX-License-Identifier: EUPL-1.2
import { SAMPLE_PASSWORD } from '../envole-box/index.js';
import type { CookieBrowser, Seen } from '../services/cookie-browser.js';

/** The question of a LemonLDAP::NG page: the login, or the confirmation of a new login. */
export type PortalQuestion = 'password' | 'renew' | 'none';

export function questionOf({ text }: Seen): PortalQuestion {
  if (text.includes('name="password"')) return 'password';
  return text.includes('action="/renewsession"') ? 'renew' : 'none';
}

/** Answers the portal's questions until a page asks none. */
export async function answerPortal(browser: CookieBrowser, page: Seen, login: string): Promise<Seen> {
  let seen = page;
  for (let asked = questionOf(seen); asked !== 'none'; asked = questionOf(seen)) {
    const typed = asked === 'password' ? { user: login, password: SAMPLE_PASSWORD } : undefined;
    const action = asked === 'renew' ? new URL('/renewsession', seen.url).href : seen.url;
    seen = await browser.submit(action, { ...hiddenFieldsOf(seen), ...typed });
    if (asked === 'password' && questionOf(seen) === 'password') throw new Error(`the portal refused ${login}`);
  }
  return seen;
}

/** Ends the session at the portal, and loads the images through which the portal notifies the services. */
export async function leavePortal(browser: CookieBrowser, casUrl: string): Promise<void> {
  const page = await browser.open(`${casUrl}/logout`);
  for (const [, image = ''] of page.text.matchAll(/src="([^"]*\/relayLogout\?[^"]*)"/g)) await browser.open(image);
}

function hiddenFieldsOf({ text }: Seen): Record<string, string> {
  const inputs = text.match(/<input\b[^>]*\btype="hidden"[^>]*>/g) ?? [];
  const valueOf = (input: string, name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(input)?.[1] ?? '';
  return Object.fromEntries(inputs.map((input) => [valueOf(input, 'name'), valueOf(input, 'value')]));
}
