// SPDX-License-Identifier: EUPL-1.2
import type { CasAccount } from './cas-account.js';
import type { CasFlavour } from './cas-flavour.js';
import type { ProxyCallbackRules } from './proxy-callback.js';
import type { LogoutReport } from './single-logout.js';
import type { TicketRegistry } from './ticket-registry.js';
import type { Trouble } from './trouble.js';

/** The state that the routes share; `flavour`, `trouble` and `gate` change while the server runs. */
export interface CasContext {
  accounts: readonly CasAccount[];
  allowedServices: readonly string[] | undefined;
  tickets: TicketRegistry;
  flavour: CasFlavour;
  trouble: Trouble | undefined;
  /** Requests of services are answered once this resolves. */
  gate: (() => Promise<void>) | undefined;
  proxyCallbacks: ProxyCallbackRules;
  logoutReports: LogoutReport[];
  now: () => Date;
}

export interface CasRequest {
  query: URLSearchParams;
  form: URLSearchParams;
  /** Id of the SSO session that the browser's cookie names. */
  sessionId: string | undefined;
}

export interface CasAnswer {
  status: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

export type CasRoute = (context: CasContext, request: CasRequest) => CasAnswer | Promise<CasAnswer>;
