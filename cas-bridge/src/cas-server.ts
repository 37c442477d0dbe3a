// SPDX-License-Identifier: EUPL-1.2

/** The addresses of a CAS server (CAS 3.0 §2). */
export interface CasServer {
  readonly baseUrl: string;
  /** Scheme, host and port. */
  readonly origin: string;
  loginUrl(service: string): string;
  logoutUrl(returnTo: string): string;
  /** @param path of the validation endpoint, below the base: `/serviceValidate` */
  validateUrl(path: string, query: { readonly service: string; readonly ticket: string }): URL;
}

/**
 * @param baseUrl without a slash at its end
 * @param logoutParameter `service` in CAS 3.0 §2.3.1; `url` in CAS 2.0 and EoleSSO
 */
export function casServer(baseUrl: string, logoutParameter: 'service' | 'url'): CasServer {
  const address = (path: string, query: Record<string, string>): URL =>
    new URL(`${baseUrl}${path}?${new URLSearchParams(query).toString()}`);
  return {
    baseUrl,
    origin: new URL(baseUrl).origin,
    loginUrl: (service) => address('/login', { service }).href,
    logoutUrl: (returnTo) => address('/logout', { [logoutParameter]: returnTo }).href,
    validateUrl: (path, { service, ticket }) => address(path, { service, ticket }),
  };
}
