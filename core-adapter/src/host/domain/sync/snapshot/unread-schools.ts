// SPDX-License-Identifier: EUPL-1.2

/** Schools that a source could not read in full: UAI → why. */
export type UnreadSchools = ReadonlyMap<string, string>;

/** What a run tells of them. */
export interface UnreadReport {
  readonly total: number;
  /** The first ones, by UAI. */
  readonly schools: readonly { readonly uai: string; readonly reason: string }[];
}

/** Schools in a report: it goes into a column of 64 kB, beside the examples of what was left out. */
const MOST = 50;

/** Characters of a reason. */
const LONGEST = 400;

export function reportUnread(unread: UnreadSchools): UnreadReport {
  const uais = [...unread.keys()].sort().slice(0, MOST);
  return {
    total: unread.size,
    schools: uais.map((uai) => ({ uai, reason: (unread.get(uai) ?? '').slice(0, LONGEST) })),
  };
}
