// SPDX-License-Identifier: EUPL-1.2
import { compareIdentities, type IdentityVerdict } from './compare-identities.js';
import type { Identity } from '../state/identity.js';

const JULIE: Identity = {
  stableIds: ['id-1'],
  ine: '120000001AA',
  birthDate: '2015-04-02',
  givenName: 'Julie',
  familyName: 'Martin',
  ages: ['pupil'],
};
const ADULT = { ine: undefined, birthDate: undefined, ages: ['adult'] } as const;
const OTHER_NAMES = { givenName: 'Jo', familyName: 'Dubois' };
const LONG_NAMES = { givenName: 'Jean-Marc', familyName: 'Le Goff' };
const SHORT_NAMES = { givenName: 'Jeanmarc', familyName: 'Legoff' };
const SILENT = { stableIds: [], ine: undefined, birthDate: undefined };
const DAY = { ...SILENT, birthDate: '2015-04-02' };

type Row = [what: string, stored: Partial<Identity>, named: Partial<Identity>, answer: IdentityVerdict['answer']];

test.each<Row>([
  ['nothing else', {}, {}, 'same'],
  ['another stable id, all else the same', {}, { stableIds: ['id-2'] }, 'doubt'],
  ['one of two stable ids', {}, { stableIds: ['id-1', 'id-2'] }, 'same'],
  ['another INE, all else the same', {}, { ine: '120000002BB' }, 'doubt'],
  ['another day of birth of a pupil, all else the same', {}, { birthDate: '2015-04-03' }, 'same'],
  ['another day of birth, the stable id the same, no INE', { ine: undefined }, { birthDate: '2015-04-03' }, 'same'],
  ['another day of birth, the INE the same, no stable id', { stableIds: [] }, { birthDate: '2015-04-03' }, 'same'],
  ['another day of birth, neither id nor INE', { stableIds: [], ine: undefined }, { birthDate: '2015-04-03' }, 'doubt'],
  ['another day of birth and stable id', {}, { birthDate: '2015-04-03', stableIds: ['id-2'] }, 'doubt'],
  [
    'another day of birth and stable id, no INE',
    { ine: undefined },
    { birthDate: '2015-04-03', stableIds: ['id-2'] },
    'different',
  ],
  ['another day of birth and given name', {}, { birthDate: '2015-04-03', givenName: 'Jo' }, 'doubt'],
  ['another day of birth and both names', {}, { birthDate: '2015-04-03', ...OTHER_NAMES }, 'doubt'],
  [
    'another day of birth and family name, the stable id the same, no INE',
    { ine: undefined },
    { ine: undefined, birthDate: '2015-04-03', familyName: 'Dubois' },
    'doubt',
  ],
  ['another INE and family name, the stable id the same', {}, { ine: '120000002BB', familyName: 'Martn' }, 'doubt'],
  [
    'another day of birth and a letter of the family name, neither id nor INE',
    DAY,
    { ...DAY, birthDate: '2015-04-03', familyName: 'Martn' },
    'doubt',
  ],
  [
    'another day of birth and family name, neither id nor INE',
    DAY,
    { ...DAY, birthDate: '2015-04-03', familyName: 'Dubois' },
    'different',
  ],
  [
    'another INE and a letter of the family name',
    { ...DAY, ine: '120000001AA' },
    { ...DAY, ine: '120000002BB', familyName: 'Martn' },
    'doubt',
  ],
  [
    'a twin with a name like it: another INE and given name',
    { ...DAY, ine: '120000001AA' },
    { ...DAY, ine: '120000002BB', givenName: 'Julia' },
    'different',
  ],
  [
    'another stable id and family name, the day of birth the same',
    { ...DAY, stableIds: ['id-1'] },
    { ...DAY, stableIds: ['id-2'], familyName: 'Dubois' },
    'doubt',
  ],
  [
    'an adult with another stable id and the names of a pupil',
    { ...SILENT, stableIds: ['id-1'] },
    { ...SILENT, stableIds: ['id-2'], ages: ['adult'] },
    'different',
  ],
  ['given and family name swapped', SILENT, { ...SILENT, givenName: 'Martin', familyName: 'Julie' }, 'doubt'],
  ['other names, the INE the same', { ...SILENT, ine: '1' }, { ...SILENT, ine: '1', ...OTHER_NAMES }, 'doubt'],
  ['another day of birth, a second given name', {}, { birthDate: '2015-04-03', givenName: 'Julie Anne' }, 'doubt'],
  ['another day of birth, no given name', {}, { birthDate: '2015-04-03', givenName: '' }, 'doubt'],
  ['another day of birth of an adult', { ages: ['adult'] }, { birthDate: '2015-04-03', ages: ['adult'] }, 'doubt'],
  [
    'another day of birth of a pupil who is an adult too',
    {},
    { birthDate: '2015-04-03', ages: ['pupil', 'adult'] },
    'doubt',
  ],
  ['another INE and day of birth, by the same name', SILENT, { ine: '1', birthDate: '2', stableIds: [] }, 'same'],
  ['another INE and day of birth', {}, { ine: '120000002BB', birthDate: '2015-04-03' }, 'doubt'],
  [
    'another INE and day of birth, no stable id',
    { stableIds: [] },
    { ine: '120000002BB', birthDate: '2015-04-03', stableIds: [] },
    'different',
  ],
  [
    'another stable id and given name',
    { ...SILENT, stableIds: ['id-1'] },
    { ...SILENT, stableIds: ['id-2'], givenName: 'Jean' },
    'different',
  ],
  ['another stable id, INE and day of birth the same', {}, { stableIds: ['id-2'], givenName: 'Jean' }, 'doubt'],
  ['another family name, the stable id the same', {}, { ...SILENT, stableIds: ['id-1'], familyName: 'Dubois' }, 'same'],
  ['other names, the stable id the same', {}, { givenName: 'Jo', familyName: 'Dubois' }, 'same'],
  [
    'other names of a person without number and day, the stable id the same',
    ADULT,
    { ...ADULT, ...OTHER_NAMES },
    'doubt',
  ],
  ['another given name of such a person', ADULT, { ...ADULT, givenName: 'Jo' }, 'same'],
  ['other names with one word in common', ADULT, { ...ADULT, givenName: 'Jo', familyName: 'Dubois Martin' }, 'same'],
  ['names that are written in one word', { ...ADULT, ...LONG_NAMES }, { ...ADULT, ...SHORT_NAMES }, 'same'],
  ['a pupil who is an adult now, the stable id the same', {}, { ages: ['adult'] }, 'same'],
  ['other names, number and day the same', { stableIds: [] }, { givenName: 'Jo', familyName: 'Dubois' }, 'same'],
  [
    'another family name, the day of birth the same',
    { ...SILENT, birthDate: '2015-04-02' },
    { ...SILENT, birthDate: '2015-04-02', familyName: 'Dubois' },
    'same',
  ],
  [
    'a twin: another given name, the day of birth the same',
    { ...SILENT, birthDate: '2015-04-02' },
    { ...SILENT, birthDate: '2015-04-02', givenName: 'Jeanne' },
    'doubt',
  ],
  ['another family name and nothing else', SILENT, { ...SILENT, familyName: 'Dubois' }, 'doubt'],
  ['another given name and nothing else', SILENT, { ...SILENT, givenName: 'Jean' }, 'doubt'],
  ['another given and family name', SILENT, { ...SILENT, givenName: 'Jo', familyName: 'Martinez' }, 'different'],
  ['an adult with the name of a pupil', SILENT, { ...SILENT, ages: ['adult'] }, 'doubt'],
  ['the same names in capitals', SILENT, { ...SILENT, givenName: 'JULIE', familyName: 'MARTIN' }, 'same'],
  [
    'a second given name and a spouse’s beside one’s own',
    SILENT,
    { ...SILENT, givenName: 'Julie-Anne', familyName: 'Martin-Dubois' },
    'doubt',
  ],
  [
    'given names with one word in common',
    { ...SILENT, givenName: 'Marie-Lou' },
    { ...SILENT, givenName: 'Marie-Anne' },
    'doubt',
  ],
  ['a given name without a letter', SILENT, { ...SILENT, givenName: '-' }, 'same'],
  ['names of dots and numbers', SILENT, { ...SILENT, givenName: '...', familyName: '12' }, 'same'],
  ['no names and no profile', SILENT, { ...SILENT, givenName: '', familyName: '', ages: [] }, 'same'],
])('H2 %s', (_what, stored, named, answer) => {
  const [one, other] = [
    { ...JULIE, ...stored },
    { ...JULIE, ...named },
  ];
  expect(compareIdentities(one, other).answer).toBe(answer);
  expect(compareIdentities(other, one).answer).toBe(answer);
});

const CORRECTED = { ...JULIE, firstBirthDate: '2015-04-03' };

test.each<[what: string, stored: Identity, named: Partial<Identity>, answer: IdentityVerdict['answer']]>([
  ['the day that the key came with', CORRECTED, { birthDate: '2015-04-03' }, 'same'],
  ['other names', CORRECTED, OTHER_NAMES, 'doubt'],
  ['other names, no INE', { ...CORRECTED, ine: undefined }, OTHER_NAMES, 'doubt'],
  ['another family name, the stable id the same', CORRECTED, { familyName: 'Dubois' }, 'same'],
])('H2 after a corrected day of birth, %s', (_what, stored, named, answer) => {
  expect(compareIdentities(stored, { ...JULIE, ...named }).answer).toBe(answer);
});

test('H2 a day of birth is corrected under the names that the key came with only', () => {
  const renamed = { ...JULIE, firstNames: { givenName: 'Jo', familyName: 'Dubois' } };
  expect(compareIdentities(renamed, { ...JULIE, birthDate: '2015-04-03' }).answer).toBe('doubt');
});

test('the witnesses that disagree are named, the most reliable first', () => {
  const other = { ...JULIE, stableIds: ['id-2'], birthDate: '2000-01-01', givenName: 'Jean', ages: ['adult'] as const };
  expect(compareIdentities(JULIE, other).against).toEqual(['stable-id', 'birth-date', 'given-name', 'profile']);
});
