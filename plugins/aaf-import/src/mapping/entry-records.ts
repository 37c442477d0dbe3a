// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '@volee/core-adapter/directory';

/** The records of one entry. */
export interface EntryRecords {
  readonly records: readonly DirectoryRecord[];
  /** The UAI of the school that the entry is stored for; undefined when the entry belongs to none of the imported schools. */
  readonly home?: string;
}

/** An entry without records and without a school. */
export const NOTHING: EntryRecords = { records: [] };

/** The context for mapping an entry. */
export interface Surroundings {
  /** UAIs of the imported schools, by their key in AAF. */
  readonly schools: ReadonlyMap<string, string>;
  /** `2026-11-24`, in France. */
  readonly today: string;
  /** Levels to import; all when absent. */
  readonly levels?: readonly string[];
  /** By key: the guardians named by the pupils read so far. */
  readonly guardians: Map<string, NamedGuardian>;
}

export interface NamedGuardian {
  /** The school of the first child who is present; otherwise that of the first child who left. */
  readonly home: string;
  /** Whether at least one child is still present. */
  readonly hasChild: boolean;
}
