// SPDX-License-Identifier: EUPL-1.2
import { ldapEntry } from '../testing/test-entries.js';
import { stableIdOf } from './stable-id.js';

const UUID = '6f9619ff-8b86-d011-b42d-00c04fc964ff';
const OTHER = '0b7f6f0e-0d0a-4a3e-9d43-2f7a1c5b8e90';

function idOf(values: Record<string, string | string[]>): string | undefined {
  return stableIdOf(ldapEntry('uid=lea,o=gouv,c=fr', values)).stableId;
}

test.each([
  ['entryUUID', { entryUUID: UUID }],
  ['objectGUID', { objectGUID: UUID }],
  ['in capitals', { entryUUID: ` ${UUID.toUpperCase()} ` }],
  ['entryUUID before objectGUID', { entryUUID: UUID, objectGUID: OTHER }],
  ['objectGUID where entryUUID is unusable', { entryUUID: 'none', objectGUID: UUID }],
])('an entry has a stable id: %s', (_what, values) => {
  expect(idOf(values)).toBe(UUID);
});

test.each([
  ['there is none', {}],
  ['it is empty', { entryUUID: '' }],
  ['it is a login', { entryUUID: 'lea.martin' }],
  ['it has braces', { entryUUID: `{${UUID}}` }],
  ['more follows', { entryUUID: `${UUID}\n${UUID}` }],
  ['it names no entry', { entryUUID: '00000000-0000-0000-0000-000000000000' }],
  ['there are two', { entryUUID: [UUID, OTHER] }],
])('H2: an entry has no stable id when %s', (_what, values) => {
  expect(idOf(values)).toBeUndefined();
});
