// SPDX-License-Identifier: EUPL-1.2
import { parse } from 'cookie';
import type { Request } from 'express';

/** The cookies of a request by name; of a repeated name, the first. */
export function cookiesOf(request: Request): ReadonlyMap<string, string | undefined> {
  return new Map(Object.entries(parse(request.get('Cookie') ?? '')));
}
