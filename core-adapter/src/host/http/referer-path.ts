// SPDX-License-Identifier: EUPL-1.2
import type { Request } from 'express';

/** The page that a form was sent from, if it is on this site. Not compared with `Host`, which a proxy may change. */
export function refererPath(request: Request, publicUrl: URL): string | undefined {
  const referer = request.get('Referer');
  if (referer === undefined || !URL.canParse(referer)) return undefined;
  const { origin, pathname, search } = new URL(referer);
  return origin === publicUrl.origin ? pathname + search : undefined;
}
