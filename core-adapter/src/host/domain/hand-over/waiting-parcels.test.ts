// SPDX-License-Identifier: EUPL-1.2
import type { PersonRecord } from '../../../api/directory/directory-source.js';
import { person } from '../../../testing/directory-records.js';
import { OTHER_SCHOOL, SCHOOL } from '../../../testing/sample-directory.js';
import { openTestHost, type TestHost } from '../../../testing/start-test-host.js';
import { testDatabases } from '../../../testing/test-databases.js';
import { CLI, CLOCK } from '../audit/actors.js';
import { copiesBrick, copiesIn, handOverOf, offerOf, parcelsOf, syncAgain } from './copies-for-tests.js';
import { decideParcel } from './decide-parcel.js';
import { ParcelQuestionRow } from './parcel-question.entity.js';

const LEO: PersonRecord = {
  ...person('leo', 'pupil', SCHOOL, 'Léo', 'Vernier'),
  ...{ ine: '120000001AA', birthDate: '2015-03-01', level: 'CM2' },
};
const MIA: PersonRecord = { ...person('mia', 'pupil', SCHOOL, 'Mia', 'Vernier'), birthDate: '2015-03-01' };
const inSixth = (record: PersonRecord, changes: Partial<PersonRecord> = {}): PersonRecord => {
  const key = `${record.key}-6e`;
  return { ...record, key, login: key, uai: OTHER_SCHOOL, level: '6E', ...changes };
};
const DATES = { answerBy: new Date('2026-11-01T00:00:00Z'), until: new Date('2028-08-01T00:00:00Z') };
const BY = { actor: CLI, reason: 'le collège l’a confirmé' };

/** In June both pupils are handed over and accepted, in July the école lets them go, and in September their accounts are erased. */
async function throughSummer(
  host: TestHost,
  until = 'erased',
): Promise<{ readonly leo: string; readonly mia: string }> {
  const [leo, mia] = [await host.ids.login('leo'), await host.ids.login('mia')];
  const [from, to] = [await handOverOf(host), await handOverOf(host, 'headOfOtherSchool')];
  await from.offer([
    offerOf(leo, { ...DATES, content: { text: 'Léo' } }),
    offerOf(leo, { ...DATES, key: '2026-T2', content: { text: 'Léo encore' } }),
    offerOf(mia, { ...DATES, content: { text: 'Mia' } }),
  ]);
  await to.accept((await to.offered()).map(({ id }) => id));
  await host.runJobs();
  host.clock.set('2026-07-06T04:00:00Z');
  await syncAgain(host, {});
  if (until === 'named in August') {
    host.clock.set('2026-08-25T04:00:00Z');
    return { leo, mia };
  }
  host.clock.set('2026-09-05T04:00:00Z');
  // By hand: a night would wait until 15 September.
  const { persons } = await host.host.leavers.erase(CLI, { withSummer: true });
  expect(persons).toEqual(expect.arrayContaining([leo, mia]));
  host.clock.set('2026-09-10T04:00:00Z');
  return { leo, mia };
}

function openQuestions({ host }: TestHost): Promise<ParcelQuestionRow[]> {
  return host.database.unitOfWork.run((manager) => manager.findBy(ParcelQuestionRow, { state: 'open' }));
}

function decide(host: TestHost, id: string, decision: 'same' | 'different'): Promise<void> {
  const { database, clock, auditTrail } = host.host;
  return decideParcel({ unitOfWork: database.unitOfWork, clock, auditTrail }, id, decision, BY);
}

describe.each(testDatabases())('a pupil who is let go on 6 July and named on 10 September, on $name', (database) => {
  let host: TestHost;
  const now = new Date('2026-06-22T10:00:00Z');
  beforeEach(async () => {
    host = await openTestHost({ bricks: [copiesBrick()], database, now, records: [LEO, MIA] });
  });
  afterEach(() => host.stop());
  test('is found by number, birth date and given name after the account was erased', async () => {
    await throughSummer(host);
    await syncAgain(host, { more: [inSixth(LEO)] });
    await host.runJobs();
    const pupilId = await host.ids.login('leo-6e');
    expect(await copiesIn(host, OTHER_SCHOOL)).toMatchObject([
      { pupilId, key: '2026-T1', text: 'Léo' },
      { pupilId, key: '2026-T2', text: 'Léo encore' },
    ]);
    expect(await (await handOverOf(host)).sent()).toMatchObject([
      { pupilName: 'Léo Vernier', state: 'delivered' },
      { pupilName: 'Léo Vernier', state: 'delivered' },
      { pupilName: 'Mia Vernier', state: 'accepted', waiting: 'arrival' },
    ]);
    const kept = await parcelsOf(host);
    expect(kept.filter(({ state }) => state === 'delivered')).toMatchObject([
      { witnesses: null, content: null },
      { witnesses: null, content: null },
    ]);
  });

  test('is found while the account that has left is still kept', async () => {
    const { leo } = await throughSummer(host, 'named in August');
    await syncAgain(host, { more: [inSixth(LEO)] });
    await host.runJobs();
    const pupilId = await host.ids.login('leo-6e');
    // One INE and one day of birth: the same person under another login (ADR 71).
    expect(pupilId).toBe(leo);
    expect(await copiesIn(host, OTHER_SCHOOL)).toMatchObject([{ pupilId }, { pupilId }]);
  });

  test('P17 gets what waits after a night in which the clock showed a day after its end', async () => {
    await throughSummer(host, 'named in August');
    const right = host.clock.now();
    host.clock.set('2027-02-22T04:00:00Z');
    await host.host.jobs.runDue({ isClockSure: false });
    host.clock.set(right);
    await syncAgain(host, { more: [inSixth(LEO)] });
    await host.runJobs();
    expect(await copiesIn(host, OTHER_SCHOOL)).toMatchObject([{ text: 'Léo' }, { text: 'Léo encore' }]);
  });

  test('H3: is another person as long as a directory names both accounts', async () => {
    const [from, to] = [await handOverOf(host), await handOverOf(host, 'headOfOtherSchool')];
    await from.offer(offerOf(await host.ids.login('leo'), DATES));
    await to.accept((await to.offered()).map(({ id }) => id));
    await syncAgain(host, { more: [LEO, MIA, inSixth(LEO)] });
    await host.runJobs();
    expect(await copiesIn(host, OTHER_SCHOOL)).toEqual([]);
    expect(await openQuestions(host)).toEqual([]);
    expect(await from.sent()).toMatchObject([{ state: 'accepted', waiting: 'arrival' }]);
  });

  test('H3: is asked about without a number, and received when an administrator says so', async () => {
    await throughSummer(host);
    await syncAgain(host, { more: [inSixth(LEO, { givenName: 'Léna', ine: '120000007GG' }), inSixth(MIA)] });
    await host.runJobs();
    expect(await copiesIn(host, OTHER_SCHOOL)).toEqual([]);
    const pupilId = await host.ids.login('mia-6e');
    const [question, ...more] = await openQuestions(host);
    expect([question?.candidateId, more]).toEqual([pupilId, []]);
    const waiting = (await (await handOverOf(host, 'headOfOtherSchool')).offered()).map((each) => each.waiting);
    expect(waiting).toEqual(['arrival', 'arrival', 'question']);

    await decide(host, question?.id ?? '', 'same');
    await expect(decide(host, question?.id ?? '', 'different')).rejects.toThrow('already decided');
    await host.runJobs();
    expect(await copiesIn(host, OTHER_SCHOOL)).toMatchObject([{ pupilId, text: 'Mia' }]);
    await host.runJobs();
  });

  test('goes on waiting when an administrator says that it is another one, until the time to answer is over', async () => {
    await throughSummer(host);
    await syncAgain(host, { more: [inSixth(MIA)] });
    await host.runJobs();
    const [question] = await openQuestions(host);
    await decide(host, question?.id ?? '', 'different');
    host.clock.set('2026-09-20T04:00:00Z');
    await host.runJobs();
    expect(await openQuestions(host)).toEqual([]);
    expect(await copiesIn(host, OTHER_SCHOOL)).toEqual([]);

    host.clock.set('2026-11-02T04:00:00Z');
    const states = (await (await handOverOf(host)).sent()).map(({ state }) => state);
    expect(states).toEqual(['expired', 'expired', 'expired']);
    await host.host.leavers.erase(CLOCK);
    expect(await parcelsOf(host)).toEqual([]);
  });
});
