// SPDX-License-Identifier: EUPL-1.2
/** The reference: the other languages have the same keys. */
export const periods = {
  'nth.first': '1er',
  'nth.later': '{number}e',
  'period.term': '{nth} trimestre',
  'period.half': '{nth} semestre',
  'period.part': 'période {number}',
};
