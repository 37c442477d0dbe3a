// SPDX-License-Identifier: EUPL-1.2
import { fileSize } from './setting-types.js';

test.each([
  ['800kB', 800_000],
  ['20 MB', 20_000_000],
  ['500MB', 500_000_000],
  ['2GB', 2_000_000_000],
  ['999999TB', 999_999_000_000_000_000],
])('a size of %s has %d bytes', (written, bytes) => {
  expect(fileSize.parse(written)).toBe(bytes);
});

test.each([
  '',
  '500',
  '0MB',
  '05MB',
  '1.5GB',
  '1,5GB',
  '-1MB',
  '20  MB',
  '20MB ',
  '20mb',
  '20Mo',
  '1000000MB',
  '500 MB or so',
  500,
  null,
])('the size %j is refused with one sentence', (written) => {
  const { error } = fileSize.safeParse(written);
  expect(error?.issues.map(({ message }) => message)).toEqual(['write a number and a unit: 800kB, 500MB, 2GB or 1TB']);
});
