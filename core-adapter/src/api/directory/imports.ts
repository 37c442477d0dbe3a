// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from './directory-source.js';
import type { Language } from '../i18n.js';

/**
 * Uploaded files, treated as a directory source of their own: people and groups that the files no longer list have
 * left this source, and no other.
 * @stable
 */
export interface ImportSource {
  /**
   * The name of the source: at most 60 characters of `a-z`, `0-9` and `-`, such as `onde-0390001x`, and different from
   * every source of the settings. Do not change it once data was imported. Files imported school by school need one
   * source per school, so that one school's file removes nobody from another.
   */
  readonly name: string;
  /**
   * The UAI of the school that the files describe. The host must know the school, and refuses files that name another
   * one. When absent, the records themselves name their schools.
   */
  readonly school?: string;
}

/** Imports uploaded files through the same steps as a directory. @stable */
export interface Imports {
  /**
   * The importer of a source.
   * @throws InputError when the name is malformed or belongs to a source of the settings
   */
  of(source: ImportSource): Importer;
}

/** Plans, guards and applies an import. Its runs are numbered and stored with those of `volee sync`. @stable */
export interface Importer {
  /**
   * Computes what the records would change and stores the plan under a number, also when the guard refuses it. It
   * changes nothing else and stores nothing of the files.
   * @throws NotFoundError when the host does not know the school
   * @throws InputError when a record names another school
   * @throws any error that `read` throws, after storing the run as failed, so that a part is never taken for the whole
   */
  plan(read: ReadRecords, options?: PlanOptions): Promise<ImportPlan>;
  /**
   * Returns a run of this source.
   * @throws NotFoundError when no run of this source has this number
   */
  show(run: number, options?: Pick<PlanOptions, 'language'>): Promise<ImportPlan>;
  /**
   * Applies a plan, entirely or not at all, and writes an audit line. A run without changes is returned unchanged.
   * @throws NotFoundError as `show` does
   * @throws RefusedError when the guard refused the plan and `approve` is absent
   * @throws ConflictError when the run was applied before or failed, or another import of the source was applied since
   */
  apply(run: number, options: ApplyImport): Promise<ImportPlan>;
  /**
   * The number of the last applied run of this source; 0 before the first. While the number stays the same, the
   * directory contains the result of that run for this source.
   */
  applied(): Promise<number>;
}

/** Returns the records of the files, as a stream or from memory. @stable */
export type ReadRecords = (signal: AbortSignal) => AsyncIterable<DirectoryRecord> | Iterable<DirectoryRecord>;

/** Options of a plan. @stable */
export interface PlanOptions {
  /** The language of the sentences in the plan. Default: English, as on the terminal. */
  readonly language?: Language;
  /** Stops the reading when it aborts. */
  readonly signal?: AbortSignal;
}

/** The person who applies a plan, and their reason to override the guard. @stable */
export interface ApplyImport extends Pick<PlanOptions, 'language'> {
  /** The id of a person, or the `by` of a command. */
  readonly by: string;
  /** The reason to apply the plan although the guard refused it. */
  readonly approve?: string;
}

/**
 * The state of a run. `refused`: by the guard; `failed`: while it was read or written; `unchanged`: the plan has no change.
 * @stable
 */
export type ImportState = 'planned' | 'refused' | 'unchanged' | 'applied' | 'failed';

/** The kinds of changes that an import can make. @stable */
export const IMPORT_CHANGES = [
  'schoolsCreated',
  'schoolsChanged',
  'personsCreated',
  'personsChanged',
  'personsMoved',
  'personsLeft',
  'personsBack',
  'groupsCreated',
  'groupsJoined',
  'groupsAsked',
  'groupsChanged',
  'groupsEnded',
  'groupsBack',
  'membershipsAdded',
  'membershipsRemoved',
  'kinshipsAdded',
  'kinshipsRemoved',
] as const;
/** One of `IMPORT_CHANGES`. @stable */
export type ImportChange = (typeof IMPORT_CHANGES)[number];

/** The changes that an import would make or has made, to be shown before a decision. @stable */
export interface ImportPlan {
  /** The number of the run, as in `volee sync show`. */
  readonly run: number;
  readonly source: string;
  readonly state: ImportState;
  /** The reasons of the guard, one sentence each; empty when it did not refuse. */
  readonly refusals: readonly string[];
  /** Why the run failed, in English for operators. */
  readonly failure?: string;
  readonly changes: Readonly<Record<ImportChange, ImportList>>;
  /** Invalid records, grouped by reason. */
  readonly ignored: readonly IgnoredRecordsOf[];
}

/** A number of changes, and the names of the first 20; memberships and kinships have no names. @stable */
export interface ImportList {
  readonly total: number;
  readonly names: readonly string[];
}

/**
 * The records that were left out for one reason, described by `what`. The examples are record keys in English, for operators.
 * @stable
 */
export interface IgnoredRecordsOf {
  readonly what: string;
  readonly count: number;
  readonly examples: readonly string[];
}
