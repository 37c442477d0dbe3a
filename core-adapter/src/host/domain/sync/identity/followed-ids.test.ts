// SPDX-License-Identifier: EUPL-1.2
import { testDatabases } from '../../../../testing/test-databases.js';
import { kin, person, TILLEULS, VAL } from '../testing/records-for-tests.js';
import { OneDirectory, martin, withSchools } from '../testing/one-directory.js';

describe.each(testDatabases())('a stable id that comes with another key, on $name', (kind) => {
  let kit: OneDirectory;

  beforeAll(async () => {
    kit = await OneDirectory.open(kind);
  });
  afterAll(() => kit.drop());
  beforeEach(() => kit.next());

  test('H2 a person stored without a stable id does not become the owner of an id that comes with their key', async () => {
    await kit.sync(martin(), person('l.nour', 'teacher', VAL, { stableId: 'id-2' }));
    const first = await kit.idOf();
    await kit.sync(martin({ stableId: 'id-2' }));
    expect(await kit.idOf()).not.toBe(first);
    expect(await kit.asked()).toMatchObject([{ otherId: first, why: 'key' }]);
  });

  test('H2 a guardian and a child with keys that both name other persons are synced', async () => {
    const kin = { type: 'kinship' as const, guardian: 'p.martin', child: 'j.martin' };
    const [parent, child] = [person('p.martin', 'guardian', TILLEULS), martin({ stableId: 'id-1' }, 'pupil')];
    await kit.sync(parent, child, kin, person('l.nour', 'teacher', VAL, { stableId: 'id-2' }));
    const former = await kit.idOf('p.martin');
    await kit.sync({ ...parent, stableId: 'id-2' }, { ...child, stableId: 'id-9' }, kin);
    expect(await kit.idOf('p.martin')).not.toBe(former);
    expect(await kit.childrenOf('p.martin')).toEqual([await kit.idOf()]);
  });

  test('H2 a person stored without a stable id does not become the owner of two ids when one of them comes with their key', async () => {
    const twice = { login: 'l.nour', givenName: 'Lina', familyName: 'Nour', displayName: 'Lina Nour' };
    await kit.sync(
      martin(),
      person('l.nour', 'teacher', VAL, { ...twice, stableId: 'id-2' }),
      person('l.nour', 'staff', TILLEULS, { ...twice, stableId: 'id-3' }),
    );
    const first = await kit.idOf();
    expect((await kit.rows()).map(({ stableIds }) => stableIds)).toContain('id-2 id-3');
    await kit.sync(martin({ stableId: 'id-3' }));
    expect(await kit.idOf()).not.toBe(first);
  });

  test('H2 `--same-persons` gives nobody the id of another person', async () => {
    const namesake = (stableId: string) => martin({ key: 'm.martin', login: 'm.martin', stableId });
    await kit.sync(martin(), person('l.nour', 'teacher', VAL, { stableId: 'id-3' }), namesake('id-2'));
    const [silent, swapped] = [await kit.idOf(), await kit.idOf('m.martin')];
    const records = [martin({ stableId: 'id-2' }), namesake('id-3')];
    const { id } = await kit.fixture.plan(kit.source, withSchools(...records));
    const approve = { by: 'cli', reason: 'restored', samePersons: true };
    await expect(kit.fixture.syncs.apply(id, { approve })).rejects.toThrow('nobody differs by the stable id alone');
    await kit.sync(...records);
    expect(await kit.idOf()).not.toBe(silent);
    expect(await kit.idOf('m.martin')).not.toBe(swapped);
  });

  test('a person is followed to the key of a leaver, who keeps their data', async () => {
    await kit.sync(person('j.dubois', 'teacher', VAL, { stableId: 'id-9' }), martin({ stableId: 'id-1' }));
    const [leaver, id] = [await kit.idOf('j.dubois'), await kit.idOf()];
    await kit.sync(martin({ stableId: 'id-1' }));
    const renamed = martin({ key: 'j.dubois', login: 'j.dubois', stableId: 'id-1' });
    const run = await kit.sync(renamed);
    expect(run.counts?.persons).toMatchObject({ created: 0, disabled: 0, revived: 0, changed: 1 });
    expect(await kit.idOf('j.dubois')).toBe(id);
    expect((await kit.rows()).find(({ personId }) => personId === leaver)).toMatchObject({ login: null });
    expect((await kit.sync(renamed)).state).toBe('unchanged');
  });

  test('a leaver who comes back under a third key at once leaves room for the person who takes theirs', async () => {
    const nour = { login: 'l.nour', givenName: 'Lina', familyName: 'Nour', displayName: 'Lina Nour', stableId: 'id-9' };
    await kit.sync(person('l.nour', 'teacher', VAL, nour), martin({ stableId: 'id-1' }));
    const [leaver, id] = [await kit.idOf('l.nour'), await kit.idOf()];
    await kit.sync(martin({ stableId: 'id-1' }));
    await kit.sync(
      martin({ key: 'l.nour', login: 'l.nour', stableId: 'id-1' }),
      person('lina', 'teacher', VAL, { ...nour, login: 'lina' }),
    );
    expect([await kit.idOf('lina'), await kit.idOf('l.nour')]).toEqual([leaver, id]);
  });

  test('of two persons with one stable id, the present one is followed', async () => {
    await kit.sync(martin({ stableId: 'id-1', birthDate: '1970-01-01' }));
    await kit.sync(martin({ stableId: 'id-1', birthDate: '1970-01-10' }));
    const now = await kit.idOf();
    await kit.sync(martin({ key: 'j.dubois', login: 'j.dubois', stableId: 'id-1', birthDate: '1970-01-10' }));
    expect(await kit.idOf('j.dubois')).toBe(now);
  });

  test('`--same-persons` adopts ids of persons whose stored keys have no accents', async () => {
    const noe = { givenName: 'Noé', familyName: 'Petit' };
    const entries = (from: number) => [
      person('noé.petit', 'pupil', TILLEULS, { ...noe, stableId: `id-${from}` }),
      ...Array.from({ length: 6 }, (_, at) => person(`p${at}`, 'pupil', TILLEULS, { stableId: `id-${from + 1 + at}` })),
    ];
    await kit.sync(...entries(0));
    const id = await kit.idOf('noé.petit');
    await kit.change('noé.petit', { key: 'noe.petit', digest: 'earlier' });
    const run = await kit.fixture.plan(kit.source, withSchools(...entries(100)));
    expect(run.verdict?.reasons[0]?.code).toBe('ids-replaced');
    const approve = { by: 'cli', reason: 'restored', samePersons: true };
    await kit.fixture.syncs.apply(run.id, { approve });
    expect(await kit.syncIfAllowed(...entries(100))).toBe('applied');
    expect(await kit.idOf('noé.petit')).toBe(id);
  });

  test('a renamed pupil of a school that could not be read stays the child of their parents', async () => {
    const parent = person('p.martin', 'guardian', TILLEULS);
    const child = martin({ stableId: 'id-1' }, 'pupil');
    await kit.sync(child, parent, kin('p.martin', 'j.martin'));
    const id = await kit.idOf();
    const renamed = martin({ key: 'j.dubois', login: 'j.dubois', stableId: 'id-1' }, 'pupil');
    await kit.sync({ type: 'unread-school', uai: TILLEULS, reason: 'it is at another server' }, renamed, parent);
    expect(await kit.idOf('j.dubois')).toBe(id);
    expect(await kit.childrenOf('p.martin')).toEqual([id]);
  });

  test('a person is followed to a new login by the stable id, and the old one may go to another person at once', async () => {
    const parent = person('p.martin', 'guardian', TILLEULS);
    await kit.sync(martin({ stableId: 'id-1' }, 'pupil'), parent, kin('p.martin', 'j.martin'));
    const id = await kit.idOf();
    await kit.grantAll(id);
    const renamed = martin({ key: 'j.dubois', login: 'j.dubois', familyName: 'Dubois', stableId: 'id-1' }, 'pupil');
    const other = martin({ stableId: 'id-2', givenName: 'Jo', displayName: 'Jo Martin' }, 'pupil', VAL);
    const run = await kit.sync(renamed, other, parent, kin('p.martin', 'j.dubois'));
    expect(run.counts?.persons).toMatchObject({ created: 1, changed: 1, disabled: 0, replaced: 0 });
    expect([await kit.idOf('j.dubois'), await kit.grantsOf(id), kit.fixture.ended]).toEqual([id, 2, []]);
    expect(await kit.idOf()).not.toBe(id);
    expect(await kit.grantsOf(await kit.idOf())).toBe(0);
    expect(await kit.fixture.directory.childrenOf(await kit.idOf('p.martin'))).toMatchObject([{ id }]);
    expect((await kit.sync(renamed, other, parent, kin('p.martin', 'j.dubois'))).state).toBe('unchanged');
  });

  test('the stable id identifies a person who returns under another key, or who lost the old key to another person', async () => {
    await kit.sync(martin({ stableId: 'id-1' }));
    const id = await kit.idOf();
    await kit.sync(martin({ stableId: 'id-2', givenName: 'Jo', familyName: 'Petit' }));
    await kit.sync(
      martin({ stableId: 'id-2', givenName: 'Jo', familyName: 'Petit' }),
      martin({ key: 'julie', login: 'julie', stableId: 'id-1' }),
    );
    expect(await kit.idOf('julie')).toBe(id);
    expect(await kit.isDisabled(id)).toBe(false);
  });

  test('H2 a new key with a known stable id and another INE is another person', async () => {
    await kit.sync(martin({ stableId: 'id-1', ine: '120000001AA' }, 'pupil'));
    const id = await kit.idOf();
    await kit.sync(martin({ key: 'other', login: 'other', stableId: 'id-1', ine: '120000002BB' }, 'pupil'));
    expect(await kit.idOf('other')).not.toBe(id);
    expect(await kit.isDisabled(id)).toBe(true);
  });

  test('H2 a new key with the stable id of a person who is present without the id takes nothing', async () => {
    await kit.sync(martin({ stableId: 'id-1' }));
    const id = await kit.idOf();
    await kit.grantAll(id);
    await kit.sync(martin());
    const karim = { key: 'k.nour', login: 'k.nour', givenName: 'Karim', familyName: 'Nour', stableId: 'id-1' };
    await kit.sync(martin(), martin(karim));
    expect([await kit.idOf(), await kit.grantsOf(id)]).toEqual([id, 2]);
    expect(await kit.idOf('k.nour')).not.toBe(id);
  });

  test('guardians of a renamed child keep the child, and get no other child by the old key', async () => {
    const parent = person('p.martin', 'guardian', TILLEULS);
    await kit.sync(martin({ stableId: 'id-1' }, 'pupil'), parent, kin('p.martin', 'j.martin'));
    const other = martin({ stableId: 'id-2', givenName: 'Jo', displayName: 'Jo Martin' }, 'pupil', VAL);
    const renamed = martin({ key: 'j.dubois', login: 'j.dubois', stableId: 'id-1' }, 'pupil');
    await kit.sync(renamed, other, parent, kin('p.martin', 'j.martin'));
    const children = await kit.fixture.directory.childrenOf(await kit.idOf('p.martin'));
    expect(children.map(({ id }) => id)).toEqual([await kit.idOf()]);
  });
});
