// SPDX-License-Identifier: EUPL-1.2
import type { PersonRecord } from '../../../../api/directory/directory-source.js';
import { testDatabases } from '../../../../testing/test-databases.js';
import { OneDirectory, martin } from '../testing/one-directory.js';

describe.each(testDatabases())('a mistake that is corrected, on $name', (kind) => {
  let kit: OneDirectory;

  beforeAll(async () => {
    kit = await OneDirectory.open(kind);
  });
  afterAll(() => kit.drop());
  beforeEach(() => kit.next());

  test('a person is found again, or asked about, once the entry says again what it said before', async () => {
    const right = martin({ birthDate: '1970-01-01', stableId: 'id-1' });
    await kit.sync(right);
    const first = await kit.idOf();
    await kit.sync(martin({ birthDate: '1970-01-10', stableId: 'id-1' }));
    expect(await kit.idOf()).not.toBe(first);
    await kit.sync(right);
    const now = await kit.idOf();
    const open = await kit.asked();
    const isAsked = open.some(({ personId, otherId }) => personId === now && otherId === first);
    expect(now === first || isAsked).toBe(true);
  });

  const OTHER_NAMES = { givenName: 'Karim', familyName: 'Nour', displayName: 'Karim Nour' };
  // Other days and numbers in each test: its source is one of several in the database.
  const day = (number: number) => `${1980 + kit.number}-04-0${number}`;
  const ine = (letter: string) => `${400_000_000 + kit.number}A${letter}`;
  const known = () => ({ stableId: 'id-1', ine: ine('A'), birthDate: day(2) });
  const dated = () => ({ birthDate: day(2) });

  test.each<[string, () => Partial<PersonRecord>, () => Partial<PersonRecord>]>([
    ['day and names', known, () => ({ birthDate: day(3), ...OTHER_NAMES })],
    ['the INE', known, () => ({ ine: ine('B') })],
    ['the stable id', known, () => ({ stableId: 'id-2' })],
    ['the day, without id and INE', dated, () => ({ birthDate: day(3) })],
    ['the given name, without id and INE', dated, () => ({ givenName: 'Zoé' })],
  ])(
    'H2 %s, wrong for one night: the pupil is back, and one question speaks of that night',
    async (_what, said, wrong) => {
      const right = martin(said(), 'pupil');
      await kit.sync(right);
      const first = await kit.idOf();
      await kit.sync({ ...right, ...wrong() });
      const second = await kit.idOf();
      expect(second).not.toBe(first);
      const run = await kit.sync(right);
      expect(run.counts?.persons).toMatchObject({ created: 0, revived: 1, disabled: 1 });
      expect([await kit.idOf(), await kit.isDisabled(first), await kit.isDisabled(second)]).toEqual([
        first,
        false,
        true,
      ]);
      const questions = await kit.asked();
      expect(questions).toMatchObject([{ personId: second, otherId: first, why: 'key', state: 'open' }]);
      expect((await kit.sync(right)).state).toBe('unchanged');
      await kit.fixture.homonyms.decide(questions[0]?.id ?? '', 'same', { actor: 'cli', reason: '' });
      expect([await kit.idOf(), await kit.isDisabled(first)]).toEqual([first, false]);
      expect((await kit.sync(right)).state).toBe('unchanged');
    },
  );

  test.each<[string, Partial<PersonRecord>]>([
    ['a letter of the name', { familyName: 'Martn' }],
    ['the day', { birthDate: '1971-04-05' }],
  ])('H2 with %s changed since, a former pupil of the key is asked about', async (_what, changes) => {
    const right = martin(known(), 'pupil');
    await kit.sync(right);
    const first = await kit.idOf();
    await kit.sync({ ...right, birthDate: day(3), ...OTHER_NAMES });
    await kit.sync({ ...right, ...changes });
    const now = await kit.idOf();
    expect(now).not.toBe(first);
    expect(await kit.asked()).toContainEqual(expect.objectContaining({ personId: now, otherId: first, state: 'open' }));
  });

  test('H2 two children who get one key in turn have each their own, and grants stay ended', async () => {
    const lea = martin({ stableId: 'id-1', birthDate: day(2) }, 'pupil');
    const karim = martin({ stableId: 'id-2', birthDate: day(3), ...OTHER_NAMES }, 'pupil');
    await kit.sync(lea);
    const first = await kit.idOf();
    await kit.grantAll(first);
    await kit.sync(karim);
    const second = await kit.idOf();
    await kit.sync(lea);
    expect([await kit.idOf(), await kit.grantsOf(first)]).toEqual([first, 0]);
    await kit.sync(karim);
    expect([await kit.idOf(), await kit.isDisabled(first), await kit.asked()]).toEqual([second, true, []]);
  });

  const elsewhere = { key: 'm.jartin', login: 'm.jartin' };

  test.each<[string, () => Partial<PersonRecord>]>([
    ['the key and the INE', () => ({ ine: ine('B') })],
    ['the key, the INE and the day', () => ({ ine: ine('B'), birthDate: day(3) })],
    ['the key, the INE and the names', () => ({ ine: ine('B'), ...OTHER_NAMES })],
  ])(
    'H2 %s, wrong for one night: the pupil is back, and the question of that night can be answered',
    async (_what, wrong) => {
      const right = martin(known(), 'pupil');
      await kit.sync(right);
      const first = await kit.idOf();
      await kit.sync({ ...right, ...elsewhere, ...wrong() });
      const second = await kit.idOf('m.jartin');
      expect(second).not.toBe(first);
      const run = await kit.sync(right);
      expect(run.counts?.persons).toMatchObject({ created: 0, revived: 1, disabled: 1 });
      expect([await kit.idOf(), await kit.isDisabled(first), await kit.isDisabled(second)]).toEqual([
        first,
        false,
        true,
      ]);
      const questions = await kit.asked();
      expect(questions).toMatchObject([{ personId: second, otherId: first, why: 'key', state: 'open' }]);
      expect((await kit.sync(right)).state).toBe('unchanged');
      await kit.fixture.homonyms.decide(questions[0]?.id ?? '', 'same', { actor: 'cli', reason: '' });
      expect([await kit.idOf(), await kit.isDisabled(first)]).toEqual([first, false]);
      expect((await kit.sync(right)).state).toBe('unchanged');
    },
  );

  test.each<[string, () => PersonRecord[]]>([
    ['another wrong key and number', () => [martin({ ...known(), key: 'x.martin', ine: ine('C') }, 'pupil')]],
    ['the right key with another wrong number', () => [martin({ ...known(), ine: ine('C') }, 'pupil')]],
    ['no entry', () => []],
  ])('H2 a pupil is back after a night with a wrong key and number, and one with %s', async (_what, next) => {
    const right = martin(known(), 'pupil');
    await kit.sync(right);
    const first = await kit.idOf();
    await kit.sync({ ...right, ...elsewhere, ine: ine('B') });
    await kit.sync(...next());
    await kit.sync(right);
    expect([await kit.idOf(), await kit.isDisabled(first)]).toEqual([first, false]);
    expect((await kit.sync(right)).state).toBe('unchanged');
  });

  test('H2 a pupil is back after a night with the key of a pupil who left, and another number', async () => {
    const right = martin(known(), 'pupil');
    const leaver = martin({ ...elsewhere, stableId: 'id-2', ...OTHER_NAMES }, 'pupil');
    await kit.sync(right, leaver);
    const [first, gone] = [await kit.idOf(), await kit.idOf('m.jartin')];
    await kit.sync({ ...right, ...elsewhere, ine: ine('B') });
    expect([first, gone]).not.toContain(await kit.idOf('m.jartin'));
    await kit.sync(right);
    expect([await kit.idOf(), await kit.isDisabled(first)]).toEqual([first, false]);
    expect((await kit.sync(right)).state).toBe('unchanged');
  });

  test('H2 with a letter changed since a night with a wrong key and number, the former pupil is asked about', async () => {
    const right = martin(known(), 'pupil');
    await kit.sync(right);
    const first = await kit.idOf();
    await kit.sync({ ...right, ...elsewhere, ine: ine('B') });
    await kit.sync({ ...right, familyName: 'Martn', birthDate: day(4) });
    const now = await kit.idOf();
    const question = (await kit.asked()).find(({ personId, otherId }) => personId === now && otherId === first);
    await kit.fixture.homonyms.decide(question?.id ?? '', 'same', { actor: 'cli', reason: '' });
    expect([await kit.idOf(), await kit.isDisabled(first)]).toEqual([first, false]);
  });
});
