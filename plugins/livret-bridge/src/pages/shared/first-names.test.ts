// SPDX-License-Identifier: EUPL-1.2
import { firstNames } from './first-names.js';

const reader = {
  t: (_key: string, { names, count }: { names: string; count: number }) => `${names} et ${String(count)} autres`,
  format: { list: (names: readonly string[]) => names.join(' + ') },
} as unknown as Parameters<typeof firstNames>[1];

test('four names stand in full, and of five the first three with the number of the others', () => {
  expect(firstNames(['Aya', 'Noé', 'Tom', 'Zoé'], reader)).toBe('Aya + Noé + Tom + Zoé');
  expect(firstNames(['Aya', 'Inès', 'Noé', 'Tom', 'Zoé'], reader)).toBe('Aya, Inès, Noé et 2 autres');
});
