// SPDX-License-Identifier: EUPL-1.2
import { isLogin, type Accepted } from '../validation/validation-result.js';

/**
 * The login that an accepted ticket names.
 * @param match `user`, or the attribute that holds the login
 * @returns undefined when there is no single one
 */
export function loginOf({ user, attributes }: Accepted, match: string): string | undefined {
  if (match === 'user') return user;
  const [login, ...others] = attributes.get(match) ?? [];
  return login !== undefined && others.length === 0 && isLogin(login) ? login : undefined;
}
