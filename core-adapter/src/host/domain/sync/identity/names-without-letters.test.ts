// SPDX-License-Identifier: EUPL-1.2
import { testDatabases } from '../../../../testing/test-databases.js';
import { PersonRow } from '../../directory/person.entity.js';
import { martin, OneDirectory } from '../testing/one-directory.js';

const NAMELESS = { givenName: '-', familyName: '.', displayName: '- .' };
const KARIM = { givenName: 'Karim', familyName: 'Nour', displayName: 'Karim Nour' };

describe.each(testDatabases())('names without a letter, on $name', (kind) => {
  let kit: OneDirectory;

  beforeAll(async () => {
    kit = await OneDirectory.open(kind);
  });
  afterAll(() => kit.drop());
  beforeEach(() => kit.next());

  async function namesOf(): Promise<string[]> {
    const { givenName, familyName, displayName } = await kit.fixture.person(kit.source, 'j.martin');
    return [givenName, familyName, displayName];
  }

  test.each([NAMELESS, { givenName: '', familyName: '', displayName: '' }])(
    'H2 %j are no witness: the person stays, keeps the real names, and is not another with other names',
    async (nameless) => {
      await kit.sync(martin({}, 'head'));
      const id = await kit.idOf();
      await kit.makeAdministrator(id);
      await kit.sync(martin(nameless, 'head'));
      expect(await kit.idOf()).toBe(id);
      expect(await kit.isAdministrator(id)).toBe(true);
      expect(await namesOf()).toEqual(['Julie', 'Martin', 'Julie Martin']);
      expect((await kit.sync(martin(nameless, 'head'))).state).toBe('unchanged');
      await kit.sync(martin(KARIM, 'head'));
      expect(await kit.idOf()).not.toBe(id);
      expect(await kit.isAdministrator(id)).toBe(false);
    },
  );

  test('one name without a letter: the other one changes', async () => {
    await kit.sync(martin({ stableId: 'j' }));
    const id = await kit.idOf();
    await kit.sync(martin({ stableId: 'j', givenName: '...', familyName: 'Martin-Petit', displayName: '' }));
    expect(await kit.idOf()).toBe(id);
    expect((await namesOf()).slice(0, 2)).toEqual(['Julie', 'Martin-Petit']);
  });

  test('a person that comes without names gets them when the directory says them', async () => {
    await kit.sync(martin(NAMELESS));
    const id = await kit.idOf();
    expect(await namesOf()).toEqual(['', '', 'j.martin']);
    await kit.sync(martin());
    expect(await kit.idOf()).toBe(id);
    expect(await namesOf()).toEqual(['Julie', 'Martin', 'Julie Martin']);
  });

  test('a name without a letter that an earlier version stored is no witness either', async () => {
    await kit.sync(martin({ stableId: 'j' }));
    const id = await kit.idOf();
    const { manager } = kit.fixture.database.dataSource;
    await manager.update(PersonRow, { id }, NAMELESS);
    await kit.change('j.martin', { givenName: '-', familyName: '.', firstGivenName: '-', firstFamilyName: '.' });
    await kit.sync(martin({ ...KARIM, stableId: 'j' }));
    expect(await kit.idOf()).toBe(id);
    expect(await namesOf()).toEqual(['Karim', 'Nour', 'Karim Nour']);
  });

  test('a person that comes back without names has the names of before', async () => {
    await kit.sync(martin({ stableId: 'j' }));
    await kit.sync();
    await kit.sync(martin({ stableId: 'j', ...NAMELESS }));
    expect(await namesOf()).toEqual(['Julie', 'Martin', 'Julie Martin']);
  });
});
