// SPDX-License-Identifier: EUPL-1.2
import { PagedSearches } from './paged-searches.js';

const found = { entries: ['a', 'b', 'c'].map((dn) => ({ dn, attributes: {} })), limited: true };

test('the size limit is told on the last page alone (L5)', () => {
  const searches = new PagedSearches();
  const first = searches.begin(found, 2);
  expect({ limited: first.limited, more: first.cookie.length > 0 }).toEqual({ limited: false, more: true });
  expect(searches.resume({ size: 2, cookie: first.cookie })).toEqual({
    entries: [{ dn: 'c', attributes: {} }],
    limited: true,
    cookie: Buffer.alloc(0),
  });
});

test('a last page that is full has no empty one behind it', () => {
  expect(new PagedSearches().begin(found, 3)).toEqual({ ...found, cookie: Buffer.alloc(0) });
});

test('a cookie works once, and on its own connection', () => {
  const searches = new PagedSearches();
  const { cookie } = searches.begin(found, 1);
  expect(new PagedSearches().resume({ size: 1, cookie })).toBeUndefined();
  expect(searches.resume({ size: 1, cookie })?.entries).toHaveLength(1);
  expect(searches.resume({ size: 1, cookie })).toBeUndefined();
});

test('a size of 0 gives the search up (RFC 2696 §3)', () => {
  const searches = new PagedSearches();
  const { cookie } = searches.begin(found, 1);
  expect(searches.resume({ size: 0, cookie })?.entries).toEqual([]);
  expect(searches.resume({ size: 1, cookie })).toBeUndefined();
});
