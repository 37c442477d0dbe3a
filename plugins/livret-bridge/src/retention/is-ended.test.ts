// SPDX-License-Identifier: EUPL-1.2
import { isEnded } from './is-ended.js';

test.each([
  ['CM2', 2025, 2028],
  ['CM1', 2024, 2028],
  ['CE2', 2026, 2028],
  ['CE1', 2025, 2028],
  ['CP', 2024, 2028],
  [null, 2024, 2028],
  ['cm2', 2025, 2028],
])('a bilan of %s of %i goes at the beginning of the school year %i', (level, year, end) => {
  expect([end - 1, end].map((schoolYear) => isEnded({ level, year }, schoolYear))).toEqual([false, true]);
});
