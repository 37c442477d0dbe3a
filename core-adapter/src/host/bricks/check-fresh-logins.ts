// SPDX-License-Identifier: EUPL-1.2
import type { BrickRoute } from '../domain/bricks/brick-route.js';

/**
 * Where a page asks for a fresh login, what its forms do must not be had without one: whoever finds a browser open would send the
 * form and leave the page out.
 * @throws Error when a POST asks for none, though a GET of the same path or the same permission does
 */
export function checkFreshLogins(routes: readonly BrickRoute[]): void {
  const pages = routes.filter(({ method, freshLogin }) => method === 'get' && freshLogin === true);
  for (const { method, path, access, freshLogin } of routes) {
    if (method === 'get' || freshLogin === true) continue;
    const page = pages.find((one) => one.path === path || one.access === access);
    if (!page) continue;
    throw new Error(
      `GET ${page.path} asks for a fresh login and ${method.toUpperCase()} ${path}, which needs the permission "${access}", ` +
        'does not; write "freshLogin: true", or give it another path and a permission of its own',
    );
  }
}
