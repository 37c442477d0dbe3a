// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '@volee/core-adapter';

/** What one entry says. */
export interface Mapped {
  readonly records: readonly DirectoryRecord[];
  /** The UAI of the school that the entry is kept for; undefined when it is of no school that is served. */
  readonly home?: string;
}

/** Nothing of it matters here. */
export const NOTHING: Mapped = { records: [] };

/** What must be known to understand an entry. */
export interface Surroundings {
  /** UAIs of the schools that are served, by the key that AAF gives them. */
  readonly schools: ReadonlyMap<string, string>;
  /** `2026-11-24`, in France. */
  readonly today: string;
  /** Levels that are served; absent: all. */
  readonly levels?: readonly string[];
  /** By key: the guardians whom pupils have named so far. */
  readonly guardians: Map<string, NamedGuardian>;
}

export interface NamedGuardian {
  /** The school of the first child who is there; else of the first who left. */
  readonly home: string;
  /** Whether a child of his is still there. */
  readonly hasChild: boolean;
}
