// SPDX-License-Identifier: EUPL-1.2
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { createConnection } from 'mysql2/promise';

import { requireBinary } from './find-binary.js';
import { inOwnFolder, type Stoppable } from './in-own-folder.js';
import { startServer } from './server-process.js';

export interface MariadbServer extends Stoppable {
  /** `mysql://root@127.0.0.1:PORT`, no password, no database name. */
  readonly url: string;
  /** The same server by its Unix socket: `mysql://root@localhost/?socket=PATH`. A query takes less time than over TCP. */
  readonly socketUrl: string;
  readonly port: number;
  readonly pid: number;
  /** The path of its Unix socket, for the command-line client: `mariadb --no-defaults -uroot -S SOCKET`. */
  readonly socket: string;
}

export interface MariadbOptions {
  /** Keeps the data there after `stop`, and finds them again; a temporary folder otherwise. */
  readonly folder?: string;
  /** The parent of the temporary folder. */
  readonly parent?: string | undefined;
  /** Options of mariadbd, after ours: the last one wins. Ours give up durability, the data being thrown away. */
  readonly options?: readonly string[];
}

const run = promisify(execFile);

/** In milliseconds. A virtual machine may stand still for longer than the 10 s of mysql2, and a test must not fail for it. */
const CONNECT_TIMEOUT = 60_000;

/**
 * Starts a new MariaDB server. New databases get `utf8mb4` with `utf8mb4_nopad_bin`, as those of an installation do.
 * @throws Error when mariadb-server is not installed or does not start
 */
export function startMariadb({ folder, parent, options = [] }: MariadbOptions = {}): Promise<MariadbServer> {
  const start = async (own: string): Promise<MariadbServer> => {
    await createData(own);
    const socket = join(own, 'mariadb.sock');
    const { port, pid, stop } = await startServer((freePort) => ({
      name: 'mariadb',
      folder: own,
      command: requireBinary('mariadbd'),
      args: [...common(own), `--port=${freePort}`, `--socket=${socket}`, ...settings, ...options],
      ready: () => answers(socket),
    }));
    const socketUrl = `mysql://root@localhost/?socket=${encodeURIComponent(socket)}`;
    return { url: `mysql://root@127.0.0.1:${port}`, socketUrl, port, pid, socket, stop };
  };
  return inOwnFolder('mariadb', folder, start, parent);
}

const settings = [
  '--bind-address=127.0.0.1',
  '--character-set-server=utf8mb4',
  '--collation-server=utf8mb4_nopad_bin',
  '--max-connections=500',
  '--innodb-flush-log-at-trx-commit=0',
  '--innodb-fast-shutdown=2',
];

function common(folder: string): string[] {
  return [
    '--no-defaults',
    `--datadir=${join(folder, 'data')}`,
    `--pid-file=${join(folder, 'mariadb.pid')}`,
    // Two servers at once give their temporary tables the same names.
    `--tmpdir=${folder}`,
    // mariadbd refuses to run as root unless it is told so.
    `--user=${userInfo().username}`,
    // 96 MB by default, written at each creation.
    '--innodb-log-file-size=8M',
    // No fsync: these data need not survive the machine.
    '--debug-no-sync',
  ];
}

async function createData(folder: string): Promise<void> {
  if (existsSync(join(folder, 'data'))) return;
  await run(requireBinary('mariadb-install-db'), [
    ...common(folder),
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
  ]);
}

/** Creates an empty database (letters, digits and `_`) and gives its URL. */
export async function createDatabase({ url }: Pick<MariadbServer, 'url'>, name: string): Promise<string> {
  await execute(url, `CREATE DATABASE ${quoted(name)}`);
  return `${url}/${name}`;
}

/** Drops a database; a missing one is not an error. */
export async function dropDatabase({ url }: Pick<MariadbServer, 'url'>, name: string): Promise<void> {
  await execute(url, `DROP DATABASE IF EXISTS ${quoted(name)}`);
}

async function execute(url: string, statement: string): Promise<void> {
  const connection = await createConnection({ uri: url, connectTimeout: CONNECT_TIMEOUT });
  try {
    await connection.query(statement);
  } finally {
    await connection.end();
  }
}

function quoted(name: string): string {
  if (!/^\w+$/.test(name)) throw new Error(`not a database name: ${name}`);
  return `\`${name}\``;
}

/** Asks through the socket in the server's own folder, which opens after the port: a port could belong to another server. */
async function answers(socketPath: string): Promise<boolean> {
  const connection = await createConnection({ socketPath, user: 'root' });
  await connection.end();
  return true;
}
