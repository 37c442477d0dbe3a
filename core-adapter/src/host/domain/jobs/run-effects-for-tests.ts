// SPDX-License-Identifier: EUPL-1.2
// A process that runs jobs until it is killed: `node run-effects-for-tests.js INSTANT FOLDER DATABASE-URL…`. It begins when
// it is sent a message, and sends the URL of the database for each run that begins.
import { setImmediate } from 'node:timers/promises';
import { testEntry, testSettings } from '../../../testing/test-settings.js';
import { bootHost, type Host } from '../../app/boot-host.js';
import { createLog } from '../../infra/util/create-log.js';
import { Effect, effectsBrick } from './effects-for-tests.js';

const MOST_RUNS = 80;

const [instant = '', folder = '', ...urls] = process.argv.slice(2);
const ahead = new Date(instant).getTime() - Date.now();

function boot(url: string): Promise<Host> {
  let runs = 0;
  const brick = effectsBrick(async ({ db, complete }, text) => {
    process.send?.(url);
    // Of two databases the faster one waits, so that work is left for the next process.
    if ((runs += 1) > MOST_RUNS) await new Promise(() => undefined);
    await complete(async () => {
      await db.repository(Effect).insert([{ text }]);
      await setImmediate();
      await db.repository(Effect).insert([{ text: `${text}, second row` }]);
    });
  });
  const clock = { now: () => new Date(Date.now() + ahead) };
  const settings = testSettings(url, folder);
  return bootHost({ settings, bricks: [testEntry(brick)], log: createLog('silent'), clock });
}

const hosts = await Promise.all(urls.map(boot));
process.once('message', () => hosts.forEach((host) => host.startJobs()));
process.once('disconnect', () => process.exit());
process.send?.('ready');
