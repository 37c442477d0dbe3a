// SPDX-License-Identifier: EUPL-1.2
// Each check is held once by ../../a11y/files.test.ts.
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { Host } from '@volee/core-adapter/host';
import { TestClock, testFolder } from '@volee/core-adapter/testing';

import { startSampleHost, TROIS_RIVIERES } from '../../a11y/sample-host.js';
import { freePort } from '../../services/free-port.js';
import { beginningOfLastYear, beginningOfThisYear, readNewYear } from '../livret/fill-livret.js';
import { startEnvoleBox, type EnvoleBox } from '../start-envole-box.js';
import { DRIVE } from './drive-steps.js';
import { expectClass, expectOtherSchools } from './expect-drive.js';
import { fillDrive, fillLastYearsDrive } from './fill-drive.js';

const now = new Date('2026-11-24T08:40:00Z');

describe('folders and works before a Tuesday', () => {
  const clock = new TestClock();
  let folder: string;
  let url: string;
  let envole: EnvoleBox;
  let host: Host;

  beforeAll(async () => {
    folder = await mkdtemp(join(testFolder(), 'volee-drive-'));
    url = `http://127.0.0.1:${await freePort()}`;
    envole = await startEnvoleBox();
    clock.set(beginningOfLastYear(now));
    host = await startSampleHost({ folder, url, clock, ...envole }, { hasLastYear: true });
    await host.activations.enable(TROIS_RIVIERES, DRIVE, 'cli');
    await fillLastYearsDrive({ host, url, clock, now });
    clock.set(beginningOfThisYear(now));
    await readNewYear(host);
    await host.jobs.runDue();
    await fillDrive({ host, url, clock, now });
  }, 180_000);

  afterAll(async () => {
    await host?.stop();
    await envole?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test('a class has folders and a work in each state, and its teacher finds those of last year', async () => {
    expect(clock.now()).toEqual(now);
    await expectClass({ host, url });
  });

  test('the other two schools have folders of their own, and the collège a work', () =>
    expectOtherSchools({ host, url }));
});
