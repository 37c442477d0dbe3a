// SPDX-License-Identifier: EUPL-1.2
import type { UserAccess, Group } from '@volee/core-adapter';
import { classToOpen, readableClass, readableClasses } from './classes.js';

const groups: Group[] = [
  { id: 'cm1', name: 'CM1', kind: 'class', schoolYear: 2026 },
  { id: 'choir', name: 'Chorale', kind: 'option', schoolYear: 2026 },
  { id: 'cm2', name: 'CM2', kind: 'class', schoolYear: 2026 },
];
const access: Pick<UserAccess<string>, 'groups'> = { groups: () => Promise.resolve(groups) };

test('only classes have a space, in the order in which the host names them', async () => {
  expect((await readableClasses(access)).map(({ id }) => id)).toEqual(['cm1', 'cm2']);
  expect(await readableClass(access, 'cm2')).toMatchObject({ name: 'CM2' });
});

test('T8: another group, or a class that the user may not read, is not found', async () => {
  for (const id of ['choir', '6a'])
    await expect(readableClass(access, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('a head that teaches sees their own class first; one that does not, the first by name', async () => {
  const teaching: typeof access = {
    groups: (permission) => Promise.resolve(permission === 'write' ? groups.slice(1) : groups),
  };
  const reading: typeof access = {
    groups: (permission) => Promise.resolve(permission === 'write' ? [] : groups),
  };
  expect(await classToOpen(teaching)).toMatchObject({ name: 'CM2' });
  expect(await classToOpen(reading)).toMatchObject({ name: 'CM1' });
});
