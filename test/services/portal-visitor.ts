// SPDX-License-Identifier: EUPL-1.2
import { cookieBrowser } from './cookie-browser.js';

export interface PortalVisitor {
  /** Fills in the login form for a service. Returns the ticket, or `undefined` when the password is refused. */
  login(service: string, user: string, password: string): Promise<string | undefined>;
  /** Logs out, and loads the images of the next page like a browser: they trigger the single logout. */
  logout(service: string): Promise<void>;
}

/** A client of a LemonLDAP::NG portal without a browser; keeps cookies between calls. */
export function portalVisitor(casUrl: string): PortalVisitor {
  const browser = cookieBrowser();
  return {
    login: async (service, user, password) => {
      const address = `${casUrl}/login?${new URLSearchParams({ service })}`;
      const { text } = await browser.ask(address);
      // Base64 of the return URL; absent when a session already exists.
      const url = /name="url" value="([^"]*)"/.exec(text)?.[1] ?? '';
      const form = new URLSearchParams({ url, user, password });
      const location = (await browser.ask(address, { method: 'POST', body: form })).headers.get('location');
      return (location && new URL(location).searchParams.get('ticket')) || undefined;
    },
    logout: async (service) => {
      const { text } = await browser.ask(`${casUrl}/logout?${new URLSearchParams({ service })}`);
      for (const [, address] of text.matchAll(/src="([^"]*\/relayLogout\?[^"]*)"/g)) {
        if (address) await browser.ask(address);
      }
    },
  };
}
