// SPDX-License-Identifier: EUPL-1.2
import { person } from '../../../testing/directory-records.js';
import { OTHER_SCHOOL, SCHOOL } from '../../../testing/sample-directory.js';
import { startTestHost } from '../../../testing/start-test-host.js';
import { testDatabases } from '../../../testing/test-databases.js';
import { forgetPersons } from '../personal-data/forget-persons.js';
import { copiesBrick, copiesIn, handOverOf, offerOf, parcelsOf, syncAgain } from './copies-for-tests.js';
import { parcelRecords } from './forget-parcels.js';
import { moveParcels } from './move-parcels.js';
import type { ParcelRow } from './parcel.entity.js';

const records = ['lou', 'louis'].map((login) => person(login, 'pupil', SCHOOL, login, 'Marin'));
const hosts = await Promise.all(
  testDatabases().map(async (database) => {
    return { name: database.name, host: await startTestHost({ bricks: [copiesBrick()], database, records }) };
  }),
);

describe.each(hosts)('parcels about a person on $name', ({ host }) => {
  const run = host.host.database.unitOfWork;

  test('are told to the person, without their content and without witnesses', async () => {
    const lou = await host.ids.login('lou');
    await (await handOverOf(host)).offer(offerOf(lou, { key: 'told' }));
    const told = await run.run((manager) => parcelRecords(manager, lou));
    expect(told).toMatchObject([
      { from: { uai: SCHOOL }, to: { uai: OTHER_SCHOOL, name: 'Collège du Parc' }, key: 'told', state: 'offered' },
    ]);
    expect(JSON.stringify(told)).not.toMatch(/lit bien|witnesses|sha256/);
  });

  test('follow a person that becomes another one, and are delivered where that one is a pupil', async () => {
    const [lou, louis] = [await host.ids.login('lou'), await host.ids.login('louis')];
    const [from, to] = [await handOverOf(host), await handOverOf(host, 'headOfOtherSchool')];
    await from.offer([
      offerOf(lou, { key: 'both', content: { text: 'ancien' } }),
      offerOf(lou, { key: 'moved', content: { text: 'suit' } }),
    ]);
    host.clock.advance(60_000);
    await from.offer(offerOf(louis, { key: 'both', content: { text: 'récent' } }));
    await to.accept((await to.offered()).map(({ id }) => id));
    await syncAgain(host, { more: [person('louis', 'pupil', OTHER_SCHOOL, 'louis', 'Marin')] });
    await host.runJobs();
    expect((await copiesIn(host, OTHER_SCHOOL)).map(({ text }) => text)).toEqual(['récent']);

    await run.transaction((manager) => moveParcels(manager, lou, louis, host.clock.now()));
    expect(await parcelsOf(host)).toMatchObject([
      { key: 'told', pupilId: louis },
      { key: 'moved', pupilId: louis },
      { key: 'both', pupilId: louis, state: 'delivered', revision: 1 },
    ]);
    expect(await host.runJobs()).toMatchObject([{ name: 'hand-over', state: 'done' }]);
    const texts = (await copiesIn(host, OTHER_SCHOOL)).map(({ pupilId, text }) => [pupilId === louis, text]);
    expect(texts.sort()).toEqual(
      [
        [true, 'Inès lit bien.'],
        [true, 'récent'],
        [true, 'suit'],
      ].sort(),
    );
  });

  test('T7: are erased with the person once they are over, and wait until the time to answer otherwise', async () => {
    const [louis, pupil] = [await host.ids.login('louis'), await host.ids.person('pupil')];
    const from = await handOverOf(host);
    await from.offer([offerOf(louis, { key: 'waits' }), offerOf(pupil, { key: 'another' })]);
    await run.transaction((manager) => forgetPersons(manager, [louis]));
    expect((await parcelsOf(host)).map(({ key, state }) => [key, state])).toEqual([
      ['waits', 'offered'],
      ['another', 'offered'],
    ]);
    expect((await from.sent()).map(({ pupilName }) => pupilName)).toEqual(['Inès Faivre', 'louis Marin']);
  });

  test('keep one that waits when a newer one with its key was recalled', async () => {
    const [pupil, classmate] = [await host.ids.person('pupil'), await host.ids.person('classmate')];
    const from = await handOverOf(host);
    const again = async (): Promise<ParcelRow[]> => (await parcelsOf(host)).filter(({ key }) => key === 'again');
    await from.offer(offerOf(pupil, { key: 'again' }));
    const [older] = await again();
    host.clock.advance(60_000);
    await from.offer(offerOf(classmate, { key: 'again' }));
    const newer = (await again()).find(({ pupilId }) => pupilId === classmate);
    await from.recall(newer?.id ?? '');
    await run.transaction((manager) => moveParcels(manager, pupil, classmate, host.clock.now()));
    expect(await again()).toMatchObject([{ id: older?.id, pupilId: classmate, state: 'offered', revision: 1 }]);
  });
});
