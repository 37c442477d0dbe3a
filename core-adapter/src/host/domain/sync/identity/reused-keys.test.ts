// SPDX-License-Identifier: EUPL-1.2
import type { PersonRecord } from '../../../../api/directory/directory-source.js';
import type { Profile } from '../../../../api/people.js';
import { testDatabases } from '../../../../testing/test-databases.js';
import { ExternalIdRow } from '../../directory/external-id.entity.js';
import { retiredKey } from '../../directory/retired-key.js';
import { describeLines } from '../plan/describe-lines.js';
import { kin, member, person, TILLEULS, VAL } from '../testing/records-for-tests.js';
import { OneDirectory, martin } from '../testing/one-directory.js';

describe.each(testDatabases())('keys that are given again, on $name', (kind) => {
  let kit: OneDirectory;

  beforeAll(async () => {
    kit = await OneDirectory.open(kind);
  });
  afterAll(() => kit.drop());
  beforeEach(() => kit.next());

  test('H2 the login of a head, given to a new pupil before the next sync, opens nothing of the head', async () => {
    await kit.sync(martin({ stableId: 'id-1' }), member('j.martin', 'CM2 A', TILLEULS, 'teacher'));
    const head = await kit.idOf();
    await kit.grantAll(head);
    const pupil = martin(
      { stableId: 'id-2', givenName: 'Jo', displayName: 'Jo Martinez', ine: '120000001AA' },
      'pupil',
      VAL,
    );
    const run = await kit.sync(
      pupil,
      member('j.martin', '6e B', VAL),
      person('p.martinez', 'guardian', VAL),
      kin('p.martinez', 'j.martin'),
    );

    expect(await kit.idOf()).not.toBe(head);
    expect([await kit.isDisabled(head), await kit.grantsOf(head), await kit.grantsOf(await kit.idOf())]).toEqual([
      true,
      0,
      0,
    ]);
    expect(kit.fixture.ended).toEqual([head]);
    expect(run.counts?.persons).toMatchObject({ created: 2, disabled: 1, changed: 0, replaced: 1, homonyms: 0 });
    const lines = run.plan ? describeLines(run.plan).join('\n') : '';
    expect(lines).toContain(`${TILLEULS} j.martin "Julie Martin" (teacher, "cm2 a"): the key names another person now`);
    expect(lines).toContain(`${VAL} j.martin "Jo Martinez" (pupil, "6e b"): the key was another person’s`);
    expect((await kit.fixture.directory.schoolsOf(await kit.idOf())).map(({ profiles }) => profiles)).toEqual([
      ['pupil'],
    ]);
    expect(await kit.fixture.directory.childrenOf(await kit.idOf('p.martinez'))).toMatchObject([
      { id: await kit.idOf() },
    ]);
    expect(
      await kit.fixture.database.dataSource.manager.findOneBy(ExternalIdRow, {
        source: kit.source,
        key: retiredKey('j.martin', head),
      }),
    ).toMatchObject({ personId: head, login: null, formerLogin: 'j.martin' });
  });

  test('H2 a namesake with another INE and day of birth does not come back as the leaver', async () => {
    await kit.sync(martin({ ine: '120000001AA', birthDate: '2015-01-01' }, 'pupil'));
    const first = await kit.idOf();
    await kit.sync();
    const run = await kit.sync(martin({ ine: '120000002BB', birthDate: '2015-02-02' }, 'pupil'));
    expect(await kit.idOf()).not.toBe(first);
    expect(run.counts?.persons).toMatchObject({ created: 1, revived: 0, homonyms: 0 });
  });

  test('H2 a witness that the kit.source fell silent about still counts', async () => {
    await kit.sync(martin({ stableId: 'id-1', ine: '120000001AA' }, 'pupil'));
    const first = await kit.idOf();
    await kit.sync(martin({}, 'pupil'));
    expect(await kit.idOf()).toBe(first);
    await kit.sync(martin({ ine: '120000002BB' }, 'pupil'));
    expect(await kit.idOf()).not.toBe(first);
  });

  test('H2 guardians whose own entries stay are the parents of the new child, not of the old one', async () => {
    const parent = person('p.martin', 'guardian', TILLEULS);
    const zoe = martin({ stableId: 'id-1' }, 'pupil');
    await kit.sync(zoe, parent, kin('p.martin', 'j.martin'));
    const first = await kit.idOf();
    const other = martin({ stableId: 'id-2', givenName: 'Ali', familyName: 'Nour', displayName: 'Ali Nour' }, 'pupil');
    await kit.sync(other, parent, kin('p.martin', 'j.martin'));
    const children = await kit.fixture.directory.childrenOf(await kit.idOf('p.martin'));
    expect(children.map(({ id }) => id)).toEqual([await kit.idOf()]);
    expect(await kit.idOf()).not.toBe(first);
    expect((await kit.sync(other, parent, kin('p.martin', 'j.martin'))).state).toBe('unchanged');
  });

  test.each<[string, Partial<PersonRecord>, Profile]>([
    ['marries', { familyName: 'Dubois', displayName: 'Julie Dubois' }, 'teacher'],
    ['changes given name', { givenName: 'Jules', displayName: 'Jules Martin' }, 'teacher'],
    ['is written in capitals', { givenName: 'JULIE', familyName: 'MARTIN' }, 'staff'],
  ])('H2 an adult who %s is the same person by the stable id, and keeps all', async (_what, changes, profile) => {
    await kit.sync(martin({ stableId: 'ID-1' }));
    const id = await kit.idOf();
    await kit.grantAll(id);
    await kit.sync(martin({ stableId: 'id-1', ...changes }, profile));
    expect([await kit.idOf(), await kit.grantsOf(id), kit.fixture.ended]).toEqual([id, 2, []]);
  });

  test('H2 a pupil who becomes staff is the same person; what was granted, sessions and tokens end', async () => {
    await kit.sync(martin({ stableId: 'id-1' }, 'pupil'));
    const id = await kit.idOf();
    await kit.grantAll(id);
    await kit.sync(martin({ stableId: 'id-1' }, 'staff'));
    expect([await kit.idOf(), await kit.grantsOf(id), kit.fixture.ended]).toEqual([id, 0, [id]]);
    expect(await kit.isDisabled(id)).toBe(false);
  });
});
