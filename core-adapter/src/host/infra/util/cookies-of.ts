// SPDX-License-Identifier: EUPL-1.2
import { parse } from 'cookie';
import type { Request } from 'express';

/** What a browser has kept for this host, by name; of a name that comes twice, the first. */
export function cookiesOf(request: Request): ReadonlyMap<string, string | undefined> {
  return new Map(Object.entries(parse(request.get('Cookie') ?? '')));
}
