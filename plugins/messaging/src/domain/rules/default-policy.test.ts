// SPDX-License-Identifier: EUPL-1.2
import { defaultPolicy } from './default-policy.js';

test('the policy of a school that has decided nothing', () => {
  const nightsAndWeekends = { from: '19:00', to: '07:00', days: [6, 7], dates: [], zone: 'Indian/Reunion' };
  expect(defaultPolicy({ uai: '9740001A', kind: 'college', timeZone: 'Indian/Reunion' })).toEqual({
    school: { uai: '9740001A', kind: 'college' },
    rules: {
      pupil: { pupil: 'class', guardian: 'own', teacher: 'teaches', head: 'school', staff: 'reply' },
      guardian: { pupil: 'own', guardian: 'no', teacher: 'teaches', head: 'school', staff: 'school' },
      teacher: { pupil: 'school', guardian: 'school', teacher: 'school', head: 'school', staff: 'school' },
      head: { pupil: 'school', guardian: 'school', teacher: 'school', head: 'school', staff: 'school' },
      staff: { pupil: 'school', guardian: 'school', teacher: 'school', head: 'school', staff: 'school' },
    },
    moderated: true,
    quietHours: { pupils: nightsAndWeekends, families: nightsAndWeekends, staff: new Map() },
    breakers: [],
  });
});
