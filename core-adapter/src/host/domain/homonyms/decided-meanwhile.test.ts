// SPDX-License-Identifier: EUPL-1.2
import { testDatabases } from '../../../testing/test-databases.js';

import { OneDirectory, martin, withSchools } from '../sync/testing/one-directory.js';

describe.each(testDatabases())('a decision between a plan and its application, on $name', (kind) => {
  let kit: OneDirectory;

  beforeAll(async () => {
    kit = await OneDirectory.open(kind);
  });
  afterAll(() => kit.drop());
  beforeEach(() => kit.next());

  test('H2 a plan that names a person who has been merged since is not applied', async () => {
    await kit.sync(martin());
    const first = await kit.idOf();
    await kit.sync(martin({ givenName: 'Jules', displayName: 'Jules Martin' }));
    const [asked] = await kit.asked();
    const third = martin({ givenName: 'Karim', familyName: 'Nour', displayName: 'Karim Nour' });
    const { id } = await kit.fixture.plan(kit.source, withSchools(third));
    await kit.fixture.homonyms.decide(asked?.id ?? '', 'same', { actor: 'cli', reason: '' });
    const applied = kit.fixture.syncs.apply(id, { approve: { by: 'cli', reason: 'x' } });
    await expect(applied).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await kit.idOf()).toBe(first);
  });
});
