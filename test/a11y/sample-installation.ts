// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { Host } from '@volee/core-adapter/host';
import { TestClock, testFolder } from '@volee/core-adapter/testing';
import type { Browser } from 'playwright-core';

import { sampleCasAccounts, scribeEntries, startCas, startDirectory, type Cas } from '../envole-box/index.js';
import { enterSampleCas, signInAtSampleCas } from '../e2e/embedded-stack.js';
import { STRANGER } from '../e2e/stack.js';
import { newVisitor, type Visitor, type VisitorOptions } from '../e2e/visitor.js';
import { launchChromium, type Stoppable } from '../services/index.js';
import { freePort } from '../services/free-port.js';
import { startSampleHost, type SampleHostOptions } from './sample-host.js';

/** A host in this process with the embedded ENVOLE, and a browser. The clock only moves when it is set. */
export interface SampleInstallation extends Stoppable {
  readonly url: string;
  readonly host: Host;
  readonly clock: TestClock;
  readonly cas: Cas;
  readonly browser: Browser;
  /** A user with a new browser. With a login, the user is logged in, and no page is open yet. */
  visitor(login?: string, options?: VisitorOptions): Promise<Visitor>;
}

export interface SampleInstallationOptions extends SampleHostOptions {
  /** Defaults to a Tuesday morning in November. */
  readonly now?: Date;
  /** Defaults to the browser of the tests. */
  readonly launch?: () => Promise<Browser>;
}

export { MOULIN, TILLEULS, TROIS_RIVIERES } from './sample-host.js';

/** The three sample schools, each with its head; file-share is on in both primary schools, and off in the collège. */
export async function openSampleInstallation(options: SampleInstallationOptions = {}): Promise<SampleInstallation> {
  const folder = await mkdtemp(join(testFolder(), 'volee-a11y-'));
  const url = `http://127.0.0.1:${await freePort()}`;
  const stranger = { ...STRANGER, role: 'Inconnu des écoles', attributes: {} };
  const [directory, cas, browser] = await Promise.all([
    startDirectory({ entries: scribeEntries() }),
    startCas({ accounts: [...sampleCasAccounts(), stranger] }),
    (options.launch ?? launchChromium)(),
  ]);
  const clock = new TestClock(options.now ?? new Date('2026-11-24T08:40:00Z'));
  const host = await startSampleHost({ folder, url, clock, cas, directory }, options);
  return {
    url,
    host,
    clock,
    cas,
    browser,
    async visitor(login, visitorOptions = {}) {
      const visitor = await newVisitor(
        browser,
        url,
        { enter: enterSampleCas, signIn: signInAtSampleCas },
        visitorOptions,
      );
      if (login !== undefined) await visitor.signIn(login);
      return visitor;
    },
    async stop() {
      await browser.close();
      await host.stop();
      await Promise.all([cas.stop(), directory.stop()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
