// SPDX-License-Identifier: EUPL-1.2
import type { PersonRecord } from '../../../../api/directory/directory-source.js';
import { testDatabases } from '../../../../testing/test-databases.js';
import { VAL } from '../testing/records-for-tests.js';
import { OneDirectory, martin, withSchools } from '../testing/one-directory.js';

const WRONG = '2016-04-02';
const RIGHT = '2016-04-20';
const INE = '120000001AA';
const KARIM = { givenName: 'Karim', familyName: 'Nour', displayName: 'Karim Nour' };

describe.each(testDatabases())('a day of birth that a directory corrects, on $name', (kind) => {
  let kit: OneDirectory;

  beforeAll(async () => {
    kit = await OneDirectory.open(kind);
  });
  afterAll(() => kit.drop());
  beforeEach(() => kit.next());

  const pupil = (changes: Partial<PersonRecord>) => martin({ stableId: 'id-1', ...changes }, 'pupil');

  test('H2 the pupil keeps everything, and nobody is asked', async () => {
    await kit.sync(pupil({ birthDate: WRONG }));
    const id = await kit.idOf();
    const run = await kit.sync(pupil({ birthDate: RIGHT }));
    expect(run.counts?.persons).toMatchObject({ created: 0, disabled: 0, changed: 1, homonyms: 0 });
    expect([await kit.idOf(), await kit.asked()]).toEqual([id, []]);
  });

  test.each<[string, Partial<PersonRecord>[]]>([
    ['the day first', [{ birthDate: RIGHT }, { birthDate: RIGHT, ...KARIM }]],
    [
      'the names first',
      [
        { birthDate: WRONG, ...KARIM },
        { birthDate: RIGHT, ...KARIM },
      ],
    ],
    ['by way of no day', [{ birthDate: RIGHT }, {}, { birthDate: RIGHT, ...KARIM }]],
    ['both at once', [{ birthDate: RIGHT, ...KARIM }]],
  ])('H2 an entry that becomes another child’s, %s, is another person', async (_what, steps) => {
    await kit.sync(pupil({ birthDate: WRONG }));
    const id = await kit.idOf();
    for (const step of steps) await kit.sync(pupil(step));
    expect([(await kit.idOf()) === id, await kit.isDisabled(id)]).toEqual([false, true]);
  });

  test.each<(keyof PersonRecord)[][]>([
    [['birthDate', 'familyName']],
    [['birthDate', 'givenName']],
    [['ine', 'familyName']],
    [['ine', 'birthDate']],
    [['stableId', 'birthDate']],
  ])('H2 %j corrected in one sync: a question gives the pupil back', async (fields) => {
    // Other numbers and days in each test: its source is one of several in the database.
    const { number } = kit;
    const wrong = { ine: `${200_000_000 + number}AA`, birthDate: `${1980 + number}-04-02`, familyName: 'Martn' };
    const was = pupil({ ...wrong, givenName: 'Lison' });
    const right = pupil({ ine: `${300_000_000 + number}AA`, birthDate: `${1980 + number}-04-20`, stableId: 'id-2' });
    await kit.sync(was);
    const id = await kit.idOf();
    const corrected = { ...was, ...Object.fromEntries(fields.map((field) => [field, right[field]])) };
    const run = await kit.sync(corrected);
    expect(run.counts?.persons).toMatchObject({ created: 1, disabled: 1, homonyms: 1 });
    expect(await kit.idOf()).not.toBe(id);
    const [question] = await kit.asked();
    expect(question).toMatchObject({ personId: await kit.idOf(), otherId: id, why: 'key', state: 'open' });
    await kit.fixture.homonyms.decide(question?.id ?? '', 'same', { actor: 'cli', reason: '' });
    expect([await kit.idOf(), await kit.isDisabled(id)]).toEqual([id, false]);
    expect((await kit.sync(corrected)).state).toBe('unchanged');
  });

  test('H2 another child of the same names who gets the login is another person', async () => {
    await kit.sync(pupil({ birthDate: WRONG }));
    const id = await kit.idOf();
    await kit.sync(pupil({ birthDate: RIGHT, stableId: 'id-2' }));
    expect(await kit.idOf()).not.toBe(id);
  });

  test('H2 a day that is corrected in ONDE, then in the directory, keeps the pupil of both by their INE', async () => {
    const onde = `onde-${kit.number}`;
    const ofOnde = (birthDate: string) => {
      return withSchools({ ...martin({ ine: INE, birthDate }, 'pupil', VAL), key: '77', login: '77' });
    };
    const ofSchool = (birthDate: string) => martin({ ine: INE, birthDate }, 'pupil');
    await kit.sync(ofSchool(WRONG));
    await kit.fixture.sync(onde, ofOnde(WRONG));
    const id = await kit.idOf();
    expect(await kit.fixture.idOf(onde, '77')).toBe(id);
    await kit.fixture.sync(onde, ofOnde(RIGHT));
    expect([await kit.fixture.idOf(onde, '77'), await kit.idOf()]).toEqual([id, id]);
    await kit.sync(ofSchool(RIGHT));
    expect([await kit.fixture.idOf(onde, '77'), await kit.idOf()]).toEqual([id, id]);
    expect(await kit.fixture.asked()).not.toContainEqual(expect.objectContaining({ otherId: id }));
    expect(await kit.isDisabled(id)).toBe(false);
  });
});
