// SPDX-License-Identifier: EUPL-1.2
// Each check is held once by ../../core-adapter/src/cli/serve-host.test.ts. This test burns the processor, from which all other tests
// suffer.
import { waitUntil } from '../services/index.js';
import { burnProcessor, prepareLoadedStart } from './loaded-start.js';

test('P11: "serve" beside 20 processes that burn the processor, with a slow brick and one that never comes: a login works', async () => {
  // The bench "start" measures two minutes; a machine with other tests on it is given more. The brick takes longer than a host waits
  // once the login brick is there.
  const start = await prepareLoadedStart({ slowFor: 12, within: 240_000 });
  const burning = burnProcessor(20);
  try {
    await start.serve();
    expect((await start.bricks()).failed).toContain('never');
    burning.stop();
    await waitUntil('the slow brick has come', async () => (await start.bricks()).ready === 6, 60_000);
    expect(await start.bricks()).toMatchObject({ failed: ['never'] });
    expect(await start.end()).toBe(0);
  } finally {
    burning.stop();
    await start.stop();
  }
}, 400_000);
