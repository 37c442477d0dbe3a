// SPDX-License-Identifier: EUPL-1.2
import { parseStrictJson } from './strict-json.js';

test.each([
  '{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}',
  '{"a":"a","b":"b"}',
  '{"a":"\\"a\\":1,"}',
  '{"a":["a","a"]}',
  '{"a":{},"b":[],"c":{"a":{}}}',
  '[{"a":1},{"a":2}]',
  '"a"',
  'null',
  '{"a:":1,"a":2}',
  '{"a\\\\":1,"a":2}',
])('%s says no key twice', (text) => {
  expect(parseStrictJson(text)).toEqual(JSON.parse(text));
});

test.each([
  '{"a":1,"a":2}',
  '{"a":1,"a":1}',
  '{"x":{"a":1,"a":2}}',
  '{"a":1,"b":[{"c":1}],"a":2}',
  '{"a":{"b":1},"a":{"b":2}}',
  '{"a" : 1,\n"a"\t:2}',
  '{"user":1,"us\\u0065r":2}',
  '{"a\\"":1,"a\\u0022":2}',
  '[0,{"a":1,"a":2}]',
])('C8: %s says a key twice', (text) => {
  expect(parseStrictJson(text)).toBeUndefined();
});

test.each(['', '{', '{"a":1,}', '<xml/>', '{"a":1}x', "{'a':1}"])('%j is no JSON', (text) => {
  expect(parseStrictJson(text)).toBeUndefined();
});
