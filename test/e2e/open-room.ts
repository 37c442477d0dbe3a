// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { Host } from '@volee/core-adapter/host';
import { TestClock, testFolder } from '@volee/core-adapter/testing';
import type { Browser } from 'playwright-core';

import { startHostBefore, type SampleHostOptions } from '../a11y/sample-host.js';
import { launchChromium, type Stoppable } from '../services/index.js';
import { freePort } from '../services/free-port.js';
import type { Stack, StackPlace } from './stack.js';
import { newVisitor, type Visitor, type VisitorOptions } from './visitor.js';

/** A host in front of any stack. Its clock only moves when it is set, and its jobs when they are run. */
export interface Room extends Stoppable {
  readonly host: Host;
  readonly clock: TestClock;
  readonly stack: Stack;
  readonly url: string;
  /** A user with a new browser, logged in at the SSO. */
  visitor(login: string, options?: VisitorOptions): Promise<Visitor>;
  personId(login: string): Promise<string>;
}

export interface RoomOptions {
  readonly startStack: (place: StackPlace) => Promise<Stack>;
  readonly javaScriptEnabled: boolean;
  readonly now: Date;
  /** Defaults to the browser of the tests. */
  readonly launch?: () => Promise<Browser>;
}

export async function openRoom(
  { startStack, javaScriptEnabled, now, launch = launchChromium }: RoomOptions,
  options: SampleHostOptions,
): Promise<Room> {
  const folder = await mkdtemp(join(testFolder(), 'volee-room-'));
  const url = `http://127.0.0.1:${await freePort()}`;
  const [stack, browser] = await Promise.all([startStack({ folder, publicUrl: url }), launch()]);
  const clock = new TestClock(now);
  const host = await startHostBefore(stack, { folder, url, clock }, options);
  return {
    ...{ host, clock, stack, url },
    async visitor(login, visitorOptions) {
      const visitor = await newVisitor(browser, url, stack, { javaScriptEnabled, ...visitorOptions });
      await visitor.signIn(login);
      return visitor;
    },
    async personId(login) {
      const person = await host.directory.personByLogin('ldap', login);
      if (!person) throw new Error(`The sample has nobody called ${login}.`);
      return person.id;
    },
    async stop() {
      await browser.close();
      await host.stop();
      await stack.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
