// SPDX-License-Identifier: EUPL-1.2
import { offWeekend } from './off-weekend.js';

test('a day of a weekend becomes the Monday after it', () => {
  const days = ['2026-10-23', '2026-10-24', '2026-10-25', '2026-10-26'];
  expect(days.map(offWeekend)).toEqual(['2026-10-23', '2026-10-26', '2026-10-26', '2026-10-26']);
});
