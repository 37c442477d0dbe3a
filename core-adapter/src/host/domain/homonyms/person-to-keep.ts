// SPDX-License-Identifier: EUPL-1.2
/** One of two people to merge: the id, and the sources that name the person. */
export interface MergeCandidate {
  readonly id: string;
  readonly sources: readonly string[];
}

/** The person to keep: the one that the login source names, since they can log in; else the older one, about which bricks keep more. */
export function personToKeep(doubles: readonly [MergeCandidate, MergeCandidate], loginSource = ''): string {
  const enters = doubles.find(({ sources }) => sources.includes(loginSource));
  const [one, other] = doubles;
  return (enters ?? (one.id < other.id ? one : other)).id;
}
