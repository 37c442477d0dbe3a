// SPDX-License-Identifier: EUPL-1.2
import { testDatabases } from '../../../testing/test-databases.js';
import { OneDirectory, martin } from '../testing/one-directory.js';

describe.each(testDatabases())('a question about two persons of one key, on $name', (kind) => {
  let kit: OneDirectory;

  beforeAll(async () => {
    kit = await OneDirectory.open(kind);
  });
  afterAll(() => kit.drop());
  beforeEach(() => kit.next());

  test('H2 two persons who have come to differ since the question are not made one', async () => {
    await kit.sync(martin({ birthDate: '1970-01-01' }));
    const first = await kit.idOf();
    await kit.sync(martin({ familyName: 'Dubois' }));
    const [asked] = await kit.asked();
    await kit.sync(martin({ familyName: 'Dubois', birthDate: '1990-02-02' }));
    expect(asked).toMatchObject({ otherId: first, why: 'key', state: 'open' });
    const decide = (decision: 'same' | 'different') =>
      kit.house.homonyms.decide(asked?.id ?? '', decision, { actor: 'cli', reason: '' });

    await expect(decide('same')).rejects.toMatchObject({ details: { problem: 'different' } });
    expect(await kit.idOf()).not.toBe(first);
    expect(await kit.asked()).toMatchObject([{ state: 'open' }]);
    await decide('different');
    expect(await kit.asked()).toMatchObject([{ state: 'different' }]);
  });
});
