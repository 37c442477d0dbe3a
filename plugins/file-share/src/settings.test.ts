// SPDX-License-Identifier: EUPL-1.2
import { settingsSchema } from './settings.js';

const maxFileSizeOf = (settings: object): number => settingsSchema.parse(settings).maxFileSize;

test('without settings a file may have 500 MB', () => {
  expect(maxFileSizeOf({})).toBe(500_000_000);
});

test('a size is a number and a unit, in powers of 1,000', () => {
  expect(maxFileSizeOf({ maxFileSize: '800kB' })).toBe(800_000);
  expect(maxFileSizeOf({ maxFileSize: '2GB' })).toBe(2_000_000_000);
});

test('anything else is refused with an example', () => {
  for (const maxFileSize of ['500', '0MB', '1.5GB', '-1MB', '500 MB or so', 500]) {
    expect(settingsSchema.safeParse({ maxFileSize }).success).toBe(false);
  }
  expect(settingsSchema.safeParse({ maxFileSize: '500' }).error?.issues[0]?.message).toContain('500MB');
  expect(settingsSchema.safeParse({ maxSize: '500MB' }).success).toBe(false);
});
