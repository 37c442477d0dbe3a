// SPDX-License-Identifier: EUPL-1.2

/** What `/login` is asked for beside the service (CAS 3.0 §2.1.1). The specification lets nobody ask for renew and gateway at once. */
export interface LoginQuery {
  readonly kind?: 'renew' | 'gateway' | undefined;
  /** The ticket comes by a form and not in the address. */
  readonly byPost?: boolean;
}

/** What a validation endpoint is asked (CAS 3.0 §2.5.1). */
export interface ValidationQuery {
  readonly service: string;
  readonly ticket: string;
  /** Accepts the ticket only of somebody who has just shown his password. */
  readonly renew?: boolean | undefined;
  /** Where the server hands over a proxy-granting ticket. */
  readonly pgtUrl?: string | undefined;
  readonly format?: 'xml' | 'json' | undefined;
}

/** The addresses of a CAS server (CAS 3.0 §2). */
export interface CasServer {
  readonly baseUrl: string;
  /** Scheme, host and port. */
  readonly origin: string;
  loginUrl(service: string, query?: LoginQuery): string;
  logoutUrl(returnTo: string): string;
  /** @param path of the validation endpoint, below the base: `/serviceValidate` */
  validateUrl(path: string, query: ValidationQuery): URL;
  /** Where a proxy ticket for another service is had (CAS 3.0 §2.7). */
  proxyUrl(pgt: string, targetService: string): URL;
}

/**
 * @param baseUrl without a slash at its end
 * @param logoutParameter `service` in CAS 3.0 §2.3.1; `url` in CAS 2.0 and EoleSSO
 */
export function casServer(baseUrl: string, logoutParameter: 'service' | 'url'): CasServer {
  function address(path: string, query: Record<string, string | false | undefined>): URL {
    const given = Object.entries(query).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
    return new URL(`${baseUrl}${path}?${new URLSearchParams(given).toString()}`);
  }
  return {
    baseUrl,
    origin: new URL(baseUrl).origin,
    loginUrl: (service, { kind, byPost = false } = {}) =>
      address('/login', { service, ...(kind && { [kind]: 'true' }), method: byPost && 'POST' }).href,
    logoutUrl: (returnTo) => address('/logout', { [logoutParameter]: returnTo }).href,
    validateUrl: (path, { service, ticket, renew = false, pgtUrl, format = 'xml' }) =>
      // XML is what every server answers with when it is not asked (§2.5.1); older ones do not know the word.
      address(path, { service, ticket, renew: renew && 'true', pgtUrl, format: format === 'json' && 'JSON' }),
    proxyUrl: (pgt, targetService) => address('/proxy', { pgt, targetService }),
  };
}
