// SPDX-License-Identifier: EUPL-1.2

export interface PortalVisitor {
  /** Fills in the login form for a service. Returns the ticket, or `undefined` when the password is refused. */
  login(service: string, user: string, password: string): Promise<string | undefined>;
  /** Logs out, and loads the images of the next page like a browser: they trigger the single logout. */
  logout(service: string): Promise<void>;
}

/** A client of a LemonLDAP::NG portal without a browser; keeps cookies between calls. */
export function portalVisitor(casUrl: string): PortalVisitor {
  const cookies = new Map<string, string>();

  const visit = async (url: string, form?: URLSearchParams): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const method = form ? { method: 'POST', body: form } : {};
    const answer = await fetch(url, { ...method, redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) keep(cookies, line);
    return answer;
  };

  return {
    login: async (service, user, password) => {
      const address = `${casUrl}/login?${new URLSearchParams({ service })}`;
      const page = await (await visit(address)).text();
      // Base64 of the return URL; absent when a session already exists.
      const url = /name="url" value="([^"]*)"/.exec(page)?.[1] ?? '';
      const answer = await visit(address, new URLSearchParams({ url, user, password }));
      const location = answer.headers.get('location');
      return (location && new URL(location).searchParams.get('ticket')) || undefined;
    },
    logout: async (service) => {
      const page = await (await visit(`${casUrl}/logout?${new URLSearchParams({ service })}`)).text();
      for (const [, address] of page.matchAll(/src="([^"]*\/relayLogout\?[^"]*)"/g)) {
        if (address) await visit(address);
      }
    },
  };
}

function keep(cookies: Map<string, string>, setCookie: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(setCookie) ?? [];
  const expires = /expires=([^;]+)/i.exec(setCookie)?.[1];
  if (expires && Date.parse(expires) < Date.now()) cookies.delete(name);
  else cookies.set(name, value);
}
