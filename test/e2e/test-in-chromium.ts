// SPDX-License-Identifier: EUPL-1.2
import type { RoomOptions } from './open-room.js';

/**
 * `test` for a part of a story that only Chromium can be driven through. In another browser the test is left out, with one printed line that
 * gives the reason.
 */
export function testInChromium(
  { launch }: Pick<RoomOptions, 'launch'>,
  reason: string,
): (title: string, body: () => Promise<void>) => void {
  if (launch === undefined) return (title, body) => void test(title, body);
  return (title) => {
    process.stderr.write(`left out in this browser: ${title}: ${reason}\n`);
    test.skip(title, () => undefined);
  };
}
