// SPDX-License-Identifier: EUPL-1.2
/** The reference: the other languages have the same keys. */
export const reading = {
  'reading.none': 'Les familles n’ont encore lu aucun bilan.',
  'reading.read': {
    one: 'Les familles ont lu {count} bilan sur {total}',
    other: 'Les familles ont lu {count} bilans sur {total}',
  },
  'reading.andConfirmed': ', et en ont confirmé {count}',
  'reading.unread': { one: '{count} pas encore lu', other: '{count} pas encore lus' },
  'reading.of': '{name}\u00a0: {count}',
  'reading.noneShort': 'pas encore lus par les familles',
  'reading.readShort': { one: '{count} lu', other: '{count} lus' },
  'reading.confirmedShort': { one: '{count} confirmé', other: '{count} confirmés' },
  'reading.isUnread': '{when}, pas encore lu',
  'reading.isRead': '{when}, lu par la famille',
  'reading.isConfirmed': '{when}, confirmé par la famille',
};
