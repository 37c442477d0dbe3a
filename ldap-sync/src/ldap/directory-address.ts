// SPDX-License-Identifier: EUPL-1.2
import { isIP } from 'node:net';

export interface DirectoryAddress {
  readonly url: string;
  readonly bindDn: string;
  readonly bindPassword: string;
  readonly startTls: boolean;
  /** PEM text of the trusted authority, instead of the public ones. */
  readonly ca?: string | undefined;
  /** Maximum wait for an answer without any data, in milliseconds. */
  readonly timeout: number;
  readonly pageSize: number;
}

/** Without a server name ldapjs makes StartTLS accept a certificate for "localhost". */
export function tlsOptionsOf({ url, ca }: Pick<DirectoryAddress, 'url' | 'ca'>): object {
  const host = new URL(url).hostname;
  const name = isIP(host) ? {} : { servername: host };
  return { host, ...name, rejectUnauthorized: true, ...(ca === undefined ? {} : { ca }) };
}
