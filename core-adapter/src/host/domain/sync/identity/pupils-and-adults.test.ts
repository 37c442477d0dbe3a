// SPDX-License-Identifier: EUPL-1.2
import { testDatabases } from '../../../../testing/test-databases.js';
import { person, TILLEULS, VAL } from '../testing/records-for-tests.js';
import { OneDirectory, martin, withSchools } from '../testing/one-directory.js';

describe.each(testDatabases())('pupils who become adults, on $name', (kind) => {
  let kit: OneDirectory;

  beforeAll(async () => {
    kit = await OneDirectory.open(kind);
  });
  afterAll(() => kit.drop());
  beforeEach(() => kit.next());

  const pupil = { ine: '120000004AA', birthDate: '2008-01-01' };

  test('H2 by way of an entry without a place: grants, sessions and tokens end', async () => {
    await kit.sync(martin({ stableId: 'id-1' }, 'pupil'));
    const id = await kit.idOf();
    await kit.makeAdministrator(id);
    await kit.sync(martin({ stableId: 'id-1' }, 'guardian'));
    await kit.sync(martin({ stableId: 'id-1' }, 'staff'));
    expect([await kit.isAdministrator(id), kit.fixture.ended]).toEqual([false, [id]]);
  });

  test('H2 by way of being both: grants, sessions and tokens end', async () => {
    const born = { stableId: 'id-1', birthDate: '1978-07-08' };
    await kit.sync(martin(born, 'head'));
    const id = await kit.idOf();
    await kit.makeAdministrator(id);
    await kit.sync(martin(born, 'head'), martin(born, 'pupil', VAL));
    await kit.sync(martin(born, 'pupil', VAL));
    expect(await kit.idOf()).toBe(id);
    expect([await kit.isAdministrator(id), kit.fixture.ended]).toEqual([false, [id]]);
  });

  test('H2 by way of an entry without a place, without an id: another person, or a doubt', async () => {
    await kit.sync(martin({}, 'pupil'));
    const id = await kit.idOf();
    await kit.sync(martin({}, 'guardian'));
    await kit.sync(martin({}, 'head'));
    expect(await kit.idOf()).not.toBe(id);
  });

  test('H2 by way of an absence while another source names them: grants, sessions and tokens end', async () => {
    const said = { ...pupil, stableId: 'id-1' };
    await kit.sync(martin(said, 'pupil'));
    const id = await kit.idOf();
    const other = `other-${kit.number}`;
    await kit.fixture.sync(other, withSchools(person('x.martin', 'pupil', TILLEULS, { ...pupil, givenName: 'Julie' })));
    await kit.makeAdministrator(id);
    await kit.sync();
    await kit.sync(martin(said, 'staff'));
    expect(await kit.idOf()).toBe(id);
    expect([await kit.isAdministrator(id), kit.fixture.ended]).toEqual([false, [id]]);
  });

  test('H2 by the entry of another source that joins: grants, sessions and tokens end', async () => {
    const said = { ine: '120000005AA', birthDate: '2008-01-02' };
    await kit.sync(martin(said, 'pupil'));
    const id = await kit.idOf();
    await kit.makeAdministrator(id);
    const other = `other-${kit.number}`;
    await kit.fixture.sync(other, withSchools(person('x.martin', 'staff', TILLEULS, { ...said, givenName: 'Julie' })));
    expect(await kit.fixture.idOf(other, 'x.martin')).toBe(id);
    expect([await kit.isAdministrator(id), kit.fixture.ended]).toEqual([false, [id]]);
  });

  test('H2 an administrator merged with a pupil of another source loses the right', async () => {
    const born = { birthDate: '1979-07-09' };
    await kit.sync(martin(born));
    const id = await kit.idOf();
    await kit.makeAdministrator(id);
    const other = `other-${kit.number}`;
    const names = { givenName: 'Julie', familyName: 'Martin', displayName: 'Julie Martin' };
    await kit.fixture.sync(other, withSchools(person('x.martin', 'pupil', VAL, { ...born, ...names })));
    const [asked] = await kit.asked(other);
    expect(asked).toMatchObject({ otherId: id, why: 'number' });
    await kit.fixture.homonyms.decide(asked?.id ?? '', 'same', { actor: 'cli', reason: '' });
    const kept = await kit.idOf();
    expect(await kit.fixture.idOf(other, 'x.martin')).toBe(kept);
    expect(await kit.isAdministrator(kept)).toBe(false);
  });
});
