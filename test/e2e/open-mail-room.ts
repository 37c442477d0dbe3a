// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Host } from '@volee/core-adapter/host';
import { TestClock } from '@volee/core-adapter/testing';

import { startHostBefore } from '../a11y/sample-host.js';
import { launchChromium, type Stoppable } from '../services/index.js';
import { freePort } from '../services/free-port.js';
import type { Stack, StackPlace } from './stack.js';
import { newVisitor, type Visitor } from './visitor.js';

/** A host with messages on in each sample school, before any stack. Its clock only moves when it is set, and its jobs when they are run. */
export interface MailRoom extends Stoppable {
  readonly host: Host;
  readonly clock: TestClock;
  /** A user with a new browser, logged in at the SSO. */
  visitor(login: string): Promise<Visitor>;
  personId(login: string): Promise<string>;
  /** Sends a form as a program with a token of a person. @returns the status */
  sendByProgram(login: string, path: string, form: Record<string, string>): Promise<number>;
}

export interface MailRoomOptions {
  readonly startStack: (place: StackPlace) => Promise<Stack>;
  readonly javaScriptEnabled: boolean;
  readonly now: Date;
}

export async function openMailRoom({ startStack, javaScriptEnabled, now }: MailRoomOptions): Promise<MailRoom> {
  const folder = await mkdtemp(join(tmpdir(), 'volee-mail-'));
  const url = `http://127.0.0.1:${await freePort()}`;
  const [stack, browser] = await Promise.all([startStack({ folder, publicUrl: url }), launchChromium()]);
  const clock = new TestClock(now);
  const host = await startHostBefore(stack, { folder, url, clock }, { hasMessages: true });
  const personId = async (login: string): Promise<string> => {
    const person = await host.directory.personByLogin('ldap', login);
    if (!person) throw new Error(`The sample has nobody called ${login}.`);
    return person.id;
  };
  return {
    host,
    clock,
    async visitor(login) {
      const visitor = await newVisitor(browser, url, stack, { javaScriptEnabled });
      await visitor.logIn(login);
      return visitor;
    },
    personId,
    async sendByProgram(login, path, form) {
      const access = { name: 'program', brickIds: ['messaging'], endsAt: null };
      const { secret } = await host.tokens.create(await personId(login), access, 'cli');
      const headers = { authorization: `Bearer ${secret}` };
      return (await fetch(url + path, { method: 'POST', headers, body: new URLSearchParams(form) })).status;
    },
    async stop() {
      await browser.close();
      await host.stop();
      await stack.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
