// SPDX-License-Identifier: EUPL-1.2
import type { BrickRoute } from '../domain/bricks/brick-route.js';
import { InputError } from '../../api/errors.js';

/**
 * Forms of a page that requires a fresh login must require it too: otherwise a person at an unattended browser could
 * submit the form without opening the page.
 * @throws InputError when a POST lacks `freshLogin` although a GET with the same path or permission has it
 */
export function checkFreshLogins(routes: readonly BrickRoute[]): void {
  const pages = routes.filter(({ method, freshLogin }) => method === 'get' && freshLogin === true);
  for (const { method, path, access, freshLogin } of routes) {
    if (method === 'get' || freshLogin === true) continue;
    const page = pages.find((one) => one.path === path || one.access === access);
    if (!page) continue;
    throw new InputError(
      `GET ${page.path} asks for a fresh login and ${method.toUpperCase()} ${path}, which needs the permission "${access}", ` +
        'does not',
      { remedy: 'Write "freshLogin: true", or give it another path and a permission of its own.' },
    );
  }
}
