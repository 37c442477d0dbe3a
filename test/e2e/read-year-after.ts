// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord, DirectorySource } from '@volee/core-adapter/directory';
import type { Host } from '@volee/core-adapter/host';

/** Reads the directory of a host as it stands a school year later: the classes of 6e are of 5e, with the same teachers. */
export async function readYearAfter({ sources, sync }: Host): Promise<void> {
  const { signal } = new AbortController();
  for (const source of sources) {
    const later: DirectorySource = {
      name: source.name,
      async *read(stop) {
        for await (const record of source.read(stop)) yield yearAfter(record);
      },
    };
    const { id } = await sync.plan(later, signal);
    await sync.apply(id, { approve: { by: 'cli', reason: 'Rentrée.' } });
  }
}

function yearAfter(record: DirectoryRecord): DirectoryRecord {
  if (record.type === 'person') return record.level === '6E' ? { ...record, level: '5E' } : record;
  if (record.type === 'membership') return { ...record, group: inFifth(record.group) };
  return record.type === 'group' ? { ...record, key: inFifth(record.key), name: inFifth(record.name) } : record;
}

/** `5e A` for `6e A`. */
function inFifth(name: string): string {
  return name.replace(/^6e/, '5e');
}
