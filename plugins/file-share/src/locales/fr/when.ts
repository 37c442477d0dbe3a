// SPDX-License-Identifier: EUPL-1.2
export const when = {
  'when.dayAndHour': '{day} à {hour}',
};
