// SPDX-License-Identifier: EUPL-1.2
// Each check is held once by ../../a11y/messages.test.ts.
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { Host } from '@volee/core-adapter/host';
import { TestClock, testFolder } from '@volee/core-adapter/testing';

import { startSampleHost } from '../../a11y/sample-host.js';
import { freePort } from '../../services/free-port.js';
import { startEnvoleBox, type EnvoleBox } from '../start-envole-box.js';
import { expectWeek } from './expect-week.js';
import { beginningOfWeek, fillWeek } from './fill-week.js';

const now = new Date('2026-11-24T08:40:00Z');

describe('the week before a Tuesday', () => {
  const clock = new TestClock();
  let folder: string;
  let url: string;
  let envole: EnvoleBox;
  let host: Host;

  beforeAll(async () => {
    folder = await mkdtemp(join(testFolder(), 'volee-week-'));
    url = `http://127.0.0.1:${await freePort()}`;
    envole = await startEnvoleBox();
    clock.set(beginningOfWeek(now));
    host = await startSampleHost({ folder, url, clock, ...envole }, { hasMessages: true });
    await fillWeek({ host, url, clock, now });
  }, 120_000);

  afterAll(async () => {
    await host?.stop();
    await envole?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test('each school has messages, what pupils wrote waits or was judged, and nothing is left to do', async () => {
    await expectWeek({ host, url, clock, now });
  });
});
