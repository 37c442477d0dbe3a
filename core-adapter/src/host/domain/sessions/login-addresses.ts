// SPDX-License-Identifier: EUPL-1.2
import { createHmac } from 'node:crypto';

export const CALLBACK_PATH = '/cas/callback';
export const GRANT_PATH = '/cas/proxy';

/** The addresses that are sent to the SSO. Built from `server.publicUrl` alone, never from a request (C2). */
export interface LoginAddresses {
  readonly callbackUrl: string;
  /**
   * Its key keeps strangers from posting PGTs (C15); CAS keeps the query of a `pgtUrl` (CAS 3.0 §2.5.4). The key is known to the SSO and to
   * services that validate our proxy tickets, since the URL is in the proxy chain (§2.6.2).
   */
  readonly grantUrl: string;
}

export function loginAddresses(publicUrl: URL, secret: string): LoginAddresses {
  const grantUrl = new URL(GRANT_PATH, publicUrl);
  grantUrl.searchParams.set('key', grantKey(secret));
  return { callbackUrl: new URL(CALLBACK_PATH, publicUrl).href, grantUrl: grantUrl.href };
}

export function grantKey(secret: string): string {
  return createHmac('sha256', secret).update('the key of /cas/proxy').digest('base64url');
}
