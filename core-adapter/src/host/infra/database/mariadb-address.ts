// SPDX-License-Identifier: EUPL-1.2

export interface MariadbAddress {
  /** The address without its query, for mysql2. */
  readonly uri: string;
  /** The Unix socket to connect to, instead of host and port. */
  readonly socketPath?: string;
}

/** Reads `mysql://user:password@host:port/name?socket=/path`. A bad query is the business of {@link mariadbQueryProblem}. */
export function mariadbAddress(url: string): MariadbAddress {
  const { uri, query } = splitQuery(url);
  const socketPath = query.get('socket');
  return { uri, ...(socketPath !== null && { socketPath }) };
}

/** The longest path of a Unix socket, in bytes: `sun_path` holds 108 with its final zero (unix(7)). */
const LONGEST_PATH = 107;

/** Tells what is wrong after the `?` of the address of a MariaDB, and what to write; `undefined` where nothing is. */
export function mariadbQueryProblem(url: string): string | undefined {
  const { query } = splitQuery(url);
  const unknown = [...query.keys()].find((name) => name !== 'socket');
  if (unknown !== undefined) return `"${unknown}" is not known after the "?"; ${MEANT}`;
  const paths = query.getAll('socket');
  if (paths.length > 1) return `"socket" is there twice; ${MEANT}`;
  const [path] = paths;
  if (path === undefined) return undefined;
  if (!path.startsWith('/') || path.includes('\0')) return `"socket" is no absolute path; ${MEANT}`;
  if (Buffer.byteLength(path) > LONGEST_PATH) return `"socket" is longer than ${LONGEST_PATH} bytes; shorten the path`;
  return undefined;
}

const MEANT = 'write ?socket=/run/mysqld/mysqld.sock, or nothing';

/** The query begins after the name of the database: a password may hold a `?`. */
function splitQuery(url: string): { uri: string; query: URLSearchParams } {
  const [, uri = url, query = ''] = /^(\w+:\/\/[^/]*\/[^?]*)\?(.*)$/s.exec(url) ?? [];
  // A plus is a plus here, and not a blank as in forms.
  return { uri, query: new URLSearchParams(query.replaceAll('+', '%2B')) };
}
