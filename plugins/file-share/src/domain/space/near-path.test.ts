// SPDX-License-Identifier: EUPL-1.2
import { nearPath } from './near-path.js';

test('an address is seen from the folder of the page', () => {
  const from = (here: string): string => new URL(nearPath(here, '/files/1'), `https://a.example/brick${here}`).pathname;
  for (const here of ['/own', '/groups/2', '/groups/2/works/new', '/own?order=date']) {
    expect(from(here)).toBe('/brick/files/1');
  }
});
