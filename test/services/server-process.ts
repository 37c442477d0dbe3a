// SPDX-License-Identifier: EUPL-1.2
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { findBinary } from './find-binary.js';
import { freePort } from './free-port.js';
import type { Stoppable } from './in-own-folder.js';
import { waitUntil } from './wait-until.js';

export interface ServerCommand {
  readonly name: string;
  /** Receives `<name>.log`. */
  readonly folder: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly environment?: NodeJS.ProcessEnv;
  /** Called until it returns true; an exception means "not yet". */
  readonly ready: () => Promise<boolean>;
}

export interface ServerProcess extends Stoppable {
  readonly port: number;
  readonly pid: number;
}

const attempts = 3;
const deadline = 20_000;

/**
 * Starts a server in the foreground on a free port and resolves once it is ready; `stop` sends SIGTERM, then SIGKILL.
 * A port may be lost between its choice and its use: then another one is tried.
 * @throws Error with the end of the server's own log
 */
export async function startServer(
  commandOn: (port: number) => ServerCommand | Promise<ServerCommand>,
): Promise<ServerProcess> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const command = await commandOn(port);
    const child = launch(command);
    try {
      await untilReady(command, child);
      return { port, pid: child.pid ?? NaN, stop: () => stop(child) };
    } catch (error) {
      await stop(child);
      if (attempt === attempts || !portWasTaken(command)) throw error;
    }
  }
}

function launch({ name, folder, command, args, environment }: ServerCommand): ChildProcess {
  const log = openSync(join(folder, `${name}.log`), 'a');
  try {
    // With `detached`, Ctrl-C of the terminal does not reach the server: this process then stops its servers in order.
    const [program, ...rest] = [...dyingWithUs(), command, ...args];
    const child = spawn(program ?? command, rest, {
      cwd: folder,
      detached: true,
      env: environment ?? process.env,
      stdio: ['ignore', log, log],
    });
    child.unref();
    return child;
  } finally {
    closeSync(log);
  }
}

/** Linux sends SIGTERM to the server when this process is gone, even killed: prctl(2), PR_SET_PDEATHSIG. */
function dyingWithUs(): string[] {
  const setpriv = findBinary('setpriv');
  return setpriv ? [setpriv, '--pdeathsig', 'TERM', '--'] : [];
}

async function untilReady(command: ServerCommand, child: ChildProcess): Promise<void> {
  const { name, ready } = command;
  let failure: Error | undefined;
  child.once('error', (error) => (failure = error));
  const isOver = (): boolean => hasEnded(child) || failure !== undefined;
  try {
    await waitUntil('it does not answer', async () => isOver() || (await ready()), deadline);
  } catch (error) {
    throw new Error(`${name}: no answer\n${endOfLog(command)}`, { cause: error });
  }
  if (isOver()) throw new Error(`${name} ended at once\n${endOfLog(command)}`, { cause: failure });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || hasEnded(child)) return;
  const ended = once(child, 'exit');
  child.ref();
  child.kill('SIGTERM');
  const kill = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(kill);
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

function portWasTaken(command: ServerCommand): boolean {
  return /address already in use/i.test(logOf(command));
}

function endOfLog(command: ServerCommand): string {
  return logOf(command).trim().split('\n').slice(-15).join('\n');
}

function logOf({ folder, name }: ServerCommand): string {
  return readFileSync(join(folder, `${name}.log`), 'utf8');
}
