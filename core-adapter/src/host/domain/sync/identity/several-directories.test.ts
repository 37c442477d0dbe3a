// SPDX-License-Identifier: EUPL-1.2
import type { PersonRecord } from '../../../../api/directory/directory-source.js';
import { testDatabases } from '../../../../testing/test-databases.js';
import { OneDirectory, withSchools } from '../testing/one-directory.js';
import { person, school, SIGNAL, sourceOf, TILLEULS, VAL } from '../testing/records-for-tests.js';

describe.each(testDatabases())('persons that several directories name, on $name', (kind) => {
  let kit: OneDirectory;

  beforeAll(async () => {
    kit = await OneDirectory.open(kind);
  });
  afterAll(() => kit.drop());
  beforeEach(() => kit.next());

  const lea = { birthDate: '2015-05-05', givenName: 'Léa', familyName: 'Petit' };

  /** Uploads a file as head of the school Les Tilleuls. */
  async function handOver(...persons: PersonRecord[]): Promise<void> {
    const records = [school(TILLEULS, 'École'), person('stay', 'pupil', TILLEULS), ...persons];
    const run = await kit.fixture.syncs.plan(sourceOf(records, `onde-${kit.number}`), SIGNAL, TILLEULS);
    const approve = { by: 'cli', reason: 'tests have few people' };
    if (run.state !== 'unchanged') await kit.fixture.syncs.apply(run.id, { approve });
  }

  test('H2 a head’s file does not bring a former pupil back from another school before somebody decides', async () => {
    const ine = '220000001AA';
    await kit.sync(person('lea', 'pupil', TILLEULS, { ...lea, ine }));
    const id = await kit.idOf('lea');
    await handOver(person('x', 'pupil', TILLEULS, { ...lea, ine }));
    expect(await kit.fixture.idOf(`onde-${kit.number}`, 'x')).toBe(id);
    await kit.sync(person('lea', 'pupil', VAL, { ...lea, ine }));
    await handOver();
    await handOver(person('x', 'pupil', TILLEULS, { ...lea, ine }));
    expect(await kit.schoolsOf('lea')).toEqual([VAL]);

    const [asked] = await kit.asked(`onde-${kit.number}`);
    expect(asked).toMatchObject({ otherId: id, why: 'key', state: 'open' });
    await kit.fixture.homonyms.decide(asked?.id ?? '', 'same', { actor: 'cli', reason: '' });
    expect(await kit.schoolsOf('lea')).toEqual([TILLEULS, VAL]);
  });

  test('H2 an old question of two directories does not make one of persons who have come to differ', async () => {
    const ine = '220000002AA';
    await kit.sync(person('lea', 'pupil', TILLEULS, { ...lea, ine }));
    const other = `aaf-${kit.number}`;
    const zoe = (changes: Partial<PersonRecord>) =>
      withSchools(person('zoe', 'pupil', VAL, { ine, givenName: 'Zoé', familyName: 'Grand', ...changes }));
    await kit.fixture.sync(other, zoe({}));
    await kit.fixture.sync(other, zoe({ birthDate: '2012-02-02' }));
    const [asked] = await kit.asked(other);
    const decision = kit.fixture.homonyms.decide(asked?.id ?? '', 'same', { actor: 'cli', reason: '' });
    await expect(decision).rejects.toMatchObject({ details: { problem: 'different' } });
  });
});
