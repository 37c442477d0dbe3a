// SPDX-License-Identifier: EUPL-1.2
import type { Request } from 'express';

/** A token as a client sends it. */
export interface ShownToken {
  readonly secret: string;
  /** Sent by clients that only support user name and password, such as WebDAV clients (RFC 7617). */
  readonly login?: string;
}

/** The token in `Authorization`, valid or not; undefined without Bearer (RFC 6750 §2.1) or Basic. */
export function shownToken({ headers }: Pick<Request, 'headers'>): ShownToken | undefined {
  const [, scheme, credentials = ''] = /^(bearer|basic)(?: +(.*))?$/is.exec(headers.authorization?.trim() ?? '') ?? [];
  if (scheme === undefined) return undefined;
  if (scheme.toLowerCase() === 'bearer') return { secret: credentials };
  const text = Buffer.from(credentials, 'base64').toString('utf8');
  // RFC 7617 §2: a user name contains no colon, a password may.
  const colon = text.indexOf(':');
  return { login: text.slice(0, Math.max(0, colon)), secret: text.slice(colon + 1) };
}
