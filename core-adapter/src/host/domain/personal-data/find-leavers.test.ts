// SPDX-License-Identifier: EUPL-1.2
import { testDatabases } from '../../../testing/test-databases.js';
import { checkHomonyms } from '../../app/doctor/check-homonyms.js';
import { countOpenHomonyms } from '../homonyms/homonym-list.js';
import { OneDirectory, martin, withSchools } from '../sync/testing/one-directory.js';
import { VAL } from '../sync/testing/records-for-tests.js';
import { findDue } from './find-leavers.js';

const DAYS = 86_400_000;
const BY = { actor: 'cli', reason: '' };
const numbered = { ...martin({ ine: '120000001AA', birthDate: '2016-04-02' }, 'pupil', VAL), key: '77', login: '77' };
const born = (birthDate: string) => martin({ birthDate }, 'pupil');

describe.each(testDatabases())('whom the night erases, on $name', (kind) => {
  let kit: OneDirectory;

  beforeEach(async () => {
    kit = await OneDirectory.open(kind);
    kit.next();
  });
  afterEach(() => kit.drop());

  const due = (): Promise<string[]> => {
    const now = kit.fixture.clock.now();
    const delay = { now, left: new Date(now.getTime() - 60 * DAYS) };
    return kit.fixture.database.unitOfWork.run((manager) => findDue(manager, delay, { after: '', most: 10 }));
  };
  const waitFor = (days: number): void => kit.fixture.clock.advance(days * DAYS);
  const questions = () => countOpenHomonyms(kit.fixture.database.unitOfWork);

  test('L11: nobody of whom a question asks is erased; the delay counts from the decision', async () => {
    await kit.sync(born('2016-04-02'));
    const first = await kit.idOf();
    const asked = kit.fixture.clock.now().toISOString().slice(0, 10);
    await kit.sync(born('2016-04-20'));
    const [question] = await kit.asked();
    waitFor(400);
    expect(await due()).toEqual([]);
    expect(await checkHomonyms(kit.fixture.database.unitOfWork)).toMatchObject([
      { state: 'warn', sentence: expect.stringContaining(`oldest question is of ${asked}`) as string },
    ]);
    await kit.fixture.homonyms.decide(question?.id ?? '', 'different', BY);
    waitFor(59);
    expect(await due()).toEqual([]);
    waitFor(2);
    expect(await due()).toEqual([first]);
    expect(await checkHomonyms(kit.fixture.database.unitOfWork)).toEqual([]);
  });

  test('L11: a question about two who have both left holds nobody for good', async () => {
    await kit.sync(born('2016-04-02'));
    const first = await kit.idOf();
    await kit.sync(born('2016-04-20'));
    const second = await kit.idOf();
    waitFor(100);
    await kit.sync();
    expect(await questions()).toBe(0);
    waitFor(59);
    expect(await due()).toEqual([]);
    waitFor(2);
    expect((await due()).sort()).toEqual([first, second].sort());
  });

  test.each(['person', 'other'] as const)(
    'L11: the %s of two directories may leave: the question stays, and "the same" gives their data back',
    async (leaver) => {
      const onde = `onde-${leaver}`;
      await kit.sync(born('2016-04-02'));
      const there = await kit.idOf();
      await kit.fixture.sync(onde, withSchools(numbered));
      const arrived = await kit.fixture.idOf(onde, '77');
      const [question] = await kit.fixture.asked();
      expect(question).toMatchObject({ personId: arrived, otherId: there, why: 'number' });
      if (leaver === 'other') await kit.sync();
      else await kit.fixture.sync(onde, withSchools());
      waitFor(61);
      expect([await due(), await questions()]).toEqual([[], 1]);
      await kit.fixture.homonyms.decide(question?.id ?? '', 'same', BY);
      const [source, key] = leaver === 'other' ? [onde, '77'] : [kit.source, 'j.martin'];
      const { id, disabledAt } = await kit.fixture.person(source, key);
      expect([[there, arrived].includes(id), disabledAt]).toEqual([true, null]);
    },
  );
});
