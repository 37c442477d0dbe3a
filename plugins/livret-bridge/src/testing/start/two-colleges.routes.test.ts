// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases, member, onceInQuickRun, OTHER_SCHOOL, person, SCHOOL } from '@volee/core-adapter/testing';
import { startLivret, type LivretForTests } from './livret-for-tests.js';
import { ARRIVALS_PATH, HAND_OVER_PATH, RECALL_PATH } from '../../paths.js';
import { publishedBilan } from './passage-for-tests.js';

const MOURON = '0390003Z';
const TWINS = ['lise', 'lina'] as const;

const records = [
  { type: 'school', uai: MOURON, name: 'Collège du Val-Mouron', kind: 'college' } as const,
  person('principal', 'teacher', MOURON, 'Catherine', 'Jeunot'),
  ...TWINS.flatMap((login) => [
    { ...person(login, 'pupil', SCHOOL, login === 'lise' ? 'Lise' : 'Lina', 'Mougin'), level: 'CM2' },
    member(SCHOOL, 'cm2', login),
  ]),
];

describe.each(bothDatabases())('parcels for two collèges on $name', (database) => {
  const testOnce = onceInQuickRun(database);
  let host: LivretForTests['host'];
  let ids: Readonly<Record<(typeof TWINS)[number], string>>;
  const started = startLivret({ database, records, now: new Date('2027-06-22T08:00:00Z') });
  beforeAll(async () => {
    const livret = await started;
    ({ host } = livret);
    await host.host.administrators.grant('principal', MOURON, 'cli');
    await host.host.activations.enable(MOURON, 'livret-bridge', 'cli');
    ids = { lise: await host.ids.login('lise'), lina: await host.ids.login('lina') };
    const written = { school: SCHOOL, classId: host.ids.cm2 };
    for (const login of TWINS) await publishedBilan(livret, { ...written, pupilId: ids[login], says: `Sur ${login}` });
  });

  const parc = () => host.as('headOfOtherSchool');
  const mouron = () => host.asLogin('principal', MOURON);
  async function offer(pupil: string, to: string): Promise<void> {
    await host.as('head').post(HAND_OVER_PATH).form({ do: 'choose', pupil, to }).expect(303);
    await host.as('head').post(HAND_OVER_PATH).form({ do: 'offer', pupil, to }).expect(303);
  }
  const accept = (pupil: string) => ({ from: SCHOOL, shown: pupil, pupil, reason: 'later', word: '' });

  test('T6 another collège takes the place of the first one, twins are two, and each collège reads its own list alone', async () => {
    await offer(ids.lise, OTHER_SCHOOL);
    await offer(ids.lina, OTHER_SCHOOL);
    await parc()
      .get(ARRIVALS_PATH)
      .expect(200, /2 livrets[^]*Lina Mougin[^]*Lise Mougin/)
      .expectNot(/Sur lise/);
    await mouron()
      .get(ARRIVALS_PATH)
      .expect(200, /Aucun livret proposé/);

    await host
      .as('head')
      .get(`${HAND_OVER_PATH}?change=${OTHER_SCHOOL}`)
      .expect(200, /Changer de collège, 2 élèves/);
    await offer(ids.lise, MOURON);
    await mouron()
      .get(ARRIVALS_PATH)
      .expect(200, /Lise Mougin/)
      .expectNot(/Lina/);
    await parc()
      .get(ARRIVALS_PATH)
      .expect(200, /Lina Mougin/)
      .expectNot(/Lise/);
    const stale = parc();
    await stale.post(ARRIVALS_PATH).form(accept(ids.lise)).expect(303);
    await stale.get(ARRIVALS_PATH).expect(200, /n’était plus proposé/);
    await mouron()
      .get(ARRIVALS_PATH)
      .expect(200, /Lise Mougin/);
  });

  // It goes on from the parcels that were offered in the test before.
  test('T3 a parcel is recalled while it is accepted, in one outcome, and is offered again after that', async () => {
    const recall = () => host.as('head').post(RECALL_PATH).form({ pupil: ids.lina });
    const [recalled, accepted] = [recall(), parc().post(ARRIVALS_PATH).form(accept(ids.lina))];
    const answers = await Promise.all([recalled, accepted]);
    expect(answers.filter(({ status }) => status !== 303 && status !== 409)).toEqual([]);
    await recall();
    await host
      .as('head')
      .get(HAND_OVER_PATH)
      .expect(200, /1 prêt à partir/);
    await parc()
      .get(ARRIVALS_PATH)
      .expect(200, /Aucun livret proposé/);
    for (const role of ['teacher', 'guardian', 'staff'] as const) {
      await host.as(role).post(RECALL_PATH).form({ pupil: ids.lina }).expect(403);
    }
    await host
      .as('head')
      .post(RECALL_PATH)
      .form({ pupil: await host.ids.person('pupilOfOtherSchool') })
      .expect(404);
    await offer(ids.lina, OTHER_SCHOOL);
  });

  testOnce('a refusal needs a reason, which the école reads, and the others stay to be answered', async () => {
    const unticked = { from: SCHOOL, shown: ids.lina, reason: 'other', word: '' };
    await parc()
      .post(ARRIVALS_PATH)
      .form({ ...unticked, reason: 'later' })
      .expect(400, /Cochez au moins un élève/);
    await parc()
      .post(ARRIVALS_PATH)
      .form(unticked)
      .expect(400, /Écrivez le motif/);
    await parc()
      .post(ARRIVALS_PATH)
      .form({ ...unticked, reason: 'elsewhere', word: 'Au Val-Mouron.' })
      .expect(303);
    await host
      .as('head')
      .get(HAND_OVER_PATH)
      .expect(200, /Lina Mougin[^]*Refusé[^]*Inscription dans un autre collège. Au Val-Mouron\./);
    const again = { do: 'offer', pupil: ids.lina, to: OTHER_SCHOOL };
    await host
      .as('head')
      .post(HAND_OVER_PATH)
      .form(again)
      .expect(409, /a changé cette liste/);
    await offer(ids.lina, MOURON);
    await mouron()
      .get(ARRIVALS_PATH)
      .expect(200, /2 livrets/);
  });
});
