// SPDX-License-Identifier: EUPL-1.2
import type { PersonalDataHandlers, SchoolDatabase, SchoolStorage } from '@volee/core-adapter';
import { registerPersonalData } from './personal-data.js';

const unused = (): never => {
  throw new Error('not expected');
};

test('erasing a person removes the sender and the upload mark from class files', async () => {
  const changes: object[] = [];
  const repository = {
    ...{ findOne: unused, count: unused, sum: unused, insert: unused, increment: unused, delete: unused },
    find: () => Promise.resolve([]),
    update: (where: object, values: object) => Promise.resolve(changes.push(where, values)),
  };
  const db: SchoolDatabase = { repository: () => repository, query: unused, transaction: unused };
  const storage: SchoolStorage = { store: unused, open: unused, keys: unused, free: unused, remove: unused };
  let erasePerson: PersonalDataHandlers['erasePerson'] = unused;
  registerPersonalData({ personalData: (handlers) => void ({ erasePerson } = handlers) });

  await erasePerson({ uai: '0390001X', db, storage, personId: 'claire', sourceKeys: [] });
  expect(changes).toEqual([{ addedBy: 'claire' }, { addedBy: null, uploadMark: null }]);
});
