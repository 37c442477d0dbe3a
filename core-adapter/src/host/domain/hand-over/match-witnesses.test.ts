// SPDX-License-Identifier: EUPL-1.2
import { findLikenesses } from './find-recipients.js';
import { matchWitnesses, type PupilIdentity } from './match-witnesses.js';
import type { Witnesses } from './parcel.entity.js';
import type { PresentPupil } from './read-pupils.js';

const LEO = { givenName: 'Léo', familyName: 'Vernier', ine: '120000001AA', birthDate: '2015-03-01' };
const unnumbered = { ...LEO, ine: undefined };

function pupil(id: string, changes: Partial<PupilIdentity> = {}): PresentPupil {
  const { givenName, familyName, ine, birthDate } = { ...LEO, ...changes };
  const foldedName = `${familyName} ${givenName}`.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return { id, foldedName, said: [{ givenName, familyName, ine, birthDate }] };
}

const sought = (witnesses: Witnesses, pupilId = 'old') => ({ pupilId, witnesses, others: new Set<string>() });

test.each<[string, Witnesses, PupilIdentity, ReturnType<typeof matchWitnesses>]>([
  ['number, birth date and given name', LEO, LEO, 'same'],
  ['another family name', LEO, { ...LEO, familyName: 'Vernier-Roy' }, 'same'],
  ['no number on one side', unnumbered, LEO, 'doubt'],
  ['no number on either side', unnumbered, unnumbered, 'doubt'],
  ['another birth date with the same number', LEO, { ...LEO, birthDate: '2015-03-02' }, 'doubt'],
  ['another birth date without a number', unnumbered, { ...unnumbered, birthDate: '2015-03-02' }, 'doubt'],
  ['another number with the same birth date', LEO, { ...LEO, ine: '120000009ZZ' }, 'doubt'],
  ['another number and no birth date', LEO, { ...LEO, ine: '120000009ZZ', birthDate: undefined }, 'different'],
  ['another number and another birth date', LEO, { ...LEO, ine: '120000009ZZ', birthDate: '2015-09-09' }, 'different'],
  ['another given name with the same number', LEO, { ...LEO, givenName: 'Tom' }, 'doubt'],
  ['H3: the given name of a twin', unnumbered, { ...unnumbered, givenName: 'Tom' }, 'different'],
])('%s is an answer', (_, witnesses, other, answer) => {
  expect(matchWitnesses(witnesses, other)).toBe(answer);
});

test('a pupil is found by the only certain match, whatever namesakes there are', () => {
  const pupils = [pupil('new'), pupil('namesake', { ine: '120000005EE', birthDate: '2015-11-11' })];
  expect(findLikenesses([sought(LEO)], pupils)).toEqual({ found: new Map([['old', 'new']]), doubts: [] });
});

test('H3: two pupils with one number, or two parcels for one pupil, are doubts', () => {
  const both = findLikenesses([sought(LEO)], [pupil('one'), pupil('two')]);
  expect(both).toEqual({
    found: new Map(),
    doubts: ['one', 'two'].map((candidateId) => ({ pupilId: 'old', candidateId })),
  });
  const claimed = findLikenesses([sought(LEO), sought(LEO, 'other')], [pupil('new')]);
  expect(claimed).toEqual({
    found: new Map(),
    doubts: ['old', 'other'].map((pupilId) => ({ pupilId, candidateId: 'new' })),
  });
});

test('directories that contradict each other about a pupil leave a doubt', () => {
  const other = pupil('new', { ine: '120000009ZZ', birthDate: '2015-09-09' }).said;
  const torn = { ...pupil('new'), said: [...pupil('new').said, ...other] };
  expect(findLikenesses([sought(LEO)], [torn]).doubts).toEqual([{ pupilId: 'old', candidateId: 'new' }]);
});

test('a pupil that an administrator has told apart is not asked about again', () => {
  const apart = { ...sought(unnumbered), others: new Set(['new']) };
  expect(findLikenesses([apart], [pupil('new')])).toEqual({ found: new Map(), doubts: [] });
});
