// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { SettingsError } from '../host/infra/util/settings-error.js';
import type { Log } from '../api/log.js';
import { Schedules } from './schedules.js';

const EVERY_SECOND = '* * * * * *';

test('stop interrupts the running work and waits for its end', async () => {
  const reported: string[] = [];
  const line = (_fields: object, sentence: string): void => void reported.push(sentence);
  const log: Log = { debug: line, info: line, warn: line, error: line };
  const schedules = new Schedules(log);
  await new Promise<void>((begun) => {
    schedules.add('the sync of dole', EVERY_SECOND, async (signal) => {
      begun();
      await once(signal, 'abort');
      reported.push('interrupted');
      throw new Error('on purpose');
    });
  });
  await schedules.stop();
  expect(reported).toEqual(['interrupted', 'the sync of dole failed']);
});

test('an invalid pattern is a problem of the settings', async () => {
  const line = (): void => undefined;
  const schedules = new Schedules({ debug: line, info: line, warn: line, error: line });
  const work = (): Promise<void> => Promise.resolve();
  expect(() => schedules.add('the sync of dole', 'every day at four', work)).toThrow(SettingsError);
  expect(() => schedules.add('the sync of jura', '0 99 * * *', work)).toThrow(
    /^the sync of jura: "0 99 \* \* \*" is not a cron pattern/,
  );
  await schedules.stop();
});
