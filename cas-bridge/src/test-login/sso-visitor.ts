// SPDX-License-Identifier: EUPL-1.2
import { UnavailableError } from '@volee/core-adapter';
import { CookieJar } from 'tough-cookie';

import { boundedText, exchange, type ExchangeOptions } from '../transport/exchange.js';
import { readPage, type HtmlPage } from './html-forms.js';

const MOST_REDIRECTS = 10;

/** The place to which the SSO led: a page of its own, or back to our callback, perhaps with a ticket. */
export type Landing =
  { readonly page: HtmlPage; readonly status: number } | { readonly back: true; readonly ticket: string | undefined };

export interface SsoVisitor {
  /** Goes to an address of the SSO, with a form to post or without, and follows where it leads. */
  go(url: URL, form?: URLSearchParams): Promise<Landing>;
}

export interface VisitorOptions extends Pick<ExchangeOptions, 'timeout' | 'ca' | 'signal'> {
  /** Scheme, host and port of the SSO: the visitor sends requests nowhere else. */
  readonly origin: string;
  /** Whether an address is our callback. It is not requested either: the visit ends there. */
  readonly isCallback: (url: URL) => boolean;
}

/** A browser without scripts, with cookies of its own, that never leaves the SSO. */
export function ssoVisitor({ origin, isCallback, ...options }: VisitorOptions): SsoVisitor {
  const cookies = new CookieJar();

  async function ask(url: URL, form: URLSearchParams | undefined): Promise<Landing | URL> {
    const cookie = await cookies.getCookieString(url.href);
    const headers = { Accept: 'text/html', 'User-Agent': 'volee-doctor', ...(cookie !== '' && { Cookie: cookie }) };
    return exchange(url, { ...options, headers, form }, async (response) => {
      for (const line of response.headers['set-cookie'] ?? []) {
        await cookies.setCookie(line, url.href, { ignoreError: true });
      }
      const { statusCode: status = 0, headers } = response;
      if (status >= 300 && status < 400 && URL.canParse(headers.location ?? '', url)) {
        response.destroy();
        return new URL(headers.location ?? '', url);
      }
      return { page: readPage(await boundedText(response), url), status };
    });
  }

  return {
    async go(first, form) {
      let url = first;
      for (let count = 0; count <= MOST_REDIRECTS; count += 1) {
        if (isCallback(url)) return { back: true, ticket: url.searchParams.get('ticket') ?? undefined };
        if (url.origin !== origin) throw elsewhere(origin, url);
        // The next request after a form is a GET, as in a browser, so that the password is sent once (RFC 9110 §15.4.4).
        const landing = await ask(url, count === 0 ? form : undefined);
        if (!(landing instanceof URL)) return landing;
        url = landing;
      }
      throw new UnavailableError(`The SSO at ${origin} sends browsers round in circles.`, { remedy: IN_A_BROWSER });
    },
  };
}

function elsewhere(origin: string, { origin: other }: URL): UnavailableError {
  return new UnavailableError(`The SSO at ${origin} sends browsers on to ${other}, where no test login goes.`, {
    remedy: IN_A_BROWSER,
  });
}

const IN_A_BROWSER = 'Log in once in a browser.';
