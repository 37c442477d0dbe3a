// SPDX-License-Identifier: EUPL-1.2

/** Options of `/login` besides the service (CAS 3.0 §2.1.1). The specification forbids renew together with gateway. */
export interface LoginQuery {
  readonly kind?: 'renew' | 'gateway' | undefined;
  /** The server returns the ticket by a posted form instead of in the URL. */
  readonly byPost?: boolean;
}

/** The parameters of a validation endpoint (CAS 3.0 §2.5.1). */
export interface ValidationQuery {
  readonly service: string;
  readonly ticket: string;
  /** Accepts the ticket only if the user has just entered their password. */
  readonly renew?: boolean | undefined;
  /** The callback URL for the proxy-granting ticket. */
  readonly pgtUrl?: string | undefined;
  readonly format?: 'xml' | 'json' | undefined;
}

/** The endpoints of a CAS server (CAS 3.0 §2). */
export interface CasServer {
  readonly baseUrl: string;
  /** Scheme, host and port. */
  readonly origin: string;
  loginUrl(service: string, query?: LoginQuery): string;
  logoutUrl(returnTo: string): string;
  /** @param path of the validation endpoint, below the base: `/serviceValidate` */
  validateUrl(path: string, query: ValidationQuery): URL;
  /** The URL that issues a proxy ticket for another service (CAS 3.0 §2.7). */
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
      // XML is the default when the format is omitted (CAS 3.0 §2.5.1); older servers do not know the parameter.
      address(path, { service, ticket, renew: renew && 'true', pgtUrl, format: format === 'json' && 'JSON' }),
    proxyUrl: (pgt, targetService) => address('/proxy', { pgt, targetService }),
  };
}
