// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases, member, onceInQuickRun, OTHER_SCHOOL, person, SCHOOL } from '@volee/core-adapter/testing';
import { startLivret, type LivretForTests } from './livret-for-tests.js';
import { ARRIVALS_PATH, HAND_OVER_PATH, offerOf, RECALL_PATH } from '../../paths.js';
import { publishedBilan } from './passage-for-tests.js';

const MOURON = '0390003Z';
const TWINS = ['lise', 'lina'] as const;
const NAMES = { lise: 'Lise', lina: 'Lina', lou: 'Lou' } as const;
type Login = keyof typeof NAMES;

const records = [
  { type: 'school', uai: MOURON, name: 'Collège du Val-Mouron', kind: 'college' } as const,
  person('principal', 'teacher', MOURON, 'Catherine', 'Jeunot'),
  // Nobody wrote a bilan for Lou.
  ...[...TWINS, 'lou' as const].flatMap((login) => [
    { ...person(login, 'pupil', SCHOOL, NAMES[login], 'Mougin'), level: 'CM2' },
    member(SCHOOL, 'cm2', login),
  ]),
];

describe.each(bothDatabases())('parcels for two collèges on $name', (database) => {
  const testOnce = onceInQuickRun(database);
  let host: LivretForTests['host'];
  let ids: Readonly<Record<Login, string>>;
  const started = startLivret({ database, records, now: new Date('2027-06-22T08:00:00Z') });
  beforeAll(async () => {
    const livret = await started;
    ({ host } = livret);
    await host.host.administrators.grant('principal', MOURON, 'cli');
    await host.host.activations.enable(MOURON, 'livret-bridge', 'cli');
    ids = { lise: await host.ids.login('lise'), lina: await host.ids.login('lina'), lou: await host.ids.login('lou') };
    const written = { school: SCHOOL, classId: host.ids.cm2 };
    for (const login of TWINS) await publishedBilan(livret, { ...written, pupilId: ids[login], says: `Sur ${login}` });
  });

  const parc = () => host.as('headOfOtherSchool');
  const mouron = () => host.asLogin('principal', MOURON);
  async function offer(pupil: string, to: string): Promise<void> {
    const head = host.as('head');
    await head.post(HAND_OVER_PATH).form({ do: 'choose', pupil, to }).expect(303);
    await head
      .get(offerOf(to))
      .expect(200, /Proposer 1 livret[^]*Mougin[^]*Proposer le livret[^]*Revenir sans rien proposer/);
    await head.post(HAND_OVER_PATH).form({ do: 'offer', pupil, to }).expect(303);
    const undo = new RegExp(`proposé au collège[^]*name="pupil" value="${pupil}"[^]*Annuler`);
    await head.get(HAND_OVER_PATH).expect(200, undo);
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
      .expect(400, /Écrivez un mot/);
    const refused = { ...unticked, reason: 'elsewhere', word: 'Au Val-Mouron' };
    await parc()
      .post(ARRIVALS_PATH)
      .form({ ...refused, step: 'look' })
      .expect(200, /1 refusé<[^]*Lina Mougin[^]*Inscription dans un autre collège\. Au Val-Mouron[^]*Refuser 1 livret/);
    await parc()
      .post(ARRIVALS_PATH)
      .form({ ...refused, step: 'back' })
      .expect(200, /1 livret proposé[^]*Lina Mougin[^]*<option value="elsewhere" selected[^]*value="Au Val-Mouron"/);
    const refusing = parc();
    await refusing.post(ARRIVALS_PATH).form(refused).expect(303);
    await refusing
      .get(ARRIVALS_PATH)
      .expect(200, /1 livret refusé\s: Lina Mougin\. Une erreur\s\? L’école peut le proposer de nouveau/);
    await host
      .as('head')
      .get(HAND_OVER_PATH)
      .expect(200, /Lina Mougin[^]*Refusé[^]*Inscription dans un autre collège. Au Val-Mouron\.\s» Réponse/);
    const task =
      /1 livret refusé par le collège\s: Lina Mougin[^]*Inscription dans un autre collège. Au Val-Mouron\.\s» Choisissez/;
    await host.as('head').get(`/s/${SCHOOL}`).expect(200, task);
    await host
      .as('head')
      .get(HAND_OVER_PATH)
      .expect(200, /1 livret est refusé par le collège\.[^]*Refusé par le collège, 1 élève[^]*Lina Mougin/);
    await host
      .as('teacher')
      .get(`/s/${SCHOOL}`)
      .expectNot(/refusé par le collège/);
    const choose = (to: string) => host.as('head').post(HAND_OVER_PATH).form({ do: 'choose', pupil: ids.lina, to });
    await choose(MOURON).expect(303);
    await host
      .as('head')
      .get(`/s/${SCHOOL}`)
      .expect(200)
      .expectNot(/refusé par le collège/);
    await choose(OTHER_SCHOOL).expect(303);
    await host.as('head').get(`/s/${SCHOOL}`).expect(200, task);
    const again = { do: 'offer', pupil: ids.lina, to: OTHER_SCHOOL };
    await host
      .as('head')
      .post(HAND_OVER_PATH)
      .form(again)
      .expect(409, /a changé cette liste/);
    await host
      .as('head')
      .post(HAND_OVER_PATH)
      .form({ ...again, do: 'again' })
      .expect(303);
    await host
      .as('head')
      .get(`/s/${SCHOOL}`)
      .expect(200)
      .expectNot(/refusé par le collège/);
    await parc()
      .get(ARRIVALS_PATH)
      .expect(200, /Lina Mougin/);
    await offer(ids.lina, MOURON);
    await mouron()
      .get(ARRIVALS_PATH)
      .expect(200, /2 livrets/);
  });

  testOnce(
    'a choice is taken back by its notice until something is offered, and pupils without a bilan are named',
    async () => {
      const head = host.as('head');
      const choose = (to: string) => head.post(HAND_OVER_PATH).form({ do: 'choose', pupil: ids.lou, to }).expect(303);
      const fields = ['do" value="unchoose', `pupil" value="${ids.lou}`, `to" value="${OTHER_SCHOOL}`, 'Annuler'];
      await choose(OTHER_SCHOOL);
      await head
        .get(HAND_OVER_PATH)
        .expect(200, new RegExp(fields.join('[^]*')))
        .expect(200, /1 élève n’a pas encore de bilan publié[^]*<details[^>]* open[^]*<li>Lou Mougin/);
      const undo = { do: 'unchoose', pupil: ids.lou, to: OTHER_SCHOOL };
      await head.post(HAND_OVER_PATH).form(undo).expect(303);
      await head.get(HAND_OVER_PATH).expect(200, /choix du collège est annulé[^]*Sans collège, 1 élève/);
      await head
        .post(HAND_OVER_PATH)
        .form(undo)
        .expect(409, /a changé cette liste/);

      await choose(OTHER_SCHOOL);
      await choose(MOURON);
      await head.get(HAND_OVER_PATH).expect(200, new RegExp(`name="before" value="${OTHER_SCHOOL}"`));
      await head
        .post(HAND_OVER_PATH)
        .form({ ...undo, to: MOURON, before: OTHER_SCHOOL })
        .expect(303);
      const change = (to: string) => head.get(`${HAND_OVER_PATH}?change=${to}`);
      await change(OTHER_SCHOOL).expect(200, /Changer de collège[^]*Lou Mougin/);
      // Lise was offered to the Val-Mouron.
      await head.post(HAND_OVER_PATH).form({ do: 'unchoose', pupil: ids.lise, to: MOURON }).expect(409);
      for (const role of ['teacher', 'guardian', 'staff'] as const) {
        await host.as(role).post(HAND_OVER_PATH).form(undo).expect(403);
      }
    },
  );
});
