// SPDX-License-Identifier: EUPL-1.2

/** The free slots of a process for jobs. */
export interface Room {
  /** The number of jobs that may begin. */
  readonly free: number;
  /** UAI → the number of jobs of the school that run in this process. */
  readonly running: ReadonlyMap<string, number>;
  /** The maximum number of jobs of one school that run at once: slow ones leave room for those of other schools. */
  readonly ofOneSchool: number;
}

/**
 * Chooses the jobs that begin next: schools take turns, and of those with as many jobs at work the one due first goes first.
 * @param due in the order of being due
 */
export function takeTurns<J extends { readonly uai: string }>(
  due: readonly J[],
  { free, running, ofOneSchool }: Room,
): J[] {
  const counts = new Map(running);
  const turns = due.map((job) => {
    const before = counts.get(job.uai) ?? 0;
    counts.set(job.uai, before + 1);
    return { job, before };
  });
  return turns
    .filter(({ before }) => before < ofOneSchool)
    .sort((one, other) => one.before - other.before)
    .slice(0, free)
    .map(({ job }) => job);
}
