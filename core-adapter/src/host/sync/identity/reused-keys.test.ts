// SPDX-License-Identifier: EUPL-1.2
import { gzipSync } from 'node:zlib';
import type { DirectoryRecord, PersonRecord } from '../../../api/directory-source.js';
import type { Profile } from '../../../api/people.js';
import { testDatabases } from '../../../testing/test-databases.js';
import { AdministratorRow } from '../../administrators/administrator.entity.js';
import { newId } from '../../database/new-id.js';
import { AttachmentRow, GRANT_SOURCE } from '../../directory/attachment.entity.js';
import { ExternalIdRow } from '../../directory/external-id.entity.js';
import { PersonRow } from '../../directory/person.entity.js';
import { retiredKey } from '../../directory/retired-key.js';
import { describeLines } from '../plan/describe-lines.js';
import { SyncPlanPartRow } from '../runs/sync-plan-part.entity.js';
import { group, kin, member, person, school, SIGNAL, sourceOf, TILLEULS, VAL } from '../testing/records-for-tests.js';
import { SeveralSources } from '../testing/several-sources.js';

const schools = [
  school(TILLEULS, 'École des Tilleuls'),
  school(VAL, 'Collège du Val'),
  group('CM2 A', TILLEULS),
  group('6e B', VAL),
];
const entry = (changes: Partial<PersonRecord> = {}, profile: Profile = 'teacher', uai = TILLEULS): PersonRecord =>
  person('j.martin', profile, uai, { givenName: 'Julie', displayName: 'Julie Martin', ...changes });
const withSchools = (...records: DirectoryRecord[]): DirectoryRecord[] => [...schools, ...records];

describe.each(testDatabases())('keys that are given again, on $name', (kind) => {
  let house: SeveralSources;

  beforeAll(async () => {
    house = await SeveralSources.open(kind);
  });
  afterAll(() => house.database.drop());
  // One source a test: what others leave behind is another directory's.
  let source = 'ldap-0';
  let number = 0;
  beforeEach(() => {
    number += 1;
    source = `ldap-${number}`;
    house.ended.length = 0;
  });

  const sync = (...records: DirectoryRecord[]) => house.sync(source, withSchools(...records));
  const idOf = (key = 'j.martin') => house.idOf(source, key);

  async function grantAll(personId: string): Promise<void> {
    const { manager } = house.database.dataSource;
    const head = { personId, uai: TILLEULS, profile: 'head' as const, source: GRANT_SOURCE };
    await manager.insert(AttachmentRow, { ...head, id: newId(), from: house.clock.now(), until: null });
    await manager.insert(AdministratorRow, { personId, grantedAt: house.clock.now() });
  }

  async function grantsOf(personId: string): Promise<number> {
    const { manager } = house.database.dataSource;
    const heads = await manager.findBy(AttachmentRow, { personId, source: GRANT_SOURCE });
    return heads.filter(({ until }) => until === null).length + (await manager.countBy(AdministratorRow, { personId }));
  }

  const isDisabled = async (id: string): Promise<boolean> => {
    const row = await house.database.dataSource.manager.findOneByOrFail(PersonRow, { id });
    return row.disabledAt !== null;
  };

  test('H2 the login of a head, given to a new pupil before the next sync, opens nothing of the head', async () => {
    await sync(entry({ stableId: 'id-1' }), member('j.martin', 'CM2 A', TILLEULS, 'teacher'));
    const head = await idOf();
    await grantAll(head);
    const pupil = entry(
      { stableId: 'id-2', givenName: 'Jo', displayName: 'Jo Martinez', ine: '120000001AA' },
      'pupil',
      VAL,
    );
    const run = await sync(
      pupil,
      member('j.martin', '6e B', VAL),
      person('p.martinez', 'guardian', VAL),
      kin('p.martinez', 'j.martin'),
    );

    expect(await idOf()).not.toBe(head);
    expect([await isDisabled(head), await grantsOf(head), await grantsOf(await idOf())]).toEqual([true, 0, 0]);
    expect(house.ended).toEqual([head]);
    expect(run.counts?.persons).toMatchObject({ created: 2, disabled: 1, changed: 0, replaced: 1, homonyms: 0 });
    const lines = run.plan ? describeLines(run.plan).join('\n') : '';
    expect(lines).toContain(`${TILLEULS} j.martin "Julie Martin" (teacher, "cm2 a"): the key names another person now`);
    expect(lines).toContain(`${VAL} j.martin "Jo Martinez" (pupil, "6e b"): the key was another person’s`);
    expect((await house.directory.schoolsOf(await idOf())).map(({ profiles }) => profiles)).toEqual([['pupil']]);
    expect(await house.directory.childrenOf(await idOf('p.martinez'))).toMatchObject([{ id: await idOf() }]);
    expect(
      await house.database.dataSource.manager.findOneBy(ExternalIdRow, { source, key: retiredKey('j.martin', head) }),
    ).toMatchObject({ personId: head, login: null, formerLogin: 'j.martin' });
  });

  test('H2 a namesake with another INE and day of birth does not come back as the leaver', async () => {
    await sync(entry({ ine: '120000001AA', birthDate: '2015-01-01' }, 'pupil'));
    const first = await idOf();
    await sync();
    const run = await sync(entry({ ine: '120000002BB', birthDate: '2015-02-02' }, 'pupil'));
    expect(await idOf()).not.toBe(first);
    expect(run.counts?.persons).toMatchObject({ created: 1, revived: 0, homonyms: 0 });
  });

  test('H2 a witness that the source fell silent about still counts', async () => {
    await sync(entry({ stableId: 'id-1', ine: '120000001AA' }, 'pupil'));
    const first = await idOf();
    await sync(entry({}, 'pupil'));
    expect(await idOf()).toBe(first);
    await sync(entry({ ine: '120000002BB' }, 'pupil'));
    expect(await idOf()).not.toBe(first);
  });

  test('H2 guardians whose own entries stay are the parents of the new child, not of the old one', async () => {
    const parent = person('p.martin', 'guardian', TILLEULS);
    const zoe = entry({ stableId: 'id-1' }, 'pupil');
    await sync(zoe, parent, kin('p.martin', 'j.martin'));
    const first = await idOf();
    const other = entry({ stableId: 'id-2', givenName: 'Ali', familyName: 'Nour', displayName: 'Ali Nour' }, 'pupil');
    await sync(other, parent, kin('p.martin', 'j.martin'));
    const children = await house.directory.childrenOf(await idOf('p.martin'));
    expect(children.map(({ id }) => id)).toEqual([await idOf()]);
    expect(await idOf()).not.toBe(first);
    expect((await sync(other, parent, kin('p.martin', 'j.martin'))).state).toBe('unchanged');
  });

  test.each<[string, Partial<PersonRecord>, Profile]>([
    ['marries', { familyName: 'Dubois', displayName: 'Julie Dubois' }, 'teacher'],
    ['changes given name', { givenName: 'Jules', displayName: 'Jules Martin' }, 'teacher'],
    ['is written in capitals', { givenName: 'JULIE', familyName: 'MARTIN' }, 'staff'],
  ])('H2 an adult who %s is the same person by the stable id, and keeps all', async (_what, changes, profile) => {
    await sync(entry({ stableId: 'ID-1' }));
    const id = await idOf();
    await grantAll(id);
    await sync(entry({ stableId: 'id-1', ...changes }, profile));
    expect([await idOf(), await grantsOf(id), house.ended]).toEqual([id, 2, []]);
  });

  test('H2 a pupil who becomes staff is the same person; what was granted, sessions and tokens end', async () => {
    await sync(entry({ stableId: 'id-1' }, 'pupil'));
    const id = await idOf();
    await grantAll(id);
    await sync(entry({ stableId: 'id-1' }, 'staff'));
    expect([await idOf(), await grantsOf(id), house.ended]).toEqual([id, 0, [id]]);
    expect(await isDisabled(id)).toBe(false);
  });

  test('a person is followed to a new login by the stable id, and the old one may go to another person at once', async () => {
    const parent = person('p.martin', 'guardian', TILLEULS);
    await sync(entry({ stableId: 'id-1' }, 'pupil'), parent, kin('p.martin', 'j.martin'));
    const id = await idOf();
    await grantAll(id);
    const renamed = entry({ key: 'j.dubois', login: 'j.dubois', familyName: 'Dubois', stableId: 'id-1' }, 'pupil');
    const other = entry({ stableId: 'id-2', givenName: 'Jo', displayName: 'Jo Martin' }, 'pupil', VAL);
    const run = await sync(renamed, other, parent, kin('p.martin', 'j.dubois'));
    expect(run.counts?.persons).toMatchObject({ created: 1, changed: 1, disabled: 0, replaced: 0 });
    expect([await idOf('j.dubois'), await grantsOf(id), house.ended]).toEqual([id, 2, []]);
    expect(await idOf()).not.toBe(id);
    expect(await grantsOf(await idOf())).toBe(0);
    expect(await house.directory.childrenOf(await idOf('p.martin'))).toMatchObject([{ id }]);
    expect((await sync(renamed, other, parent, kin('p.martin', 'j.dubois'))).state).toBe('unchanged');
  });

  test('a person who comes back under another key, or whose old key is another’s, is known by the stable id', async () => {
    await sync(entry({ stableId: 'id-1' }));
    const id = await idOf();
    await sync(entry({ stableId: 'id-2', givenName: 'Jo', familyName: 'Petit' }));
    await sync(
      entry({ stableId: 'id-2', givenName: 'Jo', familyName: 'Petit' }),
      entry({ key: 'julie', login: 'julie', stableId: 'id-1' }),
    );
    expect(await idOf('julie')).toBe(id);
    expect(await isDisabled(id)).toBe(false);
  });

  test('H2 a new key with a known stable id and another INE is another person', async () => {
    await sync(entry({ stableId: 'id-1', ine: '120000001AA' }, 'pupil'));
    const id = await idOf();
    await sync(entry({ key: 'other', login: 'other', stableId: 'id-1', ine: '120000002BB' }, 'pupil'));
    expect(await idOf('other')).not.toBe(id);
    expect(await isDisabled(id)).toBe(true);
  });

  test('H2 a new key with the id of a person whose own key is still there, silent about it, takes nothing', async () => {
    await sync(entry({ stableId: 'id-1' }));
    const id = await idOf();
    await grantAll(id);
    await sync(entry());
    const karim = { key: 'k.nour', login: 'k.nour', givenName: 'Karim', familyName: 'Nour', stableId: 'id-1' };
    await sync(entry(), entry(karim));
    expect([await idOf(), await grantsOf(id)]).toEqual([id, 2]);
    expect(await idOf('k.nour')).not.toBe(id);
  });

  test('guardians of a renamed child keep the child, and get no other child by the old key', async () => {
    const parent = person('p.martin', 'guardian', TILLEULS);
    await sync(entry({ stableId: 'id-1' }, 'pupil'), parent, kin('p.martin', 'j.martin'));
    const other = entry({ stableId: 'id-2', givenName: 'Jo', displayName: 'Jo Martin' }, 'pupil', VAL);
    const renamed = entry({ key: 'j.dubois', login: 'j.dubois', stableId: 'id-1' }, 'pupil');
    await sync(renamed, other, parent, kin('p.martin', 'j.martin'));
    const children = await house.directory.childrenOf(await idOf('p.martin'));
    expect(children.map(({ id }) => id)).toEqual([await idOf()]);
  });

  test('H2 once two persons are said to be one, what was known of the first still tells them from a third', async () => {
    await sync(entry({ stableId: 'id-1', birthDate: '1970-01-01' }));
    const first = await idOf();
    await sync(entry({ familyName: 'Dubois' }));
    const asked = (await house.asked()).find((row) => row.source === source);
    await sync(entry({ familyName: 'Dubois' }));
    if (asked) await house.homonyms.decide(asked.id, 'same', { actor: 'cli', reason: '' });
    await sync(entry({ familyName: 'Dubois', stableId: 'id-2', birthDate: '1990-02-02' }));
    expect(await idOf()).not.toBe(first);
  });

  test('keys that an earlier version stored without accents are followed', async () => {
    await sync(person('x.re', 'pupil', TILLEULS, { login: 'x.ré' }));
    const id = await idOf('x.re');
    const run = await sync(
      person('x.ré', 'pupil', TILLEULS, { login: 'x.ré', givenName: 'X', familyName: 'Re', displayName: 'X Re' }),
    );
    expect(run.counts?.persons).toMatchObject({ created: 0, disabled: 0 });
    expect(await idOf('x.ré')).toBe(id);
  });

  test('a directory that begins to say stable ids changes nobody', async () => {
    await sync(entry(), person('zoe.petit', 'pupil', VAL));
    const ids = [await idOf(), await idOf('zoe.petit')];
    const run = await sync(entry({ stableId: 'id-1' }), person('zoe.petit', 'pupil', VAL, { stableId: 'id-2' }));
    expect(run).toMatchObject({ state: 'applied', counts: { persons: { changed: 0, created: 0, disabled: 0 } } });
    expect(run.verdict?.refused).toBe(false);
    expect([await idOf(), await idOf('zoe.petit')]).toEqual(ids);
    const rows = await house.database.dataSource.manager.findBy(ExternalIdRow, { source });
    expect(rows.map(({ stableIds }) => stableIds).sort()).toEqual(['id-1', 'id-2']);
    const again = [entry({ stableId: 'id-1' }), person('zoe.petit', 'pupil', VAL, { stableId: 'id-2' })];
    expect((await sync(...again)).state).toBe('unchanged');
  });

  test('H2 in doubt the new person has nothing; once somebody says so they are the old one with all but grants', async () => {
    await sync(entry(), member('j.martin', 'CM2 A', TILLEULS, 'teacher'));
    const first = await idOf();
    await grantAll(first);
    const married = [
      entry({ familyName: 'Dubois', displayName: 'Julie Dubois' }),
      member('j.martin', 'CM2 A', TILLEULS, 'teacher'),
    ];
    await sync(...married);
    const second = await idOf();
    expect(second).not.toBe(first);
    const asked = (await house.asked()).find(({ personId }) => personId === second);
    expect(asked).toMatchObject({ otherId: first, why: 'key', state: 'open' });

    house.ended.length = 0;
    await house.homonyms.decide(asked?.id ?? '', 'same', { actor: 'cli', reason: 'the same' });
    expect(await idOf()).toBe(first);
    expect([await isDisabled(first), await isDisabled(second), house.ended]).toEqual([false, true, [second]]);
    expect(await grantsOf(first)).toBe(0);
    expect(await house.person(source, 'j.martin')).toMatchObject({ displayName: 'Julie Dubois' });
    expect((await house.directory.schoolsOf(first)).map(({ school: { uai } }) => uai)).toEqual([TILLEULS]);
    expect((await sync(...married)).state).toBe('unchanged');
  });

  test('H2 two persons who said once that they are two are not asked about again', async () => {
    await sync(entry());
    await sync(entry({ givenName: 'Jules', displayName: 'Jules Martin' }));
    const asked = (await house.asked()).filter((row) => row.source === source);
    await house.homonyms.decide(asked[0]?.id ?? '', 'different', { actor: 'cli', reason: '' });
    await sync();
    await sync(entry({ givenName: 'Jules', displayName: 'Jules Martin' }));
    expect((await house.asked()).filter((row) => row.source === source)).toMatchObject([{ state: 'different' }]);
  });

  test('L9 of two entries with one key the one that is the stored person stays, wherever it stands', async () => {
    const mine = entry({ stableId: 'id-1' });
    await sync(mine, member('j.martin', 'CM2 A', TILLEULS, 'teacher'));
    const id = await idOf();
    await grantAll(id);
    const other = entry({ stableId: 'id-2', givenName: 'Jo', displayName: 'Jo Martin' }, 'teacher', VAL);
    for (const both of [
      [other, mine],
      [mine, other],
    ]) {
      const run = await sync(
        ...both,
        member('j.martin', 'CM2 A', TILLEULS, 'teacher'),
        member('j.martin', '6e B', VAL, 'teacher'),
      );
      expect(run.ignored?.reasons[0]?.examples).toEqual([
        `Two entries share the key "j.martin": "j.martin" in ${TILLEULS} is kept, "j.martin" in ${VAL} is left out.`,
      ]);
      expect([await idOf(), await grantsOf(id)]).toEqual([id, 2]);
      expect((await house.directory.schoolsOf(id)).map(({ school: { uai } }) => uai)).toEqual([TILLEULS]);
    }
  });

  test('L9 of two entries with one login the one whom the login is of stays', async () => {
    const mine = person('key-1', 'teacher', TILLEULS, { login: 'j.martin', stableId: 'id-1' });
    await sync(mine);
    const id = await idOf('key-1');
    await grantAll(id);
    await sync(person('key-2', 'pupil', VAL, { login: 'j.martin', stableId: 'id-2' }), mine);
    expect([await isDisabled(id), await grantsOf(id)]).toEqual([false, 2]);
    await expect(idOf('key-2')).rejects.toThrow();
  });

  test('L9 keys that differ by an accent are two persons; by case or Unicode form, one', async () => {
    const run = await sync(
      person('x.r\u00e9', 'pupil', TILLEULS, { login: 'x.r\u00e9' }),
      person('x.re', 'pupil', VAL, { login: 'x.re' }),
    );
    expect(run.counts?.persons.created).toBe(2);
    const id = await idOf('x.r\u00e9');
    await sync(
      person('X.RE\u0301', 'pupil', TILLEULS, { login: 'x.r\u00e9' }),
      person('x.re', 'pupil', VAL, { login: 'x.re' }),
    );
    expect(await idOf('x.r\u00e9')).toBe(id);
  });

  test('a stable id that two entries share identifies nobody, and is told', async () => {
    const both = [entry({ stableId: 'id-1' }), person('zoe.petit', 'pupil', VAL, { stableId: 'id-1' })];
    const run = await sync(...both);
    expect(run.ignored?.reasons).toMatchObject([{ reason: 'shared-id', count: 1 }]);
    const rows = await house.database.dataSource.manager.findBy(ExternalIdRow, { source });
    expect(rows.map(({ stableIds }) => stableIds)).toEqual([null, null]);
  });

  test('H2 twins without an INE who swap their keys do not swap what they have', async () => {
    const twin = (key: string, givenName: string): PersonRecord =>
      person(key, 'pupil', TILLEULS, {
        birthDate: '2015-04-02',
        givenName,
        familyName: 'Petit',
        displayName: givenName,
      });
    await sync(twin('one.petit', 'Léa'), twin('two.petit', 'Zoé'));
    const ids = [await idOf('one.petit'), await idOf('two.petit')];
    await sync(twin('one.petit', 'Zoé'), twin('two.petit', 'Léa'));
    expect(ids).not.toContain(await idOf('one.petit'));
    expect(ids).not.toContain(await idOf('two.petit'));
    expect((await house.asked()).filter((row) => row.source === source)).toHaveLength(2);
  });

  describe('a directory that is restored and gives every entry another id', () => {
    const restored = (from: number): DirectoryRecord[] =>
      Array.from({ length: 12 }, (_, at) =>
        person(`p${at}.petit`, 'pupil', at % 2 === 0 ? TILLEULS : VAL, { stableId: `id-${from + at}` }),
      );

    test('H2 the guard holds it, and persons who are said to be the same keep all', async () => {
      await sync(...restored(0));
      const ids = await Promise.all(Array.from({ length: 12 }, (_, at) => idOf(`p${at}.petit`)));
      await grantAll(ids[0] ?? '');
      const { id, state, verdict } = await house.plan(source, withSchools(...restored(100)));
      expect([state, verdict?.reasons[0]?.code]).toEqual(['refused', 'ids-replaced']);
      expect(verdict?.reasons[0]?.sentence).toMatch(/^12 persons have another stable id while all else agrees/);

      const approve = { by: 'cli', reason: 'restored from the copy of Sunday', samePersons: true };
      expect(await house.syncs.apply(id, { approve })).toMatchObject({ state: 'applied', approvedBy: 'cli' });
      const after = await house.syncs.run(sourceOf(withSchools(...restored(100)), source), SIGNAL);
      expect([after.state, after.counts?.persons.created, after.counts?.persons.disabled]).toEqual(['applied', 0, 0]);
      expect(await Promise.all(Array.from({ length: 12 }, (_, at) => idOf(`p${at}.petit`)))).toEqual(ids);
      expect([await grantsOf(ids[0] ?? ''), house.ended]).toEqual([2, []]);
      expect((await house.plan(source, withSchools(...restored(100)))).state).toBe('unchanged');
    });

    test('a plan in which nobody differs by the id alone cannot be approved so, and waits on', async () => {
      await sync(...restored(0));
      const { id } = await house.plan(source, withSchools());
      const approve = { by: 'cli', reason: 'no', samePersons: true };
      await expect(house.syncs.apply(id, { approve })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
      expect((await house.syncs.show(id)).state).toBe('refused');
    });
  });

  test('a plan that an earlier version made is shown, and not applied', async () => {
    const { id } = await house.plan(source, withSchools(entry()));
    const { manager } = house.database.dataSource;
    const { plan: made } = await house.syncs.show(id);
    if (!made) throw new Error('there is no plan');
    const { persons, ...plan } = made;
    const { replaced: _, turned: __, ...older } = { ...persons, recycled: [] };
    const content = gzipSync(JSON.stringify({ ...plan, persons: older, digests: {} })).toString('base64');
    await manager.delete(SyncPlanPartRow, { runId: id });
    await manager.insert(SyncPlanPartRow, { runId: id, part: 0, content });
    expect((await house.syncs.show(id)).plan?.persons.created).toHaveLength(1);
    await expect(house.syncs.apply(id)).rejects.toThrow('An earlier version of Volée made the plan');
  });
});
