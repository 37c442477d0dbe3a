// SPDX-License-Identifier: EUPL-1.2
import { testDatabases } from '../../../testing/test-databases.js';
import { newId } from '../../infra/database/new-id.js';
import { PersonRow } from '../directory/person.entity.js';
import { openHostTables } from '../../app/host-tables-for-tests.js';
import { coreRecords } from '../personal-data/core-records.js';
import { lastLoginOf, noteLogin } from './last-login.js';

describe.each(testDatabases())('the last login on $name', (kind) => {
  test('belongs to one person, is part of their export, and is deleted with the person', async () => {
    const { dataSource, unitOfWork, drop } = await openHostTables(kind);
    const { manager } = dataSource;
    const [claire, ines] = [newId(), newId()];
    for (const id of [claire, ines]) {
      const names = { givenName: id, familyName: id, displayName: id, foldedName: id };
      await manager.insert(PersonRow, { id, ...names, disabledAt: null, createdAt: new Date() });
    }
    const [first, second] = [new Date('2026-11-23T08:00:00.123Z'), new Date('2026-11-24T08:00:00.456Z')];
    await noteLogin(unitOfWork, claire, first);
    await noteLogin(unitOfWork, claire, second);
    expect([await lastLoginOf(unitOfWork, claire), await lastLoginOf(unitOfWork, ines)]).toEqual([second, undefined]);
    expect([
      (await coreRecords(manager, claire))['lastLogin'],
      (await coreRecords(manager, ines))['lastLogin'],
    ]).toEqual([second, null]);
    await manager.delete(PersonRow, { id: claire });
    expect(await lastLoginOf(unitOfWork, claire)).toBeUndefined();
    await drop();
  });
});
