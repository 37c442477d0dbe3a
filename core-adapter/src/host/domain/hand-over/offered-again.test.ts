// SPDX-License-Identifier: EUPL-1.2
import type { HandOver, ParcelOffer } from '../../../api/hand-over/hand-over.js';
import { person } from '../../../testing/directory-records.js';
import { OTHER_SCHOOL, SCHOOL } from '../../../testing/sample-directory.js';
import { openTestHost, type TestHost } from '../../../testing/start-test-host.js';
import { testDatabases } from '../../../testing/test-databases.js';
import { CLOCK } from '../audit/actors.js';
import { copiesBrick, copiesIn, handOverOf, offerOf, parcelsOf, syncAgain } from './copies-for-tests.js';

const THIRD_SCHOOL = '0390003Z';
const third = { type: 'school', uai: THIRD_SCHOOL, name: 'Collège du Val', kind: 'college' } as const;

describe.each(testDatabases())('a parcel that is offered again on $name', (database) => {
  let host: TestHost;
  let from: HandOver;
  let to: HandOver;
  let pupilId: string;
  beforeAll(async () => {
    const lou = person('lou', 'pupil', SCHOOL, 'Lou', 'Marin');
    host = await openTestHost({ bricks: [copiesBrick()], database, records: [third, lou] });
    [from, to] = [await handOverOf(host), await handOverOf(host, 'headOfOtherSchool')];
    pupilId = await host.ids.login('lou');
    // The next job delivers what is accepted.
    await syncAgain(host, { more: [third, { ...lou, uai: OTHER_SCHOOL }] });
  });
  afterAll(() => host.stop());

  const offer = (key: string, text: string, changes: Partial<ParcelOffer> = {}): Promise<void> =>
    from.offer(offerOf(pupilId, { key, content: { text }, ...changes }));
  const acceptAll = async (): Promise<void> =>
    to.accept((await to.offered()).filter(({ state }) => state === 'offered').map(({ id }) => id));
  const parcel = async (key: string): Promise<object> => {
    const found = (await parcelsOf(host)).filter((row) => row.key === key && row.toUai === OTHER_SCHOOL);
    expect(found).toHaveLength(1);
    return { ...found[0] };
  };
  const textOf = async (key: string): Promise<unknown[]> =>
    (await copiesIn(host, OTHER_SCHOOL)).flatMap((copy) => (copy.key === key ? [copy.revision, copy.text] : []));

  test('T11: carries its last content alone, before it is accepted and after', async () => {
    await offer('before', 'un');
    const first = await parcel('before');
    await offer('before', 'un');
    expect(await parcel('before')).toEqual(first);
    await offer('before', 'deux');
    expect(await parcel('before')).toMatchObject({ state: 'offered', revision: 1, content: '{"text":"deux"}' });
    await acceptAll();
    await offer('before', 'trois');
    expect(await parcel('before')).toMatchObject({ state: 'accepted', revision: 1 });
    await host.runJobs();
    expect(await textOf('before')).toEqual([1, 'trois']);
  });

  test('is delivered again as the next revision, without a second answer', async () => {
    await offer('after', 'un');
    await acceptAll();
    await host.runJobs();
    await offer('after', 'un');
    expect(await host.runJobs()).toEqual([]);
    await offer('after', 'deux');
    expect(await parcel('after')).toMatchObject({ state: 'accepted', revision: 2, deliveredRevision: 1 });
    await host.runJobs();
    expect(await textOf('after')).toEqual([2, 'deux']);
    expect(await parcel('after')).toMatchObject({ state: 'delivered', revision: 2, content: null });
  });

  test('leaves the delivered revision where a further one is recalled, or comes too late', async () => {
    await offer('further', 'un');
    await acceptAll();
    await host.runJobs();
    await offer('further', 'deux');
    const [waiting] = (await from.sent()).filter(({ key }) => key === 'further');
    await from.recall(waiting?.id ?? '');
    await host.runJobs();
    expect(await textOf('further')).toEqual([1, 'un']);
    expect(await parcel('further')).toMatchObject({ state: 'delivered', revision: 1, content: null });
    await offer('further', 'un');
    await host.runJobs();
    expect(await textOf('further')).toEqual([2, 'un']);

    await offer('further', 'trois', { answerBy: new Date('2026-12-01T00:00:00Z') });
    host.clock.set('2026-12-02T10:00:00Z');
    expect((await from.sent()).filter(({ key }) => key === 'further')).toMatchObject([{ state: 'delivered' }]);
    await host.host.leavers.erase(CLOCK);
    expect(await parcel('further')).toMatchObject({ state: 'delivered', revision: 2, content: null });
  });

  test('is offered anew after a refusal and after a recall', async () => {
    await offer('anew', 'un');
    const [{ id } = { id: '' }] = await to.offered();
    await to.refuse([id], 'Inscrit ailleurs');
    expect(await from.sent()).toContainEqual(
      expect.objectContaining({ key: 'anew', state: 'refused', reason: 'Inscrit ailleurs' }),
    );
    await offer('anew', 'un');
    expect(await parcel('anew')).toMatchObject({ state: 'offered', reason: null, content: '{"text":"un"}' });
    await from.recall(id);
    expect(await parcel('anew')).toMatchObject({ state: 'recalled', content: null, witnesses: null });
    await offer('anew', 'deux');
    await acceptAll();
    await host.runJobs();
    expect(await textOf('anew')).toEqual([1, 'deux']);
  });

  test('T1: goes to two schools as two parcels, each with its own answer', async () => {
    await offer('two', 'un');
    await offer('two', 'un', { to: THIRD_SCHOOL });
    await acceptAll();
    await host.runJobs();
    const states = (await from.sent()).filter(({ key }) => key === 'two').map((each) => [each.to.uai, each.state]);
    expect(states.sort()).toEqual([
      [OTHER_SCHOOL, 'delivered'],
      [THIRD_SCHOOL, 'offered'],
    ]);
    expect(await copiesIn(host, THIRD_SCHOOL)).toEqual([]);
  });

  test('names the schools of the platform, and those in which a pupil is already', async () => {
    expect((await from.schools()).map(({ name }) => name)).toEqual(['Collège du Parc', 'Collège du Val']);
    const stranger = await host.ids.person('pupilOfOtherSchool');
    const here = await host.ids.person('pupil');
    const found = await from.schoolsOf([pupilId, stranger, here]);
    expect([...found].map(([id, schools]) => [id, schools.map(({ uai }) => uai)])).toEqual([[pupilId, [OTHER_SCHOOL]]]);
  });
});
