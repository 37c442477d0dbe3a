// SPDX-License-Identifier: EUPL-1.2
import { everyRow } from './every-row.js';

/** A table with this number of rows, and the ids after which its parts were asked for. */
function tableOf(count: number) {
  const rows = Array.from({ length: count }, (_, index) => ({ id: String(index).padStart(6, '0') }));
  const asked: (string | undefined)[] = [];
  const read = ({ take, after }: { take: number; after?: { id: string } }): Promise<{ id: string }[]> => {
    asked.push(after?.id);
    return Promise.resolve(rows.filter(({ id }) => after === undefined || id > after.id).slice(0, take));
  };
  return { rows, asked, read };
}

test.each([
  [0, [undefined]],
  [1_999, [undefined]],
  [2_000, [undefined, '001999']],
  [4_001, [undefined, '001999', '003999']],
])('each of %d rows comes once, in parts of 2,000', async (count, parts) => {
  const { rows, asked, read } = tableOf(count);
  const found: object[] = [];
  for await (const row of everyRow(read, new AbortController().signal)) found.push(row);
  expect(found).toEqual(rows);
  expect(asked).toEqual(parts);
});

test('nothing more is read once it is stopped', async () => {
  const { asked, read } = tableOf(4_001);
  const stopping = new AbortController();
  const all = (async () => {
    for await (const { id } of everyRow(read, stopping.signal)) if (id === '001999') stopping.abort();
  })();
  await expect(all).rejects.toThrow(/abort/);
  expect(asked).toHaveLength(1);
});
