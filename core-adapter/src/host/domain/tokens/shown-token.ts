// SPDX-License-Identifier: EUPL-1.2
import type { Request } from 'express';

/** A secret as a program shows it. */
export interface ShownToken {
  readonly secret: string;
  /** Shown with it, by programs that know only names and passwords, such as WebDAV clients (RFC 7617). */
  readonly login?: string;
}

/** What stands in `Authorization`, good or not; undefined when there is neither Bearer (RFC 6750 §2.1) nor Basic. */
export function shownToken({ headers }: Pick<Request, 'headers'>): ShownToken | undefined {
  const [, scheme, credentials = ''] = /^(bearer|basic)(?: +(.*))?$/is.exec(headers.authorization?.trim() ?? '') ?? [];
  if (scheme === undefined) return undefined;
  if (scheme.toLowerCase() === 'bearer') return { secret: credentials };
  const text = Buffer.from(credentials, 'base64').toString('utf8');
  // RFC 7617 §2: a name has no colon, a password may.
  const colon = text.indexOf(':');
  return { login: text.slice(0, Math.max(0, colon)), secret: text.slice(colon + 1) };
}
