// SPDX-License-Identifier: EUPL-1.2
import { group, kin, member, OTHER_SCHOOL, person, SCHOOL, testDatabases } from '@volee/core-adapter/testing';
import { exampleHanded } from '../../testing/examples/example-handed-for-tests.js';
import { startLivret, type LivretForTests } from '../../testing/start/livret-for-tests.js';
import { handedPath, HOME_PATH, sixthPath } from '../../paths.js';
import { HandedRow } from '../../store/handed.entity.js';
import { ReadingRow } from '../../store/reading.entity.js';

const pupil = (login: string, level: string, klass: string) => [
  { ...person(login, 'pupil', OTHER_SCHOOL, login, 'Rolin'), level },
  member(OTHER_SCHOOL, klass, login),
];
const teacher = (login: string, klass: string) => [
  person(login, 'teacher', OTHER_SCHOOL, login, 'Carrez'),
  member(OTHER_SCHOOL, klass, login, 'teacher'),
];
const records = [
  ...[group(OTHER_SCHOOL, '6b', '6e B'), group(OTHER_SCHOOL, '5b', '5e B')],
  ...[
    ...pupil('six', '6E', '6b'),
    ...pupil('five', '5E', '5b'),
    ...pupil('own', '5E', '5b'),
    ...pupil('late', '6E', '6b'),
  ],
  ...[...teacher('sixth', '6b'), ...teacher('fifth', '5b'), kin('fifth', 'own')],
];

describe.each(testDatabases())('a bilan at the collège on $name', (database) => {
  let host: LivretForTests['host'];
  let tables: LivretForTests['tables'];
  const started = startLivret({ database, records, now: new Date('2026-09-07T08:00:00Z') });
  beforeAll(async () => {
    ({ host, tables } = await started);
  });

  const as = (login: string) => host.asLogin(login, OTHER_SCHOOL);
  const copyOf = async (login: string): Promise<HandedRow> => {
    const about = { school: OTHER_SCHOOL, groupId: host.ids.sixthA, pupilId: await host.ids.login(login) };
    const db = tables(OTHER_SCHOOL);
    return exampleHanded({ ...about, db, marker: `Au sujet de ${login}` });
  };
  const classOf = async (login: string): Promise<string> =>
    (await host.host.directory.ties(await host.ids.login(login), OTHER_SCHOOL))[0]?.group.id ?? '';

  test('T4 is read by teachers of the pupil in 6e, by the family and by the head, and its readings are noted for them', async () => {
    const copy = await copyOf('six');
    const path = handedPath(copy.id);
    for (const role of ['fifth', 'own', 'late']) await as(role).get(path).expect(404);
    for (const role of ['teacherOfOtherSchool', 'guardianOfOtherSchool'] as const)
      await host.as(role).get(path).expect(404);
    for (const role of ['head', 'teacher'] as const) await host.as(role).get(path).expect(404);
    await host.as('teacherInBothSchools').get(path, { school: SCHOOL }).expect(404);
    const readings = tables(OTHER_SCHOOL).repository(ReadingRow);
    expect(await readings.count()).toBe(0);
    await as('six')
      .get(path)
      .expect(200, /Au sujet de six/);
    expect(await readings.count()).toBe(0);
    for (const _ of [1, 2])
      await as('sixth')
        .get(path)
        .expect(200, /Au sujet de six/);
    await host
      .as('headOfOtherSchool')
      .get(path)
      .expect(200, /Au sujet de six/);
    expect(await readings.count({ where: { pupilId: copy.pupilId } })).toBe(2);
    await as('six')
      .get(path)
      .expect(200, /sixth Carrez[^]*Hélène Tissot/);
  });

  test('T8 is unknown to teachers in 5e, and a teacher with a child there reads as a guardian', async () => {
    const [five, own] = [await copyOf('five'), await copyOf('own')];
    await as('fifth').get(handedPath(five.id)).expect(404);
    await as('fifth')
      .get(handedPath(own.id))
      .expect(200, /Au sujet de own/);
    expect(
      await tables(OTHER_SCHOOL)
        .repository(ReadingRow)
        .count({ where: { pupilId: own.pupilId } }),
    ).toBe(0);
    await host
      .as('headOfOtherSchool')
      .get(handedPath(five.id))
      .expect(200, /Au sujet de five/);
    await as('fifth')
      .get(sixthPath(await classOf('fifth')))
      .expect(404);
    await as('fifth')
      .get(HOME_PATH)
      .expect(200, /Aucun livret n’est encore arrivé/);
  });

  test('the pupil reads the page of a child, the guardian that of parents with « Écouter », and the head neither', async () => {
    const path = handedPath((await copyOf('own')).id);
    await as('own')
      .get(path)
      .expect(
        200,
        /Voir tout ton bilan[^]*Au sujet de own[^]*Parles-en à un adulte\s: un professeur[^]*Tous tes bilans/,
      )
      .expect(200, /Ton collège garde ce bilan jusqu’au/)
      .expectNot(/Ses bilans|Cette copie|[Vv]ous le lisez|Ils peuvent le lire/);
    const last = handedPath((await copyOf('own')).id);
    await as('own')
      .get(last)
      .expect(200, /Ton bilan de fin de CM2\. Voici/)
      .expect(200, /Ce qu’Au sujet de own a écrit à tes parents[^]*Objectifs atteints/);
    await as('fifth')
      .get(path)
      .expect(200, /L’appréciation d’Au sujet de own[^]*Objectifs partiellement atteints/)
      .expect(200, /Le livret d’own[^]*Écouter[^]*Ses bilans/)
      .expectNot(/Tous tes bilans/);
    await host
      .as('headOfOtherSchool')
      .get(path)
      .expect(200, /Ses bilans/)
      .expectNot(/Écouter|Tous tes bilans/);
  });

  test('the table of a class is for its teachers and the head, names the pupils that wait, and is sorted by a column', async () => {
    const path = sixthPath(await classOf('six'));
    await as('six').get(path).expect(403);
    await host.as('teacherOfOtherSchool').get(path).expect(404);
    await as('fifth').get(path).expect(404);
    await as('sixth')
      .get(path)
      .expect(200, /2 élèves,[^]*1 livret arrivé[^]*late Rolin[^]*En attente/);
    await as('sixth')
      .get(`${path}?sort=FRA-LGO`)
      .expect(200, /aria-sort="ascending"><a href="[^"]+sort=FRA-LGO/);
    await as('sixth')
      .get(`${path}?sort=%27--`)
      .expect(200, /aria-sort="ascending"><a href="[^"]+sort=name/);
    await as('sixth')
      .get(HOME_PATH)
      .expect(200, /6e B[^]*1 livret arrivé/);
    await host
      .as('headOfOtherSchool')
      .get(HOME_PATH)
      .expect(200, /Aucun livret proposé[^]*6e B/);
  });

  test('X8 a copy whose lines nobody knows is read, says so, and fails neither the next copy nor the table of the class', async () => {
    const copies = [await copyOf('late'), await copyOf('late')];
    const [lost, next] = copies;
    if (!lost || !next) throw new Error('The copies were not written.');
    const content = lost.content.replaceAll('cycle3-2016', 'breton-2016');
    await tables(OTHER_SCHOOL).repository(HandedRow).update({ id: lost.id }, { catalogue: 'breton-2016', content });
    for (const login of ['late', 'sixth']) {
      await as(login)
        .get(handedPath(lost.id))
        .expect(200, /ne peut pas s’afficher[^]*Au sujet de late/i)
        .expect(200, /Résultat 3/);
      await as(login)
        .get(handedPath(next.id))
        .expect(200, /Au sujet de late/);
    }
    await as('sixth')
      .get(sixthPath(await classOf('sixth')))
      .expect(200);
  });

  test('a copy that has ended is gone, before the job of the night removes it', async () => {
    const copy = await copyOf('late');
    await host.as('headOfOtherSchool').get(handedPath(copy.id)).expect(200);
    host.clock.advance(copy.until.getTime() - host.clock.now().getTime());
    await host.as('headOfOtherSchool').get(handedPath(copy.id)).expect(404);
  });
});
