// SPDX-License-Identifier: EUPL-1.2
import ldap, { type Client, type SearchEntry, type SearchOptions } from 'ldapjs';

export interface SearchAnswer {
  dns: string[];
  entries: { dn: string; attributes: Record<string, string[]> }[];
  /** Name of the error that ended the search, as ldapjs calls it; empty after a success. */
  error: string;
}

/** The ldapjs client as the tests here use it: promises, and never a thrown socket error. */
export function connect(url: string): Client {
  const client = ldap.createClient({ url });
  client.on('error', () => undefined);
  return client;
}

/** '' when the bind succeeded, else the name of the error. */
export function bind(client: Client, dn: string, password: string): Promise<string> {
  return new Promise((resolve) => client.bind(dn, password, (error) => resolve(error ? error.name : '')));
}

export function search(client: Client, base: string, options: SearchOptions): Promise<SearchAnswer> {
  return new Promise((resolve) => {
    const entries: SearchAnswer['entries'] = [];
    const finish = (error: string): void => resolve({ entries, dns: entries.map(({ dn }) => dn), error });
    client.search(base, options, (sendError, result) => {
      if (sendError) return finish(sendError.name);
      result.on('searchEntry', (entry) => entries.push(plain(entry)));
      result.on('error', (error) => finish(error.name));
      result.on('end', () => finish(''));
    });
  });
}

function plain({ pojo }: SearchEntry): SearchAnswer['entries'][number] {
  return {
    dn: pojo.objectName,
    attributes: Object.fromEntries(pojo.attributes.map(({ type, values }) => [type, values])),
  };
}
