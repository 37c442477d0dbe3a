// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord, PersonRecord } from '../../../../api/directory/directory-source.js';
import { onceInQuickRun } from '../../../../testing/full-run.js';
import { bothDatabases } from '../../../../testing/test-databases.js';
import { describeLines } from '../plan/describe-lines.js';
import { kin, member, person, TILLEULS, VAL } from '../testing/records-for-tests.js';
import { OneDirectory } from '../testing/one-directory.js';

const GIVEN_NAMES = ['Léa', 'Zoé', 'Ali', 'Noé'];

/** A pupil of the directory: the number is that of the stable id and of the given name. */
function pupil(key: string, number: number, changes: Partial<PersonRecord> = {}, uai = TILLEULS): PersonRecord {
  const givenName = GIVEN_NAMES[number] ?? `Pupil ${number}`;
  const names = { givenName, familyName: 'Petit', displayName: `${givenName} Petit` };
  return person(key, 'pupil', uai, { ...names, stableId: `id-${number}`, ...changes });
}

/** Pupils with these keys, in the order of their numbers, each in one class. */
function called(...keys: readonly string[]): DirectoryRecord[] {
  return keys.flatMap((key, number) => [pupil(key, number), member(key, 'CM2 A', TILLEULS)]);
}

describe.each(bothDatabases())('keys that pass from one present person to another, on $name', (kind) => {
  const testOnce = onceInQuickRun(kind);
  let kit: OneDirectory;

  beforeAll(async () => {
    kit = await OneDirectory.open(kind);
  });
  afterAll(() => kit.drop());
  beforeEach(() => kit.next());

  const idsOf = (...keys: string[]): Promise<string[]> => Promise.all(keys.map((key) => kit.idOf(key)));

  test('H2 two pupils who exchange their uid keep what is theirs, with their families', async () => {
    const families = [person('p.un', 'guardian', TILLEULS), person('p.deux', 'guardian', TILLEULS)];
    await kit.sync(...called('a', 'b'), ...families, kin('p.un', 'a'), kin('p.deux', 'b'));
    const [lea = '', zoe = ''] = await idsOf('a', 'b');
    await kit.grantAll(lea);
    const exchanged = [...called('b', 'a'), ...families, kin('p.un', 'b'), kin('p.deux', 'a')];
    const run = await kit.sync(...exchanged);
    expect(await idsOf('b', 'a')).toEqual([lea, zoe]);
    expect(run.counts?.persons).toMatchObject({ created: 0, changed: 2, disabled: 0, replaced: 0, homonyms: 0 });
    expect([await kit.grantsOf(lea), kit.fixture.ended]).toEqual([2, []]);
    expect([await kit.childrenOf('p.un'), await kit.childrenOf('p.deux')]).toEqual([[lea], [zoe]]);
    expect((await kit.sync(...exchanged)).state).toBe('unchanged');
  });

  testOnce(
    'H2 a pupil who is renamed to the uid of a leaver in the same sync stays; the leaver leaves with all they had',
    async () => {
      const families = [person('p.un', 'guardian', TILLEULS), person('p.deux', 'guardian', TILLEULS)];
      await kit.sync(...called('a', 'b'), ...families, kin('p.un', 'a'), kin('p.deux', 'b'));
      const [lea = '', zoe = ''] = await idsOf('a', 'b');
      await kit.grantAll(lea);
      await kit.grantAll(zoe);
      const after = [...called('b'), ...families, kin('p.un', 'b')];
      const run = await kit.sync(...after);
      expect(await kit.idOf('b')).toBe(lea);
      expect([await kit.isDisabled(lea), await kit.isDisabled(zoe), kit.fixture.ended]).toEqual([false, true, [zoe]]);
      expect([await kit.grantsOf(lea), await kit.grantsOf(zoe)]).toEqual([2, 0]);
      expect([await kit.childrenOf('p.un'), await kit.childrenOf('p.deux')]).toEqual([[lea], []]);
      expect(run.counts?.persons).toMatchObject({ created: 0, changed: 1, disabled: 1, replaced: 1 });
      const lines = run.plan ? describeLines(run.plan).join('\n') : '';
      expect(lines).toContain(`${TILLEULS} b "Zoé Petit" (pupil, "cm2 a"): the key names another person now`);
      expect((await kit.sync(...after)).state).toBe('unchanged');
    },
  );

  testOnce('H2 guardians with an unchanged entry are those of the child that their link names now', async () => {
    const parent = person('p.un', 'guardian', TILLEULS);
    await kit.sync(...called('a', 'b'), parent, kin('p.un', 'b'));
    const [lea] = await idsOf('a', 'b');
    const after = [...called('b'), parent, kin('p.un', 'b')];
    await kit.sync(...after);
    expect(await kit.childrenOf('p.un')).toEqual([lea]);
    expect((await kit.sync(...after)).state).toBe('unchanged');
  });

  testOnce.each<[string, string[], string[]]>([
    ['a ring of three', ['a', 'b', 'c'], ['b', 'c', 'a']],
    ['a chain that ends at a leaver', ['a', 'b', 'c', 'd'], ['b', 'c', 'd']],
    ['a chain that ends at a new key', ['a', 'b', 'c'], ['b', 'c', 'd']],
    ['two rings at once', ['a', 'b', 'c', 'd'], ['b', 'a', 'd', 'c']],
  ])('H2 %s: everybody is followed by their stable id', async (_what, before, after) => {
    await kit.sync(...called(...before));
    const ids = await idsOf(...before);
    await kit.sync(...called(...after));
    expect(await idsOf(...after)).toEqual(ids.slice(0, after.length));
    const leavers = ids.slice(after.length);
    expect(kit.fixture.ended).toEqual(leavers);
    expect((await kit.sync(...called(...after))).state).toBe('unchanged');
  });

  testOnce('H2 the key of a leaver goes to a person who left before, and comes back by the stable id', async () => {
    await kit.sync(...called('a', 'b'));
    const [lea, zoe] = await idsOf('a', 'b');
    await kit.sync(pupil('b', 1));
    await kit.sync(pupil('b', 0));
    expect([await kit.idOf('b'), await kit.isDisabled(lea ?? ''), await kit.isDisabled(zoe ?? '')]).toEqual([
      lea,
      false,
      true,
    ]);
  });

  testOnce('H2 an exchange of stable ids alone passes nothing on', async () => {
    const numbered = (key: string, number: number, stableId: string) =>
      pupil(key, number, { stableId, ine: `12000000${number}AA`, birthDate: `2015-01-0${number + 1}` });
    await kit.sync(numbered('a', 0, 'id-0'), numbered('b', 1, 'id-1'));
    const ids = await idsOf('a', 'b');
    await kit.sync(numbered('a', 0, 'id-1'), numbered('b', 1, 'id-0'));
    const now = await idsOf('a', 'b');
    expect(now.filter((id) => ids.includes(id))).toEqual([]);
  });

  testOnce('H2 nobody takes the key of another person in doubt', async () => {
    await kit.sync(pupil('a', 0), pupil('b', 1));
    const [lea, zoe] = await idsOf('a', 'b');
    await kit.sync(pupil('b', 0, { givenName: 'Inès', familyName: 'Grand', displayName: 'Inès Grand' }));
    expect([lea, zoe]).not.toContain(await kit.idOf('b'));
    expect([await kit.isDisabled(lea ?? ''), await kit.isDisabled(zoe ?? '')]).toEqual([true, true]);
  });

  testOnce('H2 an exchange in a school that could not be read in full', async () => {
    const parent = person('p.un', 'guardian', TILLEULS);
    await kit.sync(...called('a', 'b'), parent, kin('p.un', 'a'));
    const ids = await idsOf('a', 'b');
    const unread = { type: 'unread-school' as const, uai: TILLEULS, reason: 'it is at another server' };
    await kit.sync(unread, pupil('b', 0), pupil('a', 1), parent);
    expect(await idsOf('b', 'a')).toEqual(ids);
    expect(await kit.childrenOf('p.un')).toEqual([ids[0]]);
  });

  testOnce('L3 the guard counts nobody who keeps their place under another key as lost', async () => {
    const entries = (ids: readonly number[]): DirectoryRecord[] =>
      ids.flatMap((number, at) => [pupil(`k${at}`, number, {}, VAL), member(`k${at}`, '6e B', VAL)]);
    const many = Array.from({ length: 10 }, (_, at) => at);
    await kit.sync(...entries(many));
    kit.fixture.clock.advance(8 * 86_400_000);
    expect(await kit.syncIfAllowed(...entries([...many].reverse()))).toBe('applied');
  });

  test('H2 keys are exchanged between persons in several parts of a plan', async () => {
    const crowd = (level: string) =>
      Array.from({ length: 1_100 }, (_, at) => person(`crowd-${at}`, 'pupil', VAL, { level }));
    await kit.sync(pupil('a', 0), ...crowd('6e'), pupil('b', 1), pupil('c', 2));
    const ids = await idsOf('a', 'b', 'c');
    await kit.sync(pupil('a', 1), ...crowd('5e'), pupil('b', 2), pupil('c', 0));
    expect(await idsOf('c', 'a', 'b')).toEqual(ids);
  });
});
