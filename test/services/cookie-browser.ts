// SPDX-License-Identifier: EUPL-1.2

export interface Seen {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export interface CookieBrowser {
  /** By name. Cookies know no port: those of the host and of the SSO lie side by side, as in a browser. */
  readonly cookies: Map<string, string>;
  /** One request; redirects are not followed. */
  ask(url: string, request?: RequestInit): Promise<Seen>;
  /** Opens an address as if it were typed, and follows redirects to the page at their end. */
  open(url: string): Promise<Seen>;
  /** Sends a form, and follows the redirects. */
  submit(url: string, fields: Readonly<Record<string, string>>): Promise<Seen>;
  /** Every address asked for so far, in order. */
  readonly visited: readonly string[];
}

const MOST_REDIRECTS = 12;

export interface CookieBrowserOptions {
  /** Whether the browser refuses cookies, as some are set to do. */
  readonly refuseCookies?: boolean;
  /** The address that a reverse proxy would name. */
  readonly from?: string;
}

/** A browser without a screen. */
export function cookieBrowser({ refuseCookies = false, from }: CookieBrowserOptions = {}): CookieBrowser {
  const cookies = new Map<string, string>();
  const visited: string[] = [];

  async function ask(url: string, request: RequestInit = {}): Promise<Seen> {
    visited.push(url);
    const headers = new Headers({ Accept: 'text/html', ...(request.headers as Record<string, string> | undefined) });
    if (from !== undefined) headers.set('X-Forwarded-For', from);
    if (cookies.size > 0) headers.set('Cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(url, { ...request, headers, redirect: 'manual' });
    for (const line of refuseCookies ? [] : response.headers.getSetCookie()) keep(cookies, line);
    return { url, status: response.status, headers: response.headers, text: await response.text() };
  }

  async function follow(first: Promise<Seen>): Promise<Seen> {
    let seen = await first;
    for (let count = 0; seen.headers.has('location'); count += 1) {
      if (count === MOST_REDIRECTS) throw new Error(`too many redirects:\n${visited.slice(-count).join('\n')}`);
      seen = await ask(new URL(seen.headers.get('location') ?? '', seen.url).href);
    }
    return seen;
  }

  return {
    cookies,
    visited,
    ask,
    open: (url) => follow(ask(url)),
    submit: (url, fields) =>
      follow(ask(url, { method: 'POST', body: new URLSearchParams(fields), headers: { Origin: new URL(url).origin } })),
  };
}

function keep(cookies: Map<string, string>, line: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
  const isOver =
    /;\s*max-age=0/i.test(line) || new Date(/;\s*expires=([^;]+)/i.exec(line)?.[1] ?? '').getTime() < Date.now();
  if (isOver) cookies.delete(name);
  else cookies.set(name, value);
}
