// SPDX-License-Identifier: EUPL-1.2
import type { ImagePerson } from '../image/directory-image.js';
import { TILLEULS, VAL } from '../testing/records-for-tests.js';
import { isSomebodyElse } from './is-somebody-else.js';

function someone(givenName: string, familyName: string, ...attachments: string[]): ImagePerson {
  return {
    key: 'j.martin',
    login: 'j.martin',
    givenName,
    familyName,
    displayName: '',
    attachments: new Set(attachments),
    memberships: new Map(),
    children: new Set(),
  };
}

const JULIE = someone('Julie', 'Martin', `${TILLEULS} teacher`);

test.each<[string, ImagePerson, boolean]>([
  ['the same in another school', someone('JULIE', 'Martin', `${VAL} staff`), false],
  ['with the name of a spouse', someone('Julie', 'Dubois', `${TILLEULS} teacher`), false],
  ['with a second given name', someone('Julie-Anne', 'Martin', `${TILLEULS} teacher`), false],
  ['without a word about the given name', someone('', 'Martin', `${TILLEULS} teacher`), false],
  ['without an attachment', someone('Julie', 'Martin'), false],
  ['another given name', someone('Jean', 'Martin', `${TILLEULS} teacher`), true],
  ['another given and family name', someone('Jo', 'Martinez', `${TILLEULS} teacher`), true],
  ['a pupil of the same name', someone('Julie', 'Martin', `${VAL} pupil`), true],
])('H2 %s', (_what, newcomer, expected) => {
  expect(isSomebodyElse(JULIE, newcomer)).toBe(expected);
  expect(isSomebodyElse(newcomer, JULIE)).toBe(expected);
});
