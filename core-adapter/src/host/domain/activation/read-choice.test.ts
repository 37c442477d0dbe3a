// SPDX-License-Identifier: EUPL-1.2
import { InputError } from '../../../api/errors.js';
import type { School } from '../../../api/people.js';
import { readChoice, type ChoicePlace, type ChoiceWords } from './read-choice.js';

const school: School = { uai: '0390001X', name: 'École des Lilas', kind: 'primary', timeZone: 'Europe/Paris' };
const cayenne: School = { ...school, uai: '9730001X', timeZone: 'America/Cayenne' };
const place: ChoicePlace = {
  school,
  groups: [
    { id: 'g1', name: 'CM1' },
    { id: 'g2', name: 'CM2 Élan' },
    { id: 'g3', name: 'Chorale' },
    { id: 'g4', name: 'chorale' },
  ],
  served: ['pupil', 'guardian', 'teacher'],
  // 00:45 in Paris; in Cayenne it is still the day before.
  now: new Date('2026-03-27T23:45:00.000Z'),
};
const read = (words: Partial<ChoiceWords>, at: Partial<ChoicePlace> = {}): ReturnType<typeof readChoice> =>
  readChoice({ profiles: [], groups: [], ...words }, { ...place, ...at });

function refusal(words: Partial<ChoiceWords>, at: Partial<ChoicePlace> = {}): [string, InputError['fields']] {
  try {
    read(words, at);
  } catch (error) {
    if (error instanceof InputError) return [error.message, error.fields];
    throw error;
  }
  return ['it was taken', {}];
}

test('an empty choice reaches everybody from now on', () => {
  const everybody = { profiles: [], groupIds: [], from: null, until: null };
  expect(read({})).toEqual(everybody);
  expect(read({ from: '', until: '' })).toEqual(everybody);
});

test('groups are named by name, whatever the accents, or by id', () => {
  expect(read({ profiles: ['pupil', 'teacher'], groups: ['cm1', ' CM2  elan', 'g4'] })).toMatchObject({
    profiles: ['pupil', 'teacher'],
    groupIds: ['g1', 'g2', 'g4'],
  });
});

test('days are in the time zone of the school; the last day is included, even when the clock changes on it', () => {
  expect(read({ from: '2026-03-29', until: '2026-03-29' })).toMatchObject({
    from: new Date('2026-03-28T23:00:00.000Z'),
    until: new Date('2026-03-29T22:00:00.000Z'),
  });
  expect(read({ from: '2026-03-29', until: '2026-03-29' }, { school: cayenne })).toMatchObject({
    from: new Date('2026-03-29T03:00:00.000Z'),
    until: new Date('2026-03-30T03:00:00.000Z'),
  });
});

test('today in the time zone of the school means now; yesterday is past', () => {
  expect(read({ from: '2026-03-28', until: '2026-03-28' })).toMatchObject({
    from: null,
    until: new Date('2026-03-28T23:00:00.000Z'),
  });
  expect(refusal({ from: '2026-03-27' })).toEqual(['2026-03-27 is over: today is 2026-03-28.', { from: 'past' }]);
  expect(read({ from: '2026-03-27' }, { school: cayenne })).toMatchObject({ from: null });
  expect(refusal({ from: '2026-03-26' }, { school: cayenne })[1]).toEqual({ from: 'past' });
});

test.each<[Partial<ChoiceWords>, InputError['fields'], RegExp]>([
  [{ from: 'lundi' }, { from: 'notADate' }, /^"lundi" is not a day: write it as 2026-11-30\.$/],
  [{ from: '2026-02-30' }, { from: 'notADate' }, /"2026-02-30" is not a day/],
  [{ until: '30/06/2026' }, { until: 'notADate' }, /"30\/06\/2026" is not a day/],
  [{ until: '9999-12-31' }, { until: 'notADate' }, /"9999-12-31" is not a day/],
  [{ until: '2026-03-27' }, { until: 'past' }, /^2026-03-27 is over: today is 2026-03-28\.$/],
  [
    { from: '2026-04-10', until: '2026-04-09' },
    { until: 'crossed' },
    /^The last day, 2026-04-09, is before the first, 2026-04-10\.$/,
  ],
  [
    { profiles: ['head'] },
    { profiles: 'notServed' },
    /^The brick does not serve the profile "head"\. It serves: pupil, guardian, teacher\.$/,
  ],
  [{ profiles: ['pupil', 'eleve'] }, { profiles: 'unknown' }, /^There is no profile "eleve"\./],
  [{ groups: ['CM1 '], profiles: [''] }, { profiles: 'unknown' }, /^There is no profile ""\./],
  [
    { groups: ['CM2 Elam'] },
    { groups: 'unknown' },
    /^0390001X has no group "CM2 Elam" this school year\. Did you mean "CM2 Élan"\?$/,
  ],
  [{ groups: ['6e B'] }, { groups: 'unknown' }, /It has: CM1, CM2 Élan, chorale\.$/],
  [
    { groups: ['CHORALE'] },
    { groups: 'unknown' },
    /^0390001X has several groups called "CHORALE": write the id, g3 or g4\.$/,
  ],
])('%j is refused as %j', (words, fields, sentence) => {
  expect(refusal(words)).toEqual([expect.stringMatching(sentence), fields]);
});

test('an error reports every problem at once, and the first fault of each field', () => {
  const [message, fields] = refusal({ profiles: ['head', 'king'], groups: ['x'], from: '2020-01-01', until: 'never' });
  expect(fields).toEqual({ profiles: 'notServed', groups: 'unknown', from: 'past', until: 'notADate' });
  expect(message.match(/\.( |$)/g)?.length).toBeGreaterThanOrEqual(5);
});

test('the error for a school without groups says that it has none', () => {
  expect(refusal({ groups: ['CM1'] }, { groups: [] })[0]).toMatch(/It has: none\.$/);
});
