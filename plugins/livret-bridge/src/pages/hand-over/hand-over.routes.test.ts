// SPDX-License-Identifier: EUPL-1.2
import { kin, member, OTHER_SCHOOL, person, SCHOOL, testDatabases } from '@volee/core-adapter/testing';
import { withLine } from '../../testing/examples/example-bilan-for-tests.js';
import { startLivret, type LivretForTests } from '../../testing/start/livret-for-tests.js';
import { ARRIVALS_PATH, HAND_OVER_PATH, handedPath, RECALL_PATH, sixthPath } from '../../paths.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { CatalogueRow } from '../../store/catalogue.entity.js';
import { HandedRow } from '../../store/handed.entity.js';
import { publishedBilan, signAgain, syncAgain } from '../../testing/start/passage-for-tests.js';

const FIRST = 'Inès lit avec plaisir';
const CORRECTED = 'Inès lit et écrit avec plaisir';

describe.each(testDatabases())('the passage to 6e on $name', (database) => {
  let host: LivretForTests['host'];
  let tables: LivretForTests['tables'];
  const started = startLivret({ database, now: new Date('2027-06-22T08:00:00Z') });
  beforeAll(async () => {
    ({ host, tables } = await started);
  });

  const handed = (): Promise<HandedRow[]> =>
    tables(OTHER_SCHOOL)
      .repository(HandedRow)
      .find({ order: { period: 'ASC' } });

  test('T8 leads from the head of the école to the teachers of 6e, who read what was published, and nobody else', async () => {
    const [pupil, head, college] = [await host.ids.person('pupil'), host.as('head'), host.as('headOfOtherSchool')];
    const written = { school: SCHOOL, pupilId: pupil, classId: host.ids.cm1 };
    // The école signed with a catalogue that no settings name any more.
    const catalogue = 'breton-2016';
    const content = JSON.stringify(withLine(catalogue, 'Parler breton'));
    await tables(SCHOOL).repository(CatalogueRow).insert([{ catalogue, content }]);
    const first = await publishedBilan({ tables }, { ...written, says: FIRST }).then((row) =>
      signAgain({ tables }, SCHOOL, row, { catalogue }),
    );
    const unlike = await publishedBilan({ tables }, { ...written, says: 'Signé' });
    await tables(SCHOOL).repository(BilanRow).update({ id: unlike.id }, { general: 'Changé' });

    await head.get(HAND_OVER_PATH).expect(200, /1 élève quitte le CM2[^]*Sans collège, 1 élève/);
    for (const role of ['teacher', 'guardian', 'staff'] as const) await host.as(role).get(HAND_OVER_PATH).expect(403);
    const chosen = { do: 'choose', form: 'choose', to: OTHER_SCHOOL };
    await head
      .post(HAND_OVER_PATH)
      .form(chosen)
      .expect(400, /Cochez au moins un élève/);
    await head
      .post(HAND_OVER_PATH)
      .form({ ...chosen, pupil, to: SCHOOL })
      .expect(400, /Choisissez un collège/);
    const stranger = await host.ids.person('pupilOfOtherSchool');
    await head
      .post(HAND_OVER_PATH)
      .form({ ...chosen, pupil: stranger })
      .expect(404);
    await head
      .post(HAND_OVER_PATH)
      .form({ ...chosen, pupil })
      .expect(303);
    const offer = { do: 'offer', pupil, to: OTHER_SCHOOL };
    await head
      .post(HAND_OVER_PATH)
      .form(offer)
      .expect(409, /ne correspond plus à sa signature[^]*Inès Faivre/);
    await host
      .as('head')
      .get(HAND_OVER_PATH)
      .expect(200, /1 proposé/);

    await college.get(`/s/${OTHER_SCHOOL}`).expect(200, /1 livret attend votre réponse/);
    await college
      .get(ARRIVALS_PATH)
      .expect(200, /École des Lilas[^]*Inès Faivre/)
      .expectNot(/lit avec plaisir/);
    const answer = { from: SCHOOL, shown: pupil, pupil, reason: 'later', word: '' };
    await college
      .post(ARRIVALS_PATH)
      .form({ ...answer, pupil: '' })
      .expect(400);
    const looking = { ...answer, step: 'look' };
    await college
      .post(ARRIVALS_PATH)
      .form(looking)
      .expect(200, /1 accepté<[^]*Inès Faivre[^]*Accepter 1 livret/);
    await college.post(ARRIVALS_PATH).form(answer).expect(303);
    await college.get(ARRIVALS_PATH).expect(200, /1 livret accepté\s: Inès Faivre\./);
    await college.post(ARRIVALS_PATH).form(looking).expect(409);
    await college.post(ARRIVALS_PATH).form(answer).expect(303);
    await college.get(ARRIVALS_PATH).expect(200, /n’était plus proposé[^]*1 livret en attente/);
    await head.get(HAND_OVER_PATH).expect(200, /Accepté le[^]*dans l’annuaire du collège/);

    host.clock.advance(Date.parse('2027-09-10T08:00:00Z') - host.clock.now().getTime());
    await syncAgain(host, {
      without: ['pupil'],
      more: [
        { ...person('pupil', 'pupil', OTHER_SCHOOL, 'Inès', 'Faivre'), level: '6E' },
        ...[member(OTHER_SCHOOL, '6a', 'pupil'), kin('guardian', 'pupil')],
      ],
    });
    await host.runJobs();
    const headInSeptember = host.as('head');
    const [copy] = await handed();
    expect(await handed()).toMatchObject([{ pupilId: pupil, fromSchool: SCHOOL, period: first.period, revision: 1 }]);

    expect(copy?.content).not.toContain('Parler breton');

    const path = handedPath(copy?.id ?? '');
    const at = { school: OTHER_SCHOOL };
    const group = (await host.host.directory.ties(pupil, OTHER_SCHOOL))[0]?.group.id ?? '';
    await host
      .as('teacherOfOtherSchool')
      .get(sixthPath(group))
      .expect(200, /Inès Faivre[^]*Lilas/)
      .expectNot(/lit avec/);
    await host
      .as('teacherOfOtherSchool')
      .get(path)
      .expect(200, /lit avec plaisir/);
    await host
      .as('guardian')
      .get(path, at)
      .expect(200, /lit avec plaisir[^]*Karim Bensalem/)
      .expect(200, /Parler breton/);
    await host
      .as('pupil')
      .get(path, at)
      .expect(200, /lit avec plaisir/);
    await host.as('guardianOfOtherSchool').get(path).expect(404);
    await host.as('pupilOfOtherSchool').get(path).expect(404);
    for (const role of ['head', 'teacher'] as const) await host.as(role).get(path, at).expect(404);
    await host.as('head').get(path).expect(404);
    await headInSeptember.post(RECALL_PATH).form({ pupil }).expect(303);
    expect(await handed()).toHaveLength(1);

    const publishedAt = host.clock.now();
    await signAgain({ tables }, SCHOOL, first, { general: CORRECTED, publishedAt });
    host.clock.advance(60_000);
    await headInSeptember.get(`/s/${SCHOOL}`).expect(200, /a été publié depuis[^]*Le collège a l’ancienne version/);
    await headInSeptember.get(HAND_OVER_PATH).expect(200, /bilans? (a|ont) été publiés? depuis/);
    await headInSeptember
      .post(HAND_OVER_PATH)
      .form(offer)
      .expect(409, /ne correspond plus/);
    await host.runJobs();
    expect(await handed()).toMatchObject([{ id: copy?.id, revision: 2 }]);
    await host
      .as('teacherOfOtherSchool')
      .get(path)
      .expect(200, /remplacé le[^]*lit et écrit/);

    // From 1 November nothing is offered any more, so nothing is asked of the head.
    host.clock.advance(60_000);
    await signAgain({ tables }, SCHOOL, first, { general: FIRST, publishedAt: host.clock.now() });
    const portal = () => host.as('head').get(`/s/${SCHOOL}`);
    await portal().expect(200, /a été publié depuis/);
    host.clock.advance(Date.parse('2027-11-02T08:00:00Z') - host.clock.now().getTime());
    await portal().expectNot(/publiés? depuis/);
  });
});
