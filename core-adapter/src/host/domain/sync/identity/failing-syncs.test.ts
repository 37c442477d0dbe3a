// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases } from '../../../../testing/test-databases.js';
import { person, TILLEULS } from '../testing/records-for-tests.js';
import { OneDirectory, martin, withSchools } from '../testing/one-directory.js';

describe.each(bothDatabases())('a directory that makes every sync fail, on $name', (kind) => {
  let kit: OneDirectory;

  beforeAll(async () => {
    kit = await OneDirectory.open(kind);
  });
  afterAll(() => kit.drop());
  beforeEach(() => kit.next());

  test('L9 a long key with an emoji that is given again', async () => {
    const key = `${'a'.repeat(139)}\u{1F600}`;
    await kit.sync(person(key, 'pupil', TILLEULS, { stableId: 'id-1', givenName: 'Léa', familyName: 'Petit' }));
    const other = person(key, 'pupil', TILLEULS, { stableId: 'id-2', givenName: 'Ali', familyName: 'Nour' });
    expect((await kit.sync(other)).state).toBe('applied');
  });

  test('L9 a second entry of a pupil who comes back, with the number that the first one leaves out', async () => {
    const said = { ine: '120000009AA', birthDate: '2010-01-01' };
    await kit.sync(martin(said, 'pupil'));
    const id = await kit.idOf();
    const other = person('x.martin', 'pupil', TILLEULS, { ...said, givenName: 'Julie' });
    await kit.fixture.sync(`other-${kit.number}`, withSchools(other));
    await kit.sync();
    const second = person('k2', 'pupil', TILLEULS, { ...said, givenName: 'Julie', familyName: 'Martin' });
    expect((await kit.sync(martin({ birthDate: said.birthDate }, 'pupil'), second)).state).toBe('applied');
    expect(await kit.idOf()).toBe(id);
  });

  test.each([
    ['half a character', 'bad\ud800'],
    ['a NUL', 'bad\u0000x'],
  ])('L9 a key with %s', async (_what, key) => {
    const one = person(key, 'pupil', TILLEULS, { givenName: 'Léa', familyName: 'Petit', displayName: 'Léa Petit' });
    await kit.sync(one);
    expect((await kit.sync(one)).state).toBe('unchanged');
  });
});
