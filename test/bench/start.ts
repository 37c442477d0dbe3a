// SPDX-License-Identifier: EUPL-1.2
import { stdout } from 'node:process';
import { burnProcessor, prepareLoadedStart } from '../integration/loaded-start.js';
import { benchOptions } from './shared/bench-options.js';
import { howBusy } from './shared/how-busy.js';

/** Starts `volee serve` again and again on a busy machine, and measures the time until a user is logged in. */
export async function benchStart(words: readonly string[]): Promise<void> {
  const values = benchOptions(words, { starts: '20', burners: '20' });
  const place = await prepareLoadedStart({ slowFor: 30, within: 120_000 });
  const burning = burnProcessor(Number(values.burners));
  const seconds: number[] = [];
  try {
    for (let start = 1; start <= Number(values.starts); start += 1) {
      seconds.push(await place.serve());
      stdout.write(`start ${start}: logged in after ${seconds.at(-1)?.toFixed(1)} s\n`);
      await place.end();
    }
  } finally {
    burning.stop();
    await place.stop();
  }
  seconds.sort((a, b) => a - b);
  const median = seconds[Math.floor(seconds.length / 2)] ?? NaN;
  stdout.write(
    `\nAll ${seconds.length} within 120 s: median ${median.toFixed(1)} s, slowest ${seconds.at(-1)?.toFixed(1)} s.`,
  );
  stdout.write(`${howBusy()}\n`);
}
