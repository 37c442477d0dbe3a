// SPDX-License-Identifier: EUPL-1.2

export interface PortalVisitor {
  /** Fills in the login form for a service. Gives the ticket, or `undefined` when the password is refused. */
  login(service: string, user: string, password: string): Promise<string | undefined>;
  /** Leaves, and loads the images of the page that follows, as a browser does: they trigger the single logout. */
  logout(service: string): Promise<void>;
}

/** Somebody who uses a LemonLDAP::NG portal without a browser; keeps cookies from one call to the next. */
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
      // Base64 of the address to return to; it is absent when there is a session already.
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
