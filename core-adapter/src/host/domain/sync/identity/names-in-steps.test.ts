// SPDX-License-Identifier: EUPL-1.2
import { testDatabases } from '../../../../testing/test-databases.js';
import { person, TILLEULS } from '../testing/records-for-tests.js';
import { OneDirectory, martin } from '../testing/one-directory.js';

describe.each(testDatabases())('names that change in steps, on $name', (kind) => {
  let kit: OneDirectory;

  beforeAll(async () => {
    kit = await OneDirectory.open(kind);
  });
  afterAll(() => kit.drop());
  beforeEach(() => kit.next());

  test('H2 by way of nothing: an administrator is not somebody with other names', async () => {
    await kit.sync(martin({}, 'head'));
    const id = await kit.idOf();
    await kit.makeAdministrator(id);
    await kit.sync(martin({ givenName: '', familyName: '', displayName: '' }, 'head'));
    await kit.sync(martin({ givenName: 'Karim', familyName: 'Nour', displayName: 'Karim Nour' }, 'head'));
    expect(await kit.idOf()).not.toBe(id);
    expect(await kit.isAdministrator(id)).toBe(false);
  });

  test('H2 by way of both names at once', async () => {
    await kit.sync(martin({}, 'head'));
    const id = await kit.idOf();
    await kit.makeAdministrator(id);
    await kit.sync(martin({ givenName: 'Julie Karim', familyName: 'Martin Nour' }, 'head'));
    await kit.sync(martin({ givenName: 'Karim', familyName: 'Nour' }, 'head'));
    expect(await kit.idOf()).not.toBe(id);
  });

  test('a day of birth makes up for another family name beside the same given name, not beside none', async () => {
    const born = { birthDate: '2011-01-04' };
    await kit.sync(person('l.p', 'pupil', TILLEULS, { ...born, givenName: 'Léa', familyName: 'Petit' }));
    const id = await kit.idOf('l.p');
    await kit.sync(person('l.p', 'pupil', TILLEULS, { ...born, givenName: '', familyName: 'Nour' }));
    expect(await kit.idOf('l.p')).not.toBe(id);
  });
});
