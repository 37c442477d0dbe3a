// SPDX-License-Identifier: EUPL-1.2
import type { AafRequest, Category, Entry } from '../entry.js';
import { Problems } from '../problems.js';
import { mergeDelta } from './merge-delta.js';

const zoe: Entry = { category: 'Eleve', key: '1', attributes: { sn: ['LEMAÎTRE'], ENTEleveClasses: ['43$6A'] } };
const tom: Entry = { category: 'Eleve', key: '2', attributes: { sn: ['GRAND'] } };
const mother: Entry = { category: 'PersRelEleve', key: '9', attributes: { sn: ['LEMAÎTRE'] } };

async function merge(
  requests: readonly AafRequest[],
  problems = new Problems(),
  kept: readonly Entry[] = [mother, zoe, tom],
): Promise<Entry[]> {
  async function* state(category: Category): AsyncGenerator<Entry> {
    yield* await Promise.resolve(kept.filter((entry) => entry.category === category));
  }
  async function* delta(): AsyncGenerator<AafRequest> {
    yield* await Promise.resolve(requests);
  }
  const merged: Entry[] = [];
  for await (const entry of mergeDelta(state, delta(), problems)) merged.push(entry);
  return merged;
}

test('without a change everything is as it was, pupils before their guardians', async () => {
  expect(await merge([])).toEqual([zoe, tom, mother]);
});

test('a modification replaces what it names and leaves the rest; an empty one takes away', async () => {
  const modified = { ...zoe, operation: 'modify', attributes: { ENTEleveClasses: ['43$6B'] } } as const;
  expect((await merge([modified]))[0]?.attributes).toEqual({ sn: ['LEMAÎTRE'], ENTEleveClasses: ['43$6B'] });
  const emptied = { ...modified, attributes: { ENTEleveClasses: [] } };
  expect((await merge([emptied]))[0]?.attributes).toEqual({ sn: ['LEMAÎTRE'], ENTEleveClasses: [] });
});

test('what is deleted is gone, and what is added is there; an entry that is added again is as it comes now', async () => {
  const léo = { category: 'Eleve', key: '3', operation: 'add', attributes: { sn: ['ROY'] } } as const;
  const again = { ...zoe, operation: 'add', attributes: { sn: ['NOUVEAU'] } } as const;
  const { operation: _operation, ...added } = léo;
  expect(await merge([{ ...tom, operation: 'delete', attributes: {} }, léo, again])).toEqual([
    { ...zoe, attributes: { sn: ['NOUVEAU'] } },
    added,
    mother,
  ]);
});

test('several changes of one entry count in their order', async () => {
  const gone = { ...tom, operation: 'delete', attributes: {} } as const;
  const back = { ...tom, operation: 'add', attributes: { sn: ['GRAND'] } } as const;
  const changed = { ...tom, operation: 'modify', attributes: { sn: ['PETIT'] } } as const;
  expect((await merge([gone, back, changed]))[1]?.attributes).toEqual({ sn: ['PETIT'] });
  expect(await merge([back, gone])).toEqual([zoe, mother]);
});

test('an entry that two exports had changes in both', async () => {
  const modified = { ...zoe, operation: 'modify', attributes: { sn: ['NOUVEAU'] } } as const;
  const merged = await merge([modified], new Problems(), [zoe, zoe]);
  expect(merged.map(({ attributes }) => attributes['sn'])).toEqual([['NOUVEAU'], ['NOUVEAU']]);
});

test('changing an unknown entry is reported and creates no person; deleting it has no effect', async () => {
  const problems = new Problems();
  const unknown = { category: 'Eleve', key: '7', operation: 'modify', attributes: { sn: ['X'] } } as const;
  expect(await merge([unknown, { ...unknown, key: '8', operation: 'delete' }], problems)).toEqual([zoe, tom, mother]);
  expect(problems.list()).toMatchObject([{ count: 1, examples: ['7'] }]);
});

test('L10: a Delta that never ends is refused', async () => {
  const many = Array.from({ length: 100_001 }, (_, i) => ({ ...zoe, key: `n${i}`, operation: 'delete' }) as const);
  await expect(merge(many)).rejects.toThrow(/more than 100000 changes\.$/);
});
