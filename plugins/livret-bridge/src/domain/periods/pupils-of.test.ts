// SPDX-License-Identifier: EUPL-1.2
import type { Group, GroupCounts, Member } from '@volee/core-adapter';
import { pupilsOf } from './pupils-of.js';

const group = (id: string, name: string): Group => ({ id, name, kind: 'class', schoolYear: 2026 });
const cm2 = group('cm2', 'CM2 A');
const ulis = group('ulis', 'ULIS école');
/** A class that nobody teaches. */
const ofFile = group('file', 'Classe du fichier');
const pupil = (id: string, level: string | null): Member => ({
  ...{ id, level, displayName: id, givenName: id, familyName: id },
});

const members = new Map([
  ['cm2', [pupil('ines', 'CM2'), pupil('theo', null)]],
  ['ulis', [pupil('theo', null), pupil('mila', null)]],
  ['file', [pupil('ines', 'CM2'), pupil('lena', 'CM2')]],
]);
const directory = {
  members: (id: string) => Promise.resolve(members.get(id) ?? []),
  classesOf: (): Promise<ReadonlyMap<string, readonly Group[]>> =>
    Promise.resolve(
      new Map([
        ['theo', [ulis, cm2]],
        ['mila', [ulis]],
      ]),
    ),
  countByGroup: (): Promise<readonly GroupCounts[]> =>
    Promise.resolve([cm2, ulis].map((group) => ({ group, pupils: 2, teachers: 1, guardians: 0 }))),
};

async function classesOf(classes: readonly Group[]): Promise<string[][]> {
  return (await pupilsOf(directory, classes)).map(({ id, classId }) => [id, classId]);
}

test('a pupil of a ULIS is in the class of their inscription, whichever class opens their bilan, and once', async () => {
  expect(await classesOf([ulis])).toEqual([
    ['theo', 'cm2'],
    ['mila', 'ulis'],
  ]);
  expect(await classesOf([ulis, cm2])).toEqual([
    ['ines', 'cm2'],
    ['theo', 'cm2'],
    ['mila', 'ulis'],
  ]);
});

test('a pupil that two classes name is in the one that somebody teaches, and in a class without a teacher where there is no other', async () => {
  expect(await classesOf([ofFile, cm2])).toEqual([
    ['ines', 'cm2'],
    ['theo', 'cm2'],
    ['lena', 'file'],
  ]);
});
