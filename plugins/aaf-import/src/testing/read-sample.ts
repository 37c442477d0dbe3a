// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '@volee/core-adapter/directory';
import { CATEGORIES, type Category, type Entry } from '../entry.js';
import { mapEntries, type MappedEntry, type MappingOptions } from '../mapping/map-entries.js';
import { Problems } from '../problems.js';
import { readRequests } from '../xml/read-requests.js';
import { aafFile } from './aaf-xml.js';

/** The entries of samples, category by category, as if they were in files. */
export async function* entriesIn(
  ...samples: readonly Partial<Record<Category, readonly string[]>>[]
): AsyncGenerator<Entry, void, undefined> {
  for (const category of CATEGORIES) {
    const content = Buffer.from(aafFile(samples.flatMap((sample) => sample[category] ?? [])));
    async function* open(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(content);
    }
    for await (const { operation: _operation, ...entry } of readRequests({ name: `${category}.xml`, open }, category))
      yield entry;
  }
}

export async function mapAll(
  entries: AsyncIterable<Entry>,
  options: Partial<MappingOptions> = {},
  problems = new Problems(),
): Promise<MappedEntry[]> {
  const mapped: MappedEntry[] = [];
  for await (const one of mapEntries(entries, { today: '2026-11-24', ...options }, problems)) mapped.push(one);
  return mapped;
}

export async function recordsIn(
  entries: AsyncIterable<Entry>,
  options: Partial<MappingOptions> = {},
): Promise<DirectoryRecord[]> {
  return (await mapAll(entries, options)).flatMap(({ records }) => records);
}
