// SPDX-License-Identifier: EUPL-1.2
// Each check is held once by ../../a11y/livret.test.ts.
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { Host } from '@volee/core-adapter/host';
import { TestClock, testFolder } from '@volee/core-adapter/testing';

import { startSampleHost } from '../../a11y/sample-host.js';
import { freePort } from '../../services/free-port.js';
import { startEnvoleBox, type EnvoleBox } from '../start-envole-box.js';
import { expectTwoYears } from './expect-livret.js';
import { beginningOfLastYear, beginningOfThisYear, fillLastYear, fillThisYear, readNewYear } from './fill-livret.js';

const now = new Date('2026-11-24T08:40:00Z');

describe('two years of livrets', () => {
  const clock = new TestClock();
  let folder: string;
  let url: string;
  let envole: EnvoleBox;
  let host: Host;

  beforeAll(async () => {
    folder = await mkdtemp(join(testFolder(), 'volee-livret-'));
    url = `http://127.0.0.1:${await freePort()}`;
    envole = await startEnvoleBox();
    clock.set(beginningOfLastYear(now));
    host = await startSampleHost({ folder, url, clock, ...envole }, { hasLivret: true });
    await fillLastYear({ host, url, clock, now });
    clock.set(beginningOfThisYear(now));
    await readNewYear(host);
    await host.jobs.runDue();
    await fillThisYear({ host, url, clock, now }, now);
  }, 180_000);

  afterAll(async () => {
    await host?.stop();
    await envole?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test('a pupil of 6e has the three bilans of CM2, a class is being written and another one waits for the visa', async () => {
    await expectTwoYears({ host, url });
  });
});
