// SPDX-License-Identifier: EUPL-1.2
import { member, person } from '../../../testing/directory-records.js';
import { OTHER_SCHOOL, SCHOOL } from '../../../testing/sample-directory.js';
import { startTestHost } from '../../../testing/start-test-host.js';
import { bothDatabases } from '../../../testing/test-databases.js';
import { copiesBrick, copiesIn, handOverOf, offerOf, parcelsOf, syncAgain } from './copies-for-tests.js';

const hosts = await Promise.all(
  bothDatabases().map(async (database) => {
    const host = await startTestHost({ bricks: [copiesBrick()], database });
    return { name: database.name, host };
  }),
);

describe.each(hosts)('a parcel on $name', ({ host }) => {
  test('goes from one school to the other when the head accepts it and the pupil is there', async () => {
    const [from, to] = [await handOverOf(host), await handOverOf(host, 'headOfOtherSchool')];
    const pupilId = await host.ids.person('pupil');
    await from.offer(offerOf(pupilId));
    const [offered] = await to.offered();
    expect(offered).toMatchObject({ from: { uai: SCHOOL }, pupilName: 'Inès Faivre', state: 'offered', waiting: null });
    expect(JSON.stringify(offered)).not.toContain('lit bien');

    await to.accept([offered?.id ?? '']);
    await host.runJobs();
    expect(await copiesIn(host, OTHER_SCHOOL)).toEqual([]);
    expect(await from.sent()).toMatchObject([{ state: 'accepted', waiting: 'arrival', to: { uai: OTHER_SCHOOL } }]);

    const inSixth = [person('pupil', 'pupil', OTHER_SCHOOL, 'Inès', 'Faivre'), member(OTHER_SCHOOL, '6a', 'pupil')];
    await syncAgain(host, { without: ['pupil'], more: inSixth });
    expect(await host.runJobs()).toMatchObject([{ name: 'hand-over', school: OTHER_SCHOOL, state: 'done' }]);
    const copy = { pupilId, origin: SCHOOL, key: '2026-T1', revision: 1, text: 'Inès lit bien.' };
    expect(await copiesIn(host, OTHER_SCHOOL)).toEqual([copy]);
    expect(await from.sent()).toMatchObject([{ state: 'delivered', waiting: null }]);
    expect(await to.offered()).toEqual([]);
    expect(await parcelsOf(host)).toMatchObject([{ content: null, witnesses: null, deliveredRevision: 1 }]);
  });
});
