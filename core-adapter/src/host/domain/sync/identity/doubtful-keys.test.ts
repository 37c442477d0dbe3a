// SPDX-License-Identifier: EUPL-1.2
import type { PersonRecord } from '../../../../api/directory/directory-source.js';
import { testDatabases } from '../../../../testing/test-databases.js';
import { member, person, TILLEULS } from '../testing/records-for-tests.js';
import { OneDirectory, martin } from '../testing/one-directory.js';

describe.each(testDatabases())('keys that may name another person, on $name', (kind) => {
  let kit: OneDirectory;

  beforeAll(async () => {
    kit = await OneDirectory.open(kind);
  });
  afterAll(() => kit.drop());
  beforeEach(() => kit.next());

  test('H2 two persons with data that differs since the question are not merged', async () => {
    await kit.sync(martin({ birthDate: '1970-01-01' }));
    const first = await kit.idOf();
    await kit.sync(martin({ familyName: 'Dubois' }));
    const [asked] = await kit.asked();
    await kit.sync(martin({ familyName: 'Dubois', birthDate: '1990-02-02' }));
    expect(asked).toMatchObject({ otherId: first, why: 'key', state: 'open' });
    const decide = (decision: 'same' | 'different') =>
      kit.fixture.homonyms.decide(asked?.id ?? '', decision, { actor: 'cli', reason: '' });

    await expect(decide('same')).rejects.toMatchObject({ details: { problem: 'different' } });
    expect(await kit.idOf()).not.toBe(first);
    expect(await kit.asked()).toMatchObject([{ state: 'open' }]);
    await decide('different');
    expect(await kit.asked()).toMatchObject([{ state: 'different' }]);
  });

  test('H2 once two persons are said to be one, what was known of the first still tells them from a third', async () => {
    await kit.sync(martin({ stableId: 'id-1', birthDate: '1970-01-01' }));
    const first = await kit.idOf();
    await kit.sync(martin({ familyName: 'Dubois' }));
    const asked = (await kit.asked())[0];
    await kit.sync(martin({ familyName: 'Dubois' }));
    if (asked) await kit.fixture.homonyms.decide(asked.id, 'same', { actor: 'cli', reason: '' });
    await kit.sync(martin({ familyName: 'Dubois', stableId: 'id-2', birthDate: '1990-02-02' }));
    expect(await kit.idOf()).not.toBe(first);
  });

  test('H2 in doubt the new person has nothing; after a decision they are the former one, without grants', async () => {
    await kit.sync(martin(), member('j.martin', 'CM2 A', TILLEULS, 'teacher'));
    const first = await kit.idOf();
    await kit.grantAll(first);
    const married = [
      martin({ familyName: 'Dubois', displayName: 'Julie Dubois' }),
      member('j.martin', 'CM2 A', TILLEULS, 'teacher'),
    ];
    await kit.sync(...married);
    const second = await kit.idOf();
    expect(second).not.toBe(first);
    const asked = (await kit.fixture.asked()).find(({ personId }) => personId === second);
    expect(asked).toMatchObject({ otherId: first, why: 'key', state: 'open' });

    kit.fixture.ended.length = 0;
    await kit.fixture.homonyms.decide(asked?.id ?? '', 'same', { actor: 'cli', reason: 'the same' });
    expect(await kit.idOf()).toBe(first);
    expect([await kit.isDisabled(first), await kit.isDisabled(second), kit.fixture.ended]).toEqual([
      false,
      true,
      [second],
    ]);
    expect(await kit.grantsOf(first)).toBe(0);
    expect(await kit.fixture.person(kit.source, 'j.martin')).toMatchObject({ displayName: 'Julie Dubois' });
    expect((await kit.fixture.directory.schoolsOf(first)).map(({ school: { uai } }) => uai)).toEqual([TILLEULS]);
    expect((await kit.sync(...married)).state).toBe('unchanged');
  });

  test('H2 two persons decided to be different are not asked about again', async () => {
    await kit.sync(martin());
    await kit.sync(martin({ givenName: 'Jules', displayName: 'Jules Martin' }));
    const asked = await kit.asked();
    await kit.fixture.homonyms.decide(asked[0]?.id ?? '', 'different', { actor: 'cli', reason: '' });
    await kit.sync();
    await kit.sync(martin({ givenName: 'Jules', displayName: 'Jules Martin' }));
    expect(await kit.asked()).toMatchObject([{ state: 'different' }]);
  });

  test('H2 twins without an INE who swap their keys do not swap what they have', async () => {
    const twin = (key: string, givenName: string): PersonRecord =>
      person(key, 'pupil', TILLEULS, {
        birthDate: '2015-04-02',
        givenName,
        familyName: 'Petit',
        displayName: givenName,
      });
    await kit.sync(twin('one.petit', 'Léa'), twin('two.petit', 'Zoé'));
    const ids = [await kit.idOf('one.petit'), await kit.idOf('two.petit')];
    await kit.sync(twin('one.petit', 'Zoé'), twin('two.petit', 'Léa'));
    expect(ids).not.toContain(await kit.idOf('one.petit'));
    expect(ids).not.toContain(await kit.idOf('two.petit'));
    expect(await kit.asked()).toHaveLength(2);
  });
});
