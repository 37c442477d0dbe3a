// SPDX-License-Identifier: EUPL-1.2
import type { PersonRecord } from '../../../../api/directory/directory-source.js';
import { testDatabases } from '../../../../testing/test-databases.js';
import { isStillDue } from '../../personal-data/find-leavers.js';
import { OneDirectory, martin } from '../testing/one-directory.js';
import { TILLEULS, VAL } from '../testing/records-for-tests.js';

describe.each(testDatabases())('an account that a directory makes anew, on $name', (kind) => {
  let kit: OneDirectory;

  beforeAll(async () => {
    kit = await OneDirectory.open(kind);
  });
  afterAll(() => kit.drop());
  beforeEach(() => kit.next());

  // Another day and number in each test: its source is one of several in the database.
  const bornOn = (day: number) => `${1990 + kit.number}-04-0${day}`;
  const numbered = (letter: string) => ({ ine: `${100_000_000 + kit.number}A${letter}` });
  const pupil = (changes: Partial<PersonRecord> = {}, uai = TILLEULS) =>
    martin({ birthDate: bornOn(2), ...changes }, 'pupil', uai);
  const anew = (changes: Partial<PersonRecord> = {}, uai = TILLEULS) =>
    pupil({ key: 'j.martin2', login: 'j.martin2', ...changes }, uai);
  const swappedWithoutDay = () => ({ birthDate: '', givenName: 'Martin', familyName: 'Julie' });
  const isSame = async (id: string): Promise<boolean> => (await kit.idOf('j.martin2')) === id;

  test.each<[string, Partial<PersonRecord>, Partial<PersonRecord>]>([
    ['without stable ids', {}, {}],
    ['with another stable id', { stableId: 'id-1' }, { stableId: 'id-2' }],
    ['with another family name', { stableId: 'id-1' }, { stableId: 'id-2', familyName: 'Dubois' }],
  ])(
    'H2 the same INE, day of birth and given name, %s: the same pupil, in one sync or later',
    async (_what, was, is) => {
      const { ine } = numbered('A');
      await kit.sync(pupil({ ine, ...was }));
      const id = await kit.idOf();
      const run = await kit.sync(anew({ ine, ...is }));
      expect(run.counts?.persons).toMatchObject({ created: 0, disabled: 0, homonyms: 0 });
      expect(await isSame(id)).toBe(true);
      expect((await kit.sync(anew({ ine, ...is }))).state).toBe('unchanged');
      await kit.sync();
      await kit.sync(pupil({ ine, ...was }));
      expect([await kit.idOf(), await kit.isDisabled(id)]).toEqual([id, false]);
    },
  );

  test.each<[string, () => Partial<PersonRecord>]>([
    ['without an INE', () => ({ stableId: 'id-2' })],
    ['with an INE that is new', () => numbered('A')],
  ])('H2 the same names and day of birth, %s: a question', async (_what, changes) => {
    await kit.sync(pupil());
    const id = await kit.idOf();
    await kit.sync(anew(changes()));
    expect(await isSame(id)).toBe(false);
    expect(await kit.asked()).toMatchObject([{ personId: await kit.idOf('j.martin2'), otherId: id, why: 'number' }]);
    const [question] = await kit.asked();
    await kit.fixture.homonyms.decide(question?.id ?? '', 'same', { actor: 'cli', reason: '' });
    expect([await isSame(id), await kit.isDisabled(id)]).toEqual([true, false]);
  });

  test('H2 a new person without a question: an administrator asks, which keeps both, and may join them', async () => {
    await kit.sync(pupil());
    const id = await kit.idOf();
    const other = () => anew({ stableId: 'id-2' }, VAL);
    await kit.sync(other());
    const newId = await kit.idOf('j.martin2');
    expect([newId === id, await kit.asked()]).toEqual([false, []]);
    const { homonyms, database, clock } = kit.fixture;
    const delay = { now: clock.now(), left: new Date(clock.now().getTime() + 1_000) };
    const isDue = () => isStillDue(database.dataSource.manager, delay, id);
    expect(await isDue()).toBe(true);

    const by = { actor: 'cli' };
    const asked = await homonyms.ask([id, newId], by);
    expect(await isDue()).toBe(false);
    expect(await homonyms.ask([newId, id], by)).toBe(asked);
    expect(await kit.asked()).toMatchObject([{ personId: newId, otherId: id, why: 'hand', state: 'open' }]);
    await homonyms.decide(asked, 'different', { ...by, reason: '' });
    expect(await homonyms.ask([id, newId], by)).toBe(asked);
    expect(await isDue()).toBe(false);
    await homonyms.decide(asked, 'same', { ...by, reason: '' });
    expect([await isSame(id), await kit.isDisabled(id)]).toEqual([true, false]);
    expect((await kit.sync(other())).state).toBe('unchanged');

    await expect(homonyms.ask([id, newId], by)).rejects.toThrow('already decided');
    await expect(homonyms.ask([id, id], by)).rejects.toThrow('one person');
    await expect(homonyms.ask([id, 'nobody'], by)).rejects.toThrow('not known');
    await kit.sync(other(), pupil({ key: 'zoe', login: 'zoe', familyName: 'Roy', stableId: 'id-3' }));
    await expect(homonyms.ask([id, await kit.idOf('zoe')], by)).rejects.toThrow('for it they are two');
  });

  test('H2 two persons about whom an administrator asks are not joined while their names and days are others', async () => {
    await kit.sync(pupil());
    const id = await kit.idOf();
    await kit.sync(anew({ birthDate: bornOn(9), givenName: 'Zoé', familyName: 'Dubois', stableId: 'id-2' }));
    const { homonyms } = kit.fixture;
    const asked = await homonyms.ask([id, await kit.idOf('j.martin2')], { actor: 'cli' });
    const joined = homonyms.decide(asked, 'same', { actor: 'cli', reason: 'One child' });
    await expect(joined).rejects.toThrow('do not go together');
    expect(await kit.asked()).toMatchObject([{ state: 'open' }]);
    expect(await isSame(id)).toBe(false);
  });

  test.each<[string, () => Partial<PersonRecord>, () => Partial<PersonRecord>]>([
    ['a letter of the family name', () => ({ familyName: 'Martn' }), () => ({})],
    ['a letter of the given name', () => ({ givenName: 'Julye' }), () => ({})],
    ['another family name', () => ({ familyName: 'Dubois' }), () => ({})],
    ['a second given name', () => ({}), () => ({ givenName: 'Julie Anne' })],
    ['the names swapped', () => ({}), () => ({ givenName: 'Martin', familyName: 'Julie' })],
    ['a day that is missing now', () => ({}), () => ({ birthDate: '' })],
    ['a day that was missing, the names swapped', swappedWithoutDay, () => ({})],
  ])('H2 no INE and %s: a question gives the pupil back', async (_what, was, is) => {
    await kit.sync(pupil({ stableId: 'id-1', ...was() }));
    const id = await kit.idOf();
    await kit.sync(anew({ stableId: 'id-2', ...is() }));
    const [question] = await kit.asked();
    expect(question).toMatchObject({ personId: await kit.idOf('j.martin2'), otherId: id, why: 'like' });
    await kit.fixture.homonyms.decide(question?.id ?? '', 'same', { actor: 'cli', reason: '' });
    expect([await isSame(id), await kit.isDisabled(id)]).toEqual([true, false]);
  });

  test.each<[string, Partial<PersonRecord>, Partial<PersonRecord>]>([
    ['another account', {}, {}],
    ['another account with another stable id', { stableId: 'id-1' }, { stableId: 'id-2' }],
    ['another account, and a letter of the name', {}, { familyName: 'Martn' }],
    [
      'the same account with another stable id',
      { stableId: 'id-1' },
      { stableId: 'id-2', key: 'j.martin', login: 'j.martin' },
    ],
  ])('H2 a corrected INE with %s: a question gives the pupil back', async (_what, was, is) => {
    await kit.sync(pupil({ ...numbered('A'), ...was }));
    const id = await kit.idOf();
    const { key = 'j.martin2' } = is;
    await kit.sync(anew({ ...numbered('B'), ...is }));
    const [question, ...others] = await kit.asked();
    expect([question, others]).toMatchObject([{ personId: await kit.idOf(key), otherId: id }, []]);
    await kit.fixture.homonyms.decide(question?.id ?? '', 'same', { actor: 'cli', reason: '' });
    expect([await kit.idOf(key), await kit.isDisabled(id)]).toEqual([id, false]);
  });

  test.each<[string, () => Partial<PersonRecord>, string, string]>([
    ['another day of birth', () => ({ birthDate: bornOn(3) }), TILLEULS, 'day'],
    ['another given name', () => ({ givenName: 'Zoé', displayName: 'Zoé Martin' }), TILLEULS, 'name'],
    ['another day, in another school', () => ({ birthDate: bornOn(3) }), VAL, 'day'],
    ['no day of birth', () => ({ birthDate: '' }), TILLEULS, 'day'],
  ])('H2 the same INE with %s: a question', async (_what, changes, uai, why) => {
    await kit.sync(pupil({ ...numbered('A'), stableId: 'id-1' }));
    const id = await kit.idOf();
    await kit.sync(anew({ ...numbered('A'), stableId: 'id-2', ...changes() }, uai));
    expect(await isSame(id)).toBe(false);
    const [question, ...others] = await kit.asked();
    expect(question).toMatchObject({ personId: await kit.idOf('j.martin2'), otherId: id, why });
    expect(others).toEqual([]);
    await kit.fixture.homonyms.decide(question?.id ?? '', 'same', { actor: 'cli', reason: '' });
    expect(await isSame(id)).toBe(true);
  });

  test.each<[string, () => Partial<PersonRecord>, string]>([
    ['with another INE, in another school', () => numbered('B'), VAL],
    ['with another INE and another day', () => ({ ...numbered('B'), birthDate: bornOn(3) }), TILLEULS],
    ['with another INE and given name', () => ({ ...numbered('B'), givenName: 'Zoé' }), TILLEULS],
    ['in another school, without an INE', () => ({}), VAL],
    ['in another school, with a letter of the family name', () => ({ familyName: 'Martn' }), VAL],
    ['in another school, without a day', () => ({ birthDate: '' }), VAL],
    ['born on another day', () => ({ birthDate: bornOn(3) }), TILLEULS],
    ['a twin', () => ({ givenName: 'Zoé', displayName: 'Zoé Martin' }), TILLEULS],
  ])('H2 %s it is another pupil, and nobody is asked', async (_what, changes, uai) => {
    await kit.sync(pupil({ ...numbered('A') }));
    const id = await kit.idOf();
    await kit.sync(anew(changes(), uai));
    expect([await isSame(id), await kit.asked()]).toEqual([false, []]);
  });

  test('H2 a teacher with the names of a pupil or a colleague who left is another person, and nobody is asked', async () => {
    const colleague = martin({ key: 'j.m', login: 'j.m' });
    await kit.sync(pupil(), colleague);
    await kit.sync(martin({ key: 'j.martin2', login: 'j.martin2' }));
    expect(await kit.asked()).toEqual([]);
  });

  test('H2 an INE of two new entries gives nobody the former account', async () => {
    const other = pupil({ key: 'other', login: 'other', stableId: 'id-9', givenName: 'Tom', birthDate: bornOn(9) });
    await kit.sync(pupil({ ...numbered('A'), stableId: 'id-1' }), other);
    const id = await kit.idOf();
    await kit.sync(anew({ ...numbered('A') }), anew({ ...numbered('A'), key: 'j.martin3', login: 'j.martin3' }), other);
    expect([await isSame(id), (await kit.asked()).length]).toEqual([false, 2]);
  });
});
