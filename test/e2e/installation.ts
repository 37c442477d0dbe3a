// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { testFolder } from '@volee/core-adapter/testing';

import type { Browser } from 'playwright-core';

import { launchChromium, type Stoppable } from '../services/index.js';
import { freePort } from '../services/free-port.js';
import type { Stack, StackPlace } from './stack.js';
import { newVisitor, type Visitor, type VisitorOptions } from './visitor.js';
import { runVolee, serveVolee, type CommandAnswer } from './volee-command.js';

/** A Volée being installed for a stack, and the browsers of its users. */
export interface Installation extends Stoppable {
  readonly stack: Stack;
  /** Runs a command with the settings of this installation. */
  volee(...words: string[]): Promise<CommandAnswer>;
  /** Starts the host, once the command line has prepared everything. */
  serve(): Promise<void>;
  /** A user with a new browser, not yet logged in. */
  visitor(options?: VisitorOptions): Promise<Visitor>;
}

export async function openInstallation(startStack: (place: StackPlace) => Promise<Stack>): Promise<Installation> {
  const folder = await mkdtemp(join(testFolder(), 'volee-e2e-'));
  const publicUrl = `http://127.0.0.1:${await freePort()}`;
  const [stack, browser] = await Promise.all([startStack({ folder, publicUrl }), launchChromium()]);
  const settingsFile = await writeSettings(folder, publicUrl, stack);
  let host: Stoppable | undefined;
  return {
    stack,
    volee: (...words) => runVolee(settingsFile, ...words),
    serve: async () => void (host = await serveVolee(folder, settingsFile, publicUrl)),
    visitor: (options) => newVisitor(browser, publicUrl, stack, options),
    stop: () => closeInstallation(folder, browser, host, stack),
  };
}

async function closeInstallation(
  folder: string,
  browser: Browser,
  ...servers: (Stoppable | undefined)[]
): Promise<void> {
  await browser.close();
  for (const server of servers) await server?.stop();
  await rm(folder, { recursive: true, force: true });
}

/** Writes `volee.yaml` like a system administrator; JSON is also YAML (YAML 1.2.2 §1.2). */
async function writeSettings(folder: string, publicUrl: string, stack: Stack): Promise<string> {
  const file = join(folder, 'volee.yaml');
  const secretFile = join(folder, 'session.key');
  const settings = {
    server: { publicUrl, listen: new URL(publicUrl).host },
    database: { url: stack.databaseUrl },
    session: { secret: `file:${secretFile}` },
    storage: { url: `file:${join(folder, 'files')}` },
    bricks: {
      '@volee/cas-bridge': stack.sso,
      '@volee/ldap-sync': stack.directory,
      '@volee/file-share': { maxFileSize: '5MB' },
    },
  };
  await writeFile(secretFile, randomBytes(32).toString('hex'), { mode: 0o600 });
  await writeFile(file, JSON.stringify(settings, null, 2));
  return file;
}
