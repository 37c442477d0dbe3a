// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Host } from '@volee/core-adapter/host';
import { moulin } from '../sample/moulin.js';
import { ondeFile } from './onde-file.js';

/** The names of ONDE for the classes of the school. */
const CLASSES = { CM1: 'CM1 M. LHOMME', CM2: 'CM2 MME RAVIER' };

/** Lets the École du Moulin import its ONDE file beside its directory, as a school that prepares LSU does, where the brick is named. */
export async function importOnde({ bricks }: Pick<Host, 'bricks'>): Promise<void> {
  const brick = bricks.find(({ id }) => id === 'onde-import');
  const run = brick?.state === 'ready' ? brick.commands.get('onde import') : undefined;
  if (!run) return;
  const folder = await mkdtemp(join(tmpdir(), 'volee-onde-'));
  try {
    const file = join(folder, 'CSVExtraction.csv');
    await writeFile(file, ondeFile(moulin.uai, CLASSES));
    const { signal } = new AbortController();
    const call = { words: [file], options: { school: moulin.uai }, by: 'cli:demo', signal };
    await run({ ...call, t: (key) => key, schools: () => noSchools() });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The command needs no schools. */
async function* noSchools(): AsyncGenerator<never> {}
