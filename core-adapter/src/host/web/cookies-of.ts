// SPDX-License-Identifier: EUPL-1.2
import { parse, type Cookies } from 'cookie';
import type { Request } from 'express';

/** What a browser has kept for this host, by name; of a name that comes twice, the first. */
export function cookiesOf(request: Request): Cookies {
  return parse(request.get('Cookie') ?? '');
}
