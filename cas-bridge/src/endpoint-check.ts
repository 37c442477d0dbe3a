// SPDX-License-Identifier: EUPL-1.2
import type { Check, Finding } from '@volee/core-adapter';

import type { CasServer } from './protocol/cas-server.js';
import type { TextAnswer } from './transport/fetch-text.js';
import { PROTOCOLS } from './validation/protocols.js';
import type { Flavour } from './settings.js';

export interface EndpointCheckOptions {
  readonly server: CasServer;
  readonly service: string;
  readonly flavour: Flavour;
  readonly get: (url: URL) => Promise<TextAnswer>;
}

/** Checks that the three addresses of a CAS server that are used exist (CAS 3.0 §2), without anybody's ticket or session. */
export function endpointCheck(options: EndpointCheckOptions): Check {
  return { name: 'endpoints', run: () => checkEndpoints(options) };
}

async function checkEndpoints({ server, service, flavour, get }: EndpointCheckOptions): Promise<Finding[]> {
  const { baseUrl } = server;
  const paths = PROTOCOLS[flavour].map(({ path }) => path);
  const statusOf = async (address: string): Promise<number> => (await get(new URL(address))).status;
  try {
    const [login, logout, validation] = [
      await statusOf(server.loginUrl(service)),
      await statusOf(server.logoutUrl(service)),
      await firstThere(paths, (path) => statusOf(`${baseUrl}${path}`)),
    ];
    const faults = [
      ...faultOf(baseUrl, '/login', login, 'nobody can log in'),
      ...faultOf(baseUrl, '/logout', logout, 'a logout does not end the SSO session'),
      ...(validation === undefined ? [missing(baseUrl, paths.join(' nor '), 'no ticket can be validated')] : []),
    ];
    if (faults.length > 0) return faults;
    return [{ state: 'good', sentence: `The SSO at ${baseUrl} answers at /login, ${validation} and /logout.` }];
  } catch {
    // The check of the protocol reports that the server cannot be asked.
    return [];
  }
}

async function firstThere(
  paths: readonly string[],
  statusOf: (path: string) => Promise<number>,
): Promise<string | undefined> {
  for (const path of paths) if ((await statusOf(path)) !== 404) return path;
  return undefined;
}

function faultOf(baseUrl: string, path: string, status: number, consequence: string): Finding[] {
  if (status === 404) return [missing(baseUrl, path, consequence)];
  if (status !== 403 && status < 500) return [];
  return [
    {
      state: 'warn',
      sentence: `The SSO at ${baseUrl} answers at ${path} with status ${status}.`,
      remedy: 'Check that Volée is registered there, and check its log.',
    },
  ];
}

function missing(baseUrl: string, path: string, consequence: string): Finding {
  return {
    state: 'bad',
    sentence: `The SSO at ${baseUrl} has no ${path}: ${consequence}.`,
    remedy: 'Check baseUrl (the address before /login) and flavour.',
  };
}
