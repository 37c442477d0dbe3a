// SPDX-License-Identifier: EUPL-1.2
import type { SchoolWork } from '@volee/core-adapter';
import { defineDirectoryBrick, type BrickDatabase } from '@volee/core-adapter/directory';
import { bothDatabases, OTHER_SCHOOL, SCHOOL, startTestHost } from '@volee/core-adapter/testing';
import { CATEGORIES, type Entry } from '../entry.js';
import { manifest } from '../manifest.js';
import type { MappedEntry } from '../mapping/map-entries.js';
import { registerPersonalData } from '../personal-data.js';
import { EntryState } from './entry-state.js';

/** Entries of two schools, and one of none. */
const MAPPED: readonly MappedEntry[] = CATEGORIES.flatMap((category) =>
  [SCHOOL, OTHER_SCHOOL, undefined].map((home) => {
    const entry: Entry = { category, key: `${category} of ${home}`, attributes: { sn: ['É'] } };
    return { entry, records: [], ...(home !== undefined && { home }) };
  }),
);

async function* bothSchools(): AsyncGenerator<SchoolWork> {
  for (const uai of [SCHOOL, OTHER_SCHOOL]) yield { school: { uai } } as SchoolWork;
}

async function* mapped(
  meanwhile: () => Promise<void> = () => Promise.resolve(),
  times = 1,
): AsyncGenerator<MappedEntry> {
  for (let time = 0; time < times; time += 1) yield* MAPPED;
  await meanwhile();
}

for (const database of bothDatabases()) {
  let db: BrickDatabase | undefined;
  await startTestHost({
    database,
    bricks: [
      defineDirectoryBrick(manifest, (brick) => {
        db = brick.db;
        registerPersonalData(brick);
        brick.commands.provide('aaf import', () => Promise.resolve({ value: null, lines: [] }));
      }),
    ],
  });
  const stateOf = (source: string): EntryState => {
    if (!db) throw new Error('the brick was not activated');
    return new EntryState(db, bothSchools, source);
  };
  const keysIn = async (state: EntryState, appliedRun: number): Promise<string[]> => {
    const known = await state.read(appliedRun);
    const keys: string[] = [];
    for (const category of CATEGORIES) for await (const { key } of known.entries(category)) keys.push(key);
    return keys;
  };
  const day = '2026-09-01';

  describe(`what is kept, on ${database.name}`, () => {
    test('comes back by category, school by school; what is of no school is not kept', async () => {
      const state = stateOf('one');
      await state.keep(mapped(), { day, run: 7, appliedRun: 7 });
      expect(await keysIn(state, 7)).toEqual(
        CATEGORIES.flatMap((category) => [`${category} of ${SCHOOL}`, `${category} of ${OTHER_SCHOOL}`]),
      );
      expect((await state.read(7)).day).toBe(day);
    });

    test('takes the place of what was there, and counts only for the run that it is of', async () => {
      const state = stateOf('two');
      await state.keep(mapped(), { day, run: 7, appliedRun: 7 });
      await state.keep(mapped(), { day: '2026-09-02', run: 9, appliedRun: 9 });
      await expect(state.read(7)).rejects.toThrow('is not what was applied last');
      expect(await keysIn(state, 9)).toHaveLength(8);
    });

    test('L12: an import that breaks off while it keeps leaves nothing that counts', async () => {
      const state = stateOf('three');
      await state.keep(mapped(), { day, run: 7, appliedRun: 7 });
      const broken = state.keep(
        mapped(() => Promise.reject(new Error('the disk is gone'))),
        { day, run: 9, appliedRun: 9 },
      );
      await expect(broken).rejects.toThrow('the disk is gone');
      await expect(state.read(9)).rejects.toThrow('is not what was applied last');
    });

    test('L13: of two that keep at once, one says that it was overtaken, and the other is whole', async () => {
      const state = stateOf('four');
      const other = (): Promise<void> => state.keep(mapped(), { day, run: 9, appliedRun: 9 });
      // So many that a part of them is written already.
      const first = state.keep(mapped(other, 3_000), { day, run: 7, appliedRun: 9 });
      await expect(first).rejects.toMatchObject({ code: 'CONFLICT' });
      expect(await keysIn(state, 9)).toHaveLength(8);
    });
  });
}
