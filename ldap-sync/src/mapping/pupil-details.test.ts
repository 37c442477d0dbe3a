// SPDX-License-Identifier: EUPL-1.2
import { LEVELS } from '@volee/core-adapter';
import { pupilDetails, type WrittenDetails } from './pupil-details.js';

const NOTHING: WrittenDetails = { ine: undefined, birthDate: undefined, level: undefined };

test('what is not there is neither kept nor told', () => {
  expect(pupilDetails(NOTHING)).toEqual({ details: {}, problems: [] });
});

test.each([
  ['20140405', '2014-04-05'],
  ['2014-04-05', '2014-04-05'],
  ['05/04/2014', '2014-04-05'],
  ['20140405000000Z', '2014-04-05'],
  ['2014-04-05T00:00:00Z', '2014-04-05'],
  ['20120229', '2012-02-29'],
])('born %s', (written, birthDate) => {
  expect(pupilDetails({ ...NOTHING, birthDate: written })).toEqual({ details: { birthDate }, problems: [] });
});

test.each(['20130229', '31/04/2014', '04/31/2014', '5/4/2014', '2014', 'avril 2014', '00000000'])(
  'V4: %s is no day, and is told without being repeated',
  (written) => {
    const { details, problems } = pupilDetails({ ...NOTHING, birthDate: written });

    expect(details).toEqual({});
    expect(problems).toEqual(['a day of birth that cannot be read']);
  },
);

test.each([
  ['0123456789A', '0123456789A'],
  ['0123456789a ', '0123456789A'],
  ['012 345 678 9AB', ''],
  ['01234-6789A', ''],
])('V4: the number %s', (written, ine) => {
  const { details, problems } = pupilDetails({ ...NOTHING, ine: written });

  expect(details).toEqual(ine === '' ? {} : { ine });
  expect(problems).toHaveLength(ine === '' ? 1 : 0);
  expect(problems.join()).not.toContain(written);
});

test.each([
  ['cm2', 'CM2'],
  ['CM 1', 'CM1'],
  ['6EME', '6E'],
  ['6ème', '6E'],
  ['3ieme', '3E'],
  ['6e', '6E'],
  ['ps', 'PS'],
])('the level %s is %s', (written, level) => {
  expect(pupilDetails({ ...NOTHING, level: written }).details).toEqual({ level });
});

test.each(LEVELS)('a directory can name the level %s, in small letters as well', (level) => {
  for (const written of [level, level.toLowerCase()])
    expect(pupilDetails({ ...NOTHING, level: written }).details).toEqual({ level });
});

test.each(['BAC PRO', '10000000000', ''])('of the level "%s" nothing is kept, and nothing told', (level) => {
  expect(pupilDetails({ ...NOTHING, level })).toEqual({ details: {}, problems: [] });
});
