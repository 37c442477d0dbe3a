// SPDX-License-Identifier: EUPL-1.2
import type { CookieOptions } from 'express';

export interface HostCookie {
  readonly name: string;
  readonly options: CookieOptions & { readonly path: string };
}

/**
 * A cookie that opens doors. Over HTTPS its name says that this very host set it (`__Host-`, RFC 6265bis §4.1.3.2): a neighbour below the
 * same domain could else plant one of his own, which nothing here can remove.
 */
export function hostCookie(name: string, publicUrl: URL): HostCookie {
  const secure = publicUrl.protocol === 'https:';
  const options = { httpOnly: true, sameSite: 'lax', secure, path: '/' } as const;
  return { name: secure ? `__Host-${name}` : name, options };
}

/** Holds the id of a session. */
export function sessionCookie(publicUrl: URL): HostCookie {
  return hostCookie('volee_session', publicUrl);
}
