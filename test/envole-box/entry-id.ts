// SPDX-License-Identifier: EUPL-1.2

/** Attributes in which a directory tells an entry's id: `entryUUID` (RFC 4530), and `objectGUID` of an Active Directory. */
export const ENTRY_IDS = ['entryUUID', 'objectGUID'] as const;

/** Ids of the sample, and ids that the embedded directory gives to entries that a test adds. */
const SERIES = { sample: '8000', added: '9000' } as const;

/** A UUID that is the same from run to run, for entries of the sample and for those that come later. */
export function entryId(series: keyof typeof SERIES, number: number): string {
  return `00000000-0000-4000-${SERIES[series]}-${String(number).padStart(12, '0')}`;
}
