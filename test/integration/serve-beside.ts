// SPDX-License-Identifier: EUPL-1.2
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';

import type { TestHost } from '@volee/core-adapter/testing';

import { program } from '../e2e/volee-command.js';
import { freePort } from '../services/free-port.js';
import { waitUntil } from '../services/index.js';
import { writeCliSettings } from './cli-settings.js';

const STARTS_WITHIN = 60_000;

/** A `volee serve` on the database and the folder of a test host, to be killed. */
export interface ServedBeside {
  readonly url: string;
  /** The settings of the command line. */
  readonly settingsFile: string;
  /** Starts the server and waits until it answers. */
  serve(): Promise<void>;
  /** Sends SIGKILL and waits for the end. */
  kill(): Promise<void>;
  /** Kills the server, and removes its settings. */
  stop(): Promise<void>;
}

/** @param bricks by name of their package, with their settings */
export async function serveBeside({ host }: TestHost, bricks: Readonly<Record<string, object>>): Promise<ServedBeside> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { database, session, storage } = host.settings;
  const { file, folder } = writeCliSettings(bricks, {
    server: { publicUrl: url, listen: `127.0.0.1:${port}` },
    database: { url: database.url },
    session: { secret: session.secret },
    storage,
  });
  let served: ChildProcess | undefined;
  const kill = async (): Promise<void> => {
    if (!served || served.signalCode !== null || served.exitCode !== null) return;
    const ended = once(served, 'exit');
    served.kill('SIGKILL');
    await ended;
  };
  return {
    ...{ url, settingsFile: file, kill },
    async serve() {
      served = spawn(process.execPath, [program, '--config', file, 'serve'], { stdio: 'ignore' });
      await waitUntil('the process answers', async () => (await fetch(`${url}/health/ready`)).ok, STARTS_WITHIN);
    },
    async stop() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
