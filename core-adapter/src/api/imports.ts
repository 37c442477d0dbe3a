// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from './directory-source.js';
import type { Language } from './i18n.js';

/**
 * Files that somebody hands over, as a directory of its own: what they name is there, and what they no longer name has left, of
 * this source alone.
 */
export interface ImportSource {
  /**
   * Fixed once data came from it, unlike any source of the settings, at most 60 characters of `a-z`, `0-9` and `-`: `onde-0390001x`.
   * Files that are handed over school by school need a source for each, so that one school's file makes nobody leave another.
   */
  readonly name: string;
  /**
   * The UAI of the school that the files are of. The host names the school, which it must know, and refuses files that name anything
   * of another one. Absent: the records name their schools themselves.
   */
  readonly school?: string;
}

/** Files that are handed over go the way of every directory. */
export interface Imports {
  /** @throws InputError when the name is none, or is that of a source of the settings */
  of(source: ImportSource): Importer;
}

/** Plan, guard and apply for what was handed over. Its runs are numbered and kept with those of `volee sync`. */
export interface Importer {
  /**
   * Says what the records would change, and keeps that under a number; nothing else is changed yet, and nothing of the files is kept.
   * A plan that the guard refuses is kept, too.
   * @throws NotFoundError when the host does not know the school
   * @throws InputError when the records name something of another school
   * @throws whatever `read` throws, once the run is stored as failed: a part never passes for the whole
   */
  plan(read: ReadRecords, options?: PlanOptions): Promise<ImportPlan>;
  /** A run of this source. @throws NotFoundError when there is none of this number, or it is another source's */
  show(run: number, options?: Pick<PlanOptions, 'language'>): Promise<ImportPlan>;
  /**
   * Writes a plan, all of it or nothing, and leaves a line in the journal; a run in which nothing changes comes back as it is.
   * @throws NotFoundError as `show`
   * @throws RefusedError when the guard refused it and nobody approves
   * @throws ConflictError when it was applied before or failed, or another import of the source was applied since
   */
  apply(run: number, options: ApplyImport): Promise<ImportPlan>;
  /**
   * The number of the last run of this source that was applied, by whomever; 0 before the first. As long as it stays, the directory
   * has of this source what that run made of it.
   */
  applied(): Promise<number>;
}

/** Gives the records of the files: as a stream, or those that are in memory. */
export type ReadRecords = (signal: AbortSignal) => AsyncIterable<DirectoryRecord> | Iterable<DirectoryRecord>;

/** How a plan is made. */
export interface PlanOptions {
  /** Of the sentences in the plan; English, as on the terminal, unless said otherwise. */
  readonly language?: Language;
  /** Gives up reading. */
  readonly signal?: AbortSignal;
}

/** Who applies a plan. */
export interface ApplyImport extends Pick<PlanOptions, 'language'> {
  /** The id of a person, or the `by` of a command. */
  readonly by: string;
  /** Why it is applied although the guard refused it. */
  readonly approve?: string;
}

/** `refused` by the guard, or `failed` while it was read or written; `unchanged` when there is nothing to do. */
export type ImportState = 'planned' | 'refused' | 'unchanged' | 'applied' | 'failed';

/** What may change by an import. */
export const IMPORT_CHANGES = [
  'schoolsCreated',
  'schoolsChanged',
  'personsCreated',
  'personsChanged',
  'personsMoved',
  'personsLeft',
  'personsBack',
  'groupsCreated',
  'groupsChanged',
  'groupsEnded',
  'groupsBack',
  'membershipsAdded',
  'membershipsRemoved',
  'kinshipsAdded',
  'kinshipsRemoved',
] as const;
/** One of `IMPORT_CHANGES`. */
export type ImportChange = (typeof IMPORT_CHANGES)[number];

/** What an import would do, or did: made to be shown before somebody decides. */
export interface ImportPlan {
  /** Its number, as in `volee sync show`. */
  readonly run: number;
  readonly source: string;
  readonly state: ImportState;
  /** Why the guard refused it, a sentence each; none when it did not. */
  readonly refusals: readonly string[];
  /** Why it failed; for operators, in English. */
  readonly failure?: string;
  readonly changes: Readonly<Record<ImportChange, ImportList>>;
  /** Records that made no sense, by reason. */
  readonly ignored: readonly IgnoredRecordsOf[];
}

/** So many, and the names of the first 20 of them; memberships and kinships have no names. */
export interface ImportList {
  readonly total: number;
  readonly names: readonly string[];
}

/** Records that were left out for one reason, which `what` says. The examples are for operators: in English, by key. */
export interface IgnoredRecordsOf {
  readonly what: string;
  readonly count: number;
  readonly examples: readonly string[];
}
