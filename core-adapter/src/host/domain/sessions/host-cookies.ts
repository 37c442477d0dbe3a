// SPDX-License-Identifier: EUPL-1.2
import type { CookieOptions } from 'express';

export interface HostCookie {
  readonly name: string;
  readonly options: CookieOptions & { readonly path: string };
}

/**
 * A security-relevant cookie. Over HTTPS its `__Host-` prefix proves that this host set it (RFC 6265bis §4.1.3.2): otherwise a sibling host
 * of the same domain could set one that this host cannot remove.
 */
export function hostCookie(name: string, publicUrl: URL): HostCookie {
  const secure = publicUrl.protocol === 'https:';
  const options = { httpOnly: true, sameSite: 'lax', secure, path: '/' } as const;
  return { name: secure ? `__Host-${name}` : name, options };
}

/** The cookie that holds the session id. */
export function sessionCookie(publicUrl: URL): HostCookie {
  return hostCookie('volee_session', publicUrl);
}
