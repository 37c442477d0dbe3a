// SPDX-License-Identifier: EUPL-1.2
import { cm2YearAt, cm2YearOf, handOverDates } from './hand-over-dates.js';
import { handedScope } from './handed-scope.js';

const { until } = handOverDates(2026, 'Europe/Paris');
const copy = { pupilId: 'ines', until };
const closed = { pupilId: 'ines', visibleTo: ['pupil', 'guardian', 'head'] };

test.each([
  ['6E', 2027, { pupilId: 'ines' }],
  ['6e', 2028, { pupilId: 'ines' }],
  [null, 2027, { pupilId: 'ines' }],
  [null, 2028, closed],
  [null, 2026, closed],
  ['5E', 2027, closed],
  ['5E', 2028, closed],
])('teachers read a copy in 6e alone: level %j in %i', (level, schoolYear, scope) => {
  expect(handedScope(copy, { level, schoolYear })).toEqual(scope);
});

test.each(['Europe/Paris', 'Indian/Reunion', 'America/Cayenne', 'Pacific/Noumea'])(
  'a copy has to arrive by 1 November and ends on 1 August, at midnight in %s',
  (timeZone) => {
    const dates = handOverDates(2026, timeZone);
    const told = (at: Date) => at.toLocaleString('fr-FR', { timeZone });
    expect([told(dates.answerBy), told(dates.until)]).toEqual(['01/11/2027 00:00:00', '01/08/2029 00:00:00']);
    expect(cm2YearOf(dates)).toBe(2026);
  },
);

test('until 1 November the pupils of the year before may still go', () => {
  const at = (day: string, schoolYear: number) => cm2YearAt(new Date(`${day}T12:00:00Z`), schoolYear, 'Europe/Paris');
  expect(at('2027-06-22', 2026)).toBe(2026);
  expect(at('2027-08-01', 2027)).toBe(2026);
  expect(at('2027-10-31', 2027)).toBe(2026);
  expect(at('2027-11-01', 2027)).toBe(2027);
});
