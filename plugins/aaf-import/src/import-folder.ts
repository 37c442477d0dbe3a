// SPDX-License-Identifier: EUPL-1.2
import { InputError, type CommandCall } from '@volee/core-adapter';
import type { DirectoryBrick, DirectoryRecord, ImportPlan, Importer } from '@volee/core-adapter/directory';
import { mergeDelta } from './delta/merge-delta.js';
import type { Entry } from './entry.js';
import { openFolder, type AafFolder } from './folder/open-folder.js';
import type { manifest } from './manifest.js';
import { mapEntries, type MappedEntry, type MappingOptions } from './mapping/map-entries.js';
import { Problems, type Problem } from './problems.js';
import { EntryState, type KnownState } from './state/entry-state.js';

export interface ImportOptions {
  readonly folder: string;
  /** The source; required when the settings name several. */
  readonly source?: string;
  readonly dryRun: boolean;
  /** The reason to apply it although the guard refuses it. */
  readonly approve?: string;
  readonly by: string;
  readonly signal: AbortSignal;
  readonly schools: CommandCall['schools'];
}

export interface Imported extends Pick<AafFolder, 'kind' | 'day'> {
  readonly plan: ImportPlan;
  readonly problems: readonly Problem[];
  readonly dryRun: boolean;
}

type AafBrick = Pick<DirectoryBrick<typeof manifest>, 'settings' | 'imports' | 'db' | 'clock'>;

/**
 * Plans, guards and applies an import of the files of a folder. The data for understanding the next Delta is kept once the directory agrees
 * with the files.
 * @throws InputError when the files or the folder are not as they should be; nothing is changed then
 */
export async function importFolder(brick: AafBrick, options: ImportOptions): Promise<Imported> {
  const name = sourceNamed(options.source, brick.settings.sources);
  const importer = brick.imports.of({ name });
  const state = new EntryState(brick.db, options.schools, name);
  const folder = await openFolder(options.folder);
  const appliedBefore = await importer.applied();
  const known = folder.kind === 'Delta' ? await stateBefore(folder, state, appliedBefore) : undefined;
  const problems = new Problems();
  const read = (found: Problems): AsyncGenerator<MappedEntry, void, undefined> =>
    mapEntries(entriesOf(folder, known, found), mappingOf(brick), found);

  const planned = await importer.plan(() => recordsOf(read(problems)), { signal: options.signal });
  const plan = await applied(importer, planned, options);
  const isDone = plan.state === 'applied' || plan.state === 'unchanged';
  if (isDone && !options.dryRun) {
    const appliedRun = plan.state === 'applied' ? plan.run : appliedBefore;
    await state.keep(read(new Problems()), { day: folder.day, run: plan.run, appliedRun });
  }
  return { kind: folder.kind, day: folder.day, plan, problems: problems.list(), dryRun: options.dryRun };
}

function sourceNamed(name: string | undefined, sources: readonly string[]): string {
  const [only = ''] = sources;
  const known = `the settings name ${sources.join(', ')}`;
  if (name === undefined && sources.length > 1)
    throw new InputError(`These files may be of several sources; ${known}.`, {
      remedy: 'Say whose files they are with --source.',
    });
  if (name !== undefined && !sources.includes(name)) throw new InputError(`There is no source "${name}"; ${known}.`);
  return name ?? only;
}

/** @throws InputError when there is no Complet before it, or the Delta is older than what is known */
async function stateBefore({ day }: AafFolder, state: EntryState, appliedRun: number): Promise<KnownState> {
  const known = await state.read(appliedRun);
  if (day >= known.day) return known;
  throw new InputError(`The Delta is of ${day}, and what was imported last is of ${known.day}.`, {
    remedy: 'Import the Deltas that came after that day.',
  });
}

async function* entriesOf(
  folder: AafFolder,
  known: KnownState | undefined,
  problems: Problems,
): AsyncGenerator<Entry, void, undefined> {
  if (known) {
    yield* mergeDelta(known.entries, folder.requests(), problems);
    return;
  }
  for await (const { operation, ...entry } of folder.requests()) {
    if (operation !== 'add') {
      throw new InputError(`A Complet only adds, and here is a ${operation}Request; the file may be one of a Delta.`);
    }
    yield entry;
  }
}

async function* recordsOf(mapped: AsyncIterable<MappedEntry>): AsyncGenerator<DirectoryRecord, void, undefined> {
  for await (const { records } of mapped) yield* records;
}

async function applied(importer: Importer, plan: ImportPlan, options: ImportOptions): Promise<ImportPlan> {
  const { by, approve, dryRun } = options;
  if (dryRun || (plan.state === 'refused' && approve === undefined)) return plan;
  return importer.apply(plan.run, { by, ...(approve !== undefined && { approve }) });
}

function mappingOf({ settings: { schools, levels }, clock }: AafBrick): MappingOptions {
  return { today: clock.today(), ...(schools && { schools }), ...(levels && { levels }) };
}
