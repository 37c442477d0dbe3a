// SPDX-License-Identifier: EUPL-1.2
import type { Group, Member } from '@volee/core-adapter';
import { pupilsOf } from './pupils-of.js';

const group = (id: string, name: string): Group => ({ id, name, kind: 'class', schoolYear: 2026 });
const cm2 = group('cm2', 'CM2 A');
const ulis = group('ulis', 'ULIS école');
const pupil = (id: string, level: string | null): Member => ({
  ...{ id, level, displayName: id, givenName: id, familyName: id },
});

const members = new Map([
  ['cm2', [pupil('ines', 'CM2'), pupil('theo', null)]],
  ['ulis', [pupil('theo', null), pupil('mila', null)]],
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
};

test('a pupil of a ULIS is in the class of their inscription, whichever class opens their bilan, and once', async () => {
  const classesOf = async (classes: readonly Group[]): Promise<string[][]> =>
    (await pupilsOf(directory, classes)).map(({ id, classId }) => [id, classId]);
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
