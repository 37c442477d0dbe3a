// SPDX-License-Identifier: EUPL-1.2
import { OTHER_SCHOOL, SCHOOL } from '@volee/core-adapter/testing';
import { In } from 'typeorm';
import { exampleBilan } from '../../testing/examples/example-bilan-for-tests.js';
import { startLivret } from '../../testing/start/livret-for-tests.js';
import { BOARD_PATH, SEND_BACK_PATH, signPath } from '../../paths.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { PeriodRow } from '../../store/period.entity.js';

const { host, tables } = await startLivret();
const db = tables(SCHOOL);
const PORTAL = `/s/${SCHOOL}`;

async function bilanOf(role: 'pupil' | 'classmate', state: BilanRow['state'], isFull: boolean): Promise<BilanRow> {
  const pupilId = await host.ids.person(role);
  const about = { school: SCHOOL, groupId: host.ids.cm1, personId: pupilId, pupilId, db };
  return exampleBilan({ ...about, marker: 'Un bon trimestre' }, state, isFull);
}

async function portalOf(role: 'teacher' | 'teacherOfOtherClass' | 'head' | 'guardian'): Promise<string> {
  const { text } = await host.as(role).get(PORTAL).expect(200);
  return /<main[^]*<\/main>/.exec(text)?.[0] ?? '';
}

test('before anybody has begun, a teacher begins without the head', async () => {
  await host
    .as('teacher')
    .get('/')
    .expect(
      200,
      /<h2[^>]*>CM1<[^]*La direction n’a pas[^]*avant le vendredi 4 décembre, pour toutes les classes[^]*Commencer\s: 1er trimestre/,
    )
    .expectNot(/>CM2</);
  await host
    .as('lastYearsTeacher')
    .get('/')
    .expect(200, /Vous n’avez pas de classe cette année/);
  await host
    .as('head')
    .get('/')
    .expect(200, /Les bilans de l’école[^]*Ouvrir pour les 2 classes/);
  // A teacher of a collège writes no bilan there.
  await host
    .as('teacherOfOtherSchool')
    .get('/', { school: OTHER_SCHOOL })
    .expect(200)
    .expectNot(/Commencer/);
});

test('T10: teachers read what waits in their classes, heads what waits for a visa, on the home and on the portal', async () => {
  const days = { startsOn: '2026-09-01', endsOn: '2026-12-04', dueOn: '2026-12-04' };
  await db.repository(PeriodRow).insert([{ ...days, year: 2026, rhythm: 'T', period: 1, count: 3, publishAt: null }]);
  const ready = await bilanOf('pupil', 'ready', true);
  await bilanOf('classmate', 'draft', false);
  await host
    .as('teacher')
    .get('/')
    .expect(200, /Le 1er trimestre est à signer avant le vendredi 4 décembre/)
    .expect(200, /1 bilan est prêt en CM1/)
    .expect(200, /15 cases vides en CM1/)
    .expect(200, /aria-label="1 bilan complet sur 2"/)
    .expectNot(/1 complet sur 2/)
    .expect(200, /Avec Paul Droz/);
  expect(await portalOf('teacher')).toMatch(/1 bilan est prêt en CM1[^]*Relire et signer/);
  for (const role of ['teacherOfOtherClass', 'head', 'guardian'] as const) {
    expect(await portalOf(role)).not.toMatch(/est prêt|attend votre visa/);
  }

  const tick = `${ready.id} ${String(ready.revision)}`;
  await host.as('teacher').post(signPath(host.ids.cm1, 1)).form({ bilan: tick }).expect(303);
  expect(await portalOf('teacher')).not.toMatch(/est prêt/);
  expect(await portalOf('head')).toMatch(/1 bilan attend votre visa[^]*1er trimestre\s: CM1/);
  await host
    .as('head')
    .get(BOARD_PATH)
    .expect(200, /1 signé sur 2/);

  const word = 'Il manque un mot pour les parents';
  await host.as('head').post(SEND_BACK_PATH).form({ period: '1', class: host.ids.cm1, word }).expect(303);
  expect(await portalOf('teacher')).toMatch(/Mathieu Grosjean vous renvoie 1 bilan de CM1[^]*Il manque un mot/);
  expect(await portalOf('teacherOfOtherClass')).not.toMatch(/Il manque un mot/);
  expect(await portalOf('guardian')).not.toMatch(/Il manque un mot/);
});

test('from a week before bilans are to be signed, the portal shows what is empty and how much is done', async () => {
  await bilanOf('classmate', 'draft', false);
  expect(await portalOf('teacher')).not.toContain('À signer avant');
  host.clock.advance(3 * 86_400_000);
  expect(await portalOf('teacher')).toMatch(
    /cases? vides? en CM1[^]*À signer avant le vendredi 4 décembre[^]*<progress value="\d" max="2"/,
  );
  for (const role of ['teacherOfOtherClass', 'head', 'guardian'] as const) {
    expect(await portalOf(role)).not.toMatch(/en CM1[^]*À signer avant/);
  }
});

test('T10: when nothing is left to write in a class, its teachers find the page that signs, and nobody else', async () => {
  const bilans = db.repository(BilanRow);
  await bilans.delete({ id: In((await bilans.find()).map(({ id }) => id)) });
  for (const role of ['pupil', 'classmate'] as const) await bilanOf(role, 'draft', true);
  expect(await portalOf('teacher')).toMatch(/2 bilans sont complets en CM1[^]*Relire et signer/);
  for (const role of ['teacherOfOtherClass', 'head', 'guardian'] as const) {
    expect(await portalOf(role)).not.toContain('complets en CM1');
  }
  await bilans.update({ pupilId: await host.ids.person('pupil') }, { general: '' });
  expect(await portalOf('teacher')).not.toContain('complets en CM1');
});
