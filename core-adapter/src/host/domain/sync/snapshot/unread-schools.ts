// SPDX-License-Identifier: EUPL-1.2

/** Schools that a source could not read in full: UAI → reason. */
export type UnreadSchools = ReadonlyMap<string, string>;

/** The report of unread schools in a run. */
export interface UnreadReport {
  readonly total: number;
  /** The first schools, by UAI. */
  readonly schools: readonly { readonly uai: string; readonly reason: string }[];
}

/** The maximum number of schools in a report: its column holds 64 kB, with the examples of left-out records. */
const MOST = 50;

/** Length of a reason, in characters. */
const LONGEST = 400;

export function reportUnread(unread: UnreadSchools): UnreadReport {
  const uais = [...unread.keys()].sort().slice(0, MOST);
  return {
    total: unread.size,
    schools: uais.map((uai) => ({ uai, reason: (unread.get(uai) ?? '').slice(0, LONGEST) })),
  };
}
