// SPDX-License-Identifier: EUPL-1.2
export const when = {
  'when.dayAndHour': '{day} à {hour}',
  'when.todayAt': 'aujourd’hui, {hour}',
  'when.yesterdayAt': 'hier, {hour}',
  'when.weekdayAt': '{day}, {hour}',
};
