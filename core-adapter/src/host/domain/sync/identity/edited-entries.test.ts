// SPDX-License-Identifier: EUPL-1.2
import type { PersonRecord } from '../../../../api/directory/directory-source.js';
import { testDatabases } from '../../../../testing/test-databases.js';
import { member, TILLEULS } from '../testing/records-for-tests.js';
import { OneDirectory, martin } from '../testing/one-directory.js';

const KARIM = { givenName: 'Karim', familyName: 'Nour', displayName: 'Karim Nour' };

describe.each(testDatabases())('an entry that is edited in place, on $name', (kind) => {
  let kit: OneDirectory;

  beforeAll(async () => {
    kit = await OneDirectory.open(kind);
  });
  afterAll(() => kit.drop());
  beforeEach(() => kit.next());

  const inClass = member('j.martin', 'CM2 A', TILLEULS, 'teacher');
  const entry = (changes: Partial<PersonRecord> = {}) => martin({ stableId: 'id-1', ...changes });

  test('H2 other names of an adult with the same uid and stable id are a doubt: rights, sessions and tokens end at once', async () => {
    await kit.sync(entry(), inClass);
    const head = await kit.idOf();
    await kit.grantAll(head);
    const run = await kit.sync(entry(KARIM), inClass);
    const second = await kit.idOf();
    expect(second).not.toBe(head);
    expect([await kit.isDisabled(head), await kit.grantsOf(head), await kit.grantsOf(second)]).toEqual([true, 0, 0]);
    expect(kit.fixture.ended).toEqual([head]);
    expect(run.counts?.persons).toMatchObject({ created: 1, disabled: 1, changed: 0, replaced: 1, homonyms: 1 });
    expect(await kit.asked()).toMatchObject([{ personId: second, otherId: head, why: 'key', state: 'open' }]);
    expect((await kit.sync(entry(KARIM), inClass)).state).toBe('unchanged');
  });

  test('H2 after the decision that they are the same, later changes are compared with the new names', async () => {
    await kit.sync(entry());
    const id = await kit.idOf();
    await kit.sync(entry(KARIM));
    const [asked] = await kit.asked();
    await kit.fixture.homonyms.decide(asked?.id ?? '', 'same', { actor: 'cli', reason: '' });
    expect(await kit.idOf()).toBe(id);
    await kit.sync(entry({ ...KARIM, familyName: 'Petit' }));
    expect(await kit.idOf()).toBe(id);
  });

  test.each<[string, Partial<PersonRecord>[]]>([
    ['the family name, then the given name', [{ familyName: 'Nour' }, KARIM]],
    ['the given name, then the family name', [{ givenName: 'Karim' }, KARIM]],
    ['by way of both names beside each other', [{ givenName: 'Julie Karim', familyName: 'Martin-Nour' }, KARIM]],
    ['by way of no names', [{ givenName: '', familyName: '', displayName: 'Julie Martin' }, KARIM]],
  ])('H2 an entry that is edited in two syncs, %s, is a doubt too', async (_what, steps) => {
    await kit.sync(entry());
    const id = await kit.idOf();
    await kit.grantAll(id);
    for (const step of steps) await kit.sync(entry(step));
    expect(await kit.idOf()).not.toBe(id);
    expect(await kit.grantsOf(id)).toBe(0);
  });

  test.each<[string, Partial<PersonRecord>]>([
    ['whose surname alone changes', { familyName: 'Dubois', displayName: 'Julie Dubois' }],
    ['who takes a second given name and a double surname', { givenName: 'Julie Anne', familyName: 'Martin-Roy' }],
    ['whose given and family name were in the wrong fields', { givenName: 'Martin', familyName: 'Julie' }],
    ['whose day of birth agrees', { ...KARIM, birthDate: '1970-01-01' }],
  ])('H2 an adult %s stays the same person', async (_what, changes) => {
    const { birthDate } = changes;
    await kit.sync(entry(birthDate === undefined ? {} : { birthDate }));
    const id = await kit.idOf();
    await kit.grantAll(id);
    await kit.sync(entry(changes));
    expect([await kit.idOf(), await kit.grantsOf(id), kit.fixture.ended]).toEqual([id, 2, []]);
  });
});
