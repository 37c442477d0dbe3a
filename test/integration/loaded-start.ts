// SPDX-License-Identifier: EUPL-1.2
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { program, runProgram } from '../e2e/volee-command.js';
import { samplePeople, startEnvoleBox } from '../envole-box/index.js';
import { freePort } from '../services/free-port.js';
import { ldapSettings, writeCliSettings } from './cli-settings.js';
import { cookieBrowser } from '../services/cookie-browser.js';

/** The interval between two tries of a login, in milliseconds: each try takes some of the host's processor time. */
const AGAIN = 500;

export interface StartOptions {
  /** The time that one of the bricks takes to be imported, in seconds. */
  readonly slowFor: number;
  /** The maximum time until a login works, in milliseconds. */
  readonly within: number;
}

/** A Volée that starts on a busy machine, with a brick that is slow to import and one that never loads. */
export interface LoadedStart {
  /** Starts `volee serve`. @returns seconds until a user was logged in @throws Error when it takes too long */
  serve(): Promise<number>;
  /** The bricks of `/health/ready`. */
  bricks(): Promise<{ readonly ready: number; readonly failed: readonly string[] }>;
  /** Sends SIGTERM. @returns the exit code */
  end(): Promise<number | null>;
  stop(): Promise<void>;
}

export async function prepareLoadedStart({ slowFor, within }: StartOptions): Promise<LoadedStart> {
  const envole = await startEnvoleBox();
  const url = `http://127.0.0.1:${await freePort()}`;
  const own = { '@volee/file-share': {}, '@volee/messaging': {}, '@volee/livret-bridge': {} };
  const { file, folder } = writeCliSettings(
    {
      ...{ './never': {}, './slow': {} },
      ...own,
      '@volee/ldap-sync': ldapSettings(envole.directory),
      '@volee/cas-bridge': { baseUrl: envole.cas.url },
    },
    { server: { publicUrl: url, listen: new URL(url).host } },
  );
  // The commands that prepare the host need not wait for these two.
  writeBrick(folder, 'never', 'export default undefined;\n');
  writeBrick(folder, 'slow', 'export default undefined;\n');
  await runProgram(file, 'db', 'migrate');
  await runProgram(file, 'sync', 'run');
  writeBrick(folder, 'never', 'await new Promise(() => undefined);\n');
  writeBrick(folder, 'slow', slowBrick(slowFor));
  let served: ChildProcess | undefined;
  const end = async (): Promise<number | null> => {
    if (!served || served.exitCode !== null || served.signalCode !== null) return served?.exitCode ?? null;
    served.kill('SIGTERM');
    const [code] = (await once(served, 'exit')) as [number | null];
    return code;
  };
  return {
    async serve() {
      const log = openSync(join(folder, 'volee.log'), 'a');
      const begun = Date.now();
      served = spawn(process.execPath, [program, '--config', file, 'serve'], { stdio: ['ignore', log, log] });
      while (!(await canLogIn(url, envole.cas).catch(() => false))) {
        if (Date.now() - begun > within) throw new Error(`Nobody could log in for ${within / 1_000} s.`);
        await delay(AGAIN);
      }
      return (Date.now() - begun) / 1_000;
    },
    async bricks() {
      const { bricks } = (await (await fetch(`${url}/health/ready`)).json()) as { bricks: never };
      return bricks;
    },
    end,
    async stop() {
      await end();
      await envole.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Processes that burn the processor, until they are stopped. */
export function burnProcessor(processes: number): { stop(): void } {
  const burning = Array.from({ length: processes }, () =>
    spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }),
  );
  return { stop: () => burning.forEach((one) => one.kill('SIGKILL')) };
}

async function canLogIn(url: string, cas: Awaited<ReturnType<typeof startEnvoleBox>>['cas']): Promise<boolean> {
  const browser = cookieBrowser();
  const { status } = await browser.ask(`${url}/login`);
  if (status !== 303) return false;
  const callback = `${url}/cas/callback`;
  await browser.ask(`${callback}?ticket=${cas.issueTicket(samplePeople[0]?.login ?? '', callback)}`);
  return (await browser.ask(`${url}/api/v1/me`)).status === 200;
}

function writeBrick(folder: string, name: string, module: string): void {
  const place = join(folder, name);
  const described = { name, version: '1.0.0', type: 'module', exports: './index.js', volee: { kind: 'feature' } };
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'package.json'), JSON.stringify(described));
  writeFileSync(join(place, 'index.js'), module);
}

function slowBrick(seconds: number): string {
  return `import { defineBrick } from '@volee/core-adapter';
import { z } from 'zod';
await new Promise((resolve) => setTimeout(resolve, ${seconds * 1_000}));
const texts = { title: 'Lente', summary: 'Vient plus tard' };
const permissions = { read: { profiles: ['teacher'] } };
const manifest = { id: 'slow', version: '1.0.0', adapter: '^0.2.0', kind: 'feature', permissions };
export default defineBrick(
  { ...manifest, settings: z.strictObject({}), locales: { fr: texts, en: texts } },
  () => undefined,
);
`;
}
