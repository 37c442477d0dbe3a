// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL, testDatabases, testHostSource } from '@volee/core-adapter/testing';
import { classForTests } from '../../testing/start/class-for-tests.js';
import { startLivret } from '../../testing/start/livret-for-tests.js';
import {
  BOARD_PATH,
  boardClassPath,
  PUBLISH_PATH,
  readyPath,
  SEND_BACK_PATH,
  signPath,
  takeBackPath,
  unlockPath,
  VISA_PATH,
} from '../../paths.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { TraceRow } from '../../store/trace.entity.js';
import { tickValue } from './ticked.js';

const HOUR = 3_600_000;

const started = await Promise.all(
  testDatabases().map(async (database) => ({ name: database.name, ...(await startLivret({ database })) })),
);

describe.each(started)('the life of a bilan on $name', ({ host, tables }) => {
  const db = tables(SCHOOL);
  const bilans = db.repository(BilanRow);

  const { pair, now, board } = classForTests({ host, tables });

  test('a class is signed as it was shown; what changed since is named and waits', async () => {
    const [one, other] = await pair('ready', 'ready');
    const path = signPath(host.ids.cm1, one.period);
    await host
      .as('teacher')
      .get(path)
      .expect(200, /Signer 2 bilans[^]*Le trimestre de classmate[^]*Plus personne ne change/);
    await host
      .as('teacher')
      .get(path)
      .expect(200, /matière évaluée.: Inès Faivre et Zoé Girardet\. C’est facultatif/);
    await host
      .as('teacher')
      .post(path)
      .form({})
      .expect(400, /Aucun bilan n’est coché/);
    await host.as('teacherInBothSchools').post(readyPath(other.id)).form({ to: 'draft' }).expect(303);
    const form = new URLSearchParams([one, other].map((row) => ['bilan', tickValue(row)]));
    await host.as('teacher').post(path).form(form).expect(303);
    await host
      .as('teacher')
      .get(path)
      .expect(200, /Rien à signer[^]*Zoé Girardet[^]*encore en brouillon/);
    expect(await now(one)).toMatchObject({ state: 'signed', signedAs: 'Claire Vuillet', signedAt: host.clock.now() });
    expect(await now(other)).toMatchObject({ state: 'draft', signedAs: null });
    // The second teacher of the class was slower.
    await host
      .as('teacherInBothSchools')
      .post(path)
      .form({ bilan: tickValue(one) })
      .expect(303);
    expect((await now(one)).signedAs).toBe('Claire Vuillet');
    await host.as('teacherInBothSchools').post(takeBackPath(one.id)).expect(303);
    expect(await now(one)).toMatchObject({ state: 'ready', signedAs: null, sha256: null });
    const steps = await db.repository(TraceRow).find({ where: { bilanId: one.id }, order: { at: 'ASC', id: 'ASC' } });
    expect(steps.map(({ what, personName }) => [what, personName])).toEqual([
      ['signed', 'Claire Vuillet'],
      ['takenBack', 'Paul Droz'],
    ]);
  });

  test('T3, T8: only teachers of the class sign, and only the head endorses, publishes and unlocks', async () => {
    const [row] = await pair('signed', 'draft');
    const tick = { period: String(row.period), bilan: tickValue(row), word: 'Non' };
    const sign = signPath(host.ids.cm1, row.period);
    for (const role of ['staff', 'pupil', 'guardian'] as const) await host.as(role).get(sign).expect(403);
    await host
      .as('teacherOfOtherClass')
      .post(sign)
      .form({ bilan: tickValue(row) })
      .expect(404);
    await host
      .as('head')
      .post(sign)
      .form({ bilan: tickValue(row) })
      .expect(403);
    for (const role of ['teacher', 'staff', 'guardian', 'pupil'] as const) {
      await host.as(role).get(BOARD_PATH).expect(403);
      await host.as(role).post(VISA_PATH).form({ period: tick.period, bilan: tick.bilan }).expect(403);
      await host.as(role).post(SEND_BACK_PATH).form(tick).expect(403);
      await host.as(role).post(PUBLISH_PATH).form({ period: tick.period, do: 'now' }).expect(403);
      await host.as(role).post(unlockPath(row.id)).form({ word: 'Non', text: 'stays' }).expect(403);
    }
    // The head of another school names ids of this one from their own address, and reaches nothing.
    await host.as('headOfOtherSchool').post(VISA_PATH).form({ period: tick.period, bilan: tick.bilan }).expect(404);
    await host.as('headOfOtherSchool').post(SEND_BACK_PATH).form(tick).expect(404);
    await host.as('headOfOtherSchool').post(unlockPath(row.id)).form({ word: 'Non', text: 'stays' }).expect(404);
    await host.as('headOfOtherSchool').get(boardClassPath(host.ids.cm1, row.period)).expect(404);
    expect(await now(row)).toEqual(row);
  });

  test('a visa for a class covers what the board showed, and refuses another content than the signed one', async () => {
    const [one, other] = await pair('signed', 'signed');
    const period = String(one.period);
    const page = await board(one);
    const shown = /name="shown" value="([^"]+)"/.exec(page)?.[1] ?? '';
    expect(page).toMatch(/2 signés sur 2[^]*2 bilans cochés/);
    const later = new Date(host.clock.now().getTime() + HOUR);
    await bilans.update({ id: other.id }, { signedAt: later });
    const form = { period, class: host.ids.cm1, shown };
    await host.as('head').post(VISA_PATH).form(form).expect(303);
    expect([(await now(one)).state, (await now(other)).state]).toEqual(['visa', 'signed']);
    expect(await board(one)).toMatch(/2 signés sur 2<[^]*1 à viser[^]*2 bilans signés sur 3/);

    // Somebody wrote into the table behind the brick.
    await bilans.update({ id: other.id }, { general: 'Autre chose' });
    await host
      .as('head')
      .post(VISA_PATH)
      .form({ period, bilan: tickValue(other) })
      .expect(303);
    expect((await now(other)).state).toBe('signed');
  });

  test('a published bilan counts as signed beside one that was signed again, on the board and for its teachers', async () => {
    const [one] = await pair('published', 'signed');
    expect(await board(one)).toMatch(/2 signés sur 2, 1 publié<[^]*1 à viser[^]*2 bilans signés sur 3[^]*1 publié</);
    await host
      .as('teacher')
      .get('/')
      .expect(200, /2 signés sur 2, 1 publié</);
  });

  test('a bilan comes back with a word, which its teachers read until they sign again', async () => {
    const [row] = await pair('visa', 'draft');
    const period = String(row.period);
    const form = { period, class: host.ids.cm1 };
    await host.as('head').get(`${SEND_BACK_PATH}?period=${period}`).expect(200, /CM1/);
    await host
      .as('head')
      .post(SEND_BACK_PATH)
      .form({ ...form, word: ' ' })
      .expect(400, /Écrivez un mot/);
    const long = 'Trop long. '.repeat(60);
    await host
      .as('head')
      .post(SEND_BACK_PATH)
      .form({ ...form, word: long })
      .expect(400, /Trop long\. Trop[^]*659 caractères/);
    await host
      .as('head')
      .post(SEND_BACK_PATH)
      .form({ ...form, word: 'Relisez la\r\ngéométrie' })
      .expect(303);
    expect(await now(row)).toMatchObject({ state: 'draft', signedAs: null, sha256: null, visaAs: null, visaAt: null });
    await host
      .as('teacher')
      .get('/')
      .expect(200, /Mathieu Grosjean vous renvoie[^]*Relisez la\ngéométrie/);
    await host
      .as('guardian')
      .get('/')
      .expectNot(/Relisez la/);
  });

  test('a head unlocks with a reason until 31 July; from 1 August last year’s bilans move no more', async () => {
    const [one, other] = await pair('published', 'published');
    const [draft, signed] = await pair('draft', 'signed');
    await host
      .as('head')
      .get(unlockPath(one.id))
      .expect(200, /La famille sait/);
    await host
      .as('head')
      .post(unlockPath(one.id))
      .form({ word: '', text: 'stays' })
      .expect(400, /Écrivez un mot/);
    await host
      .as('head')
      .post(unlockPath(one.id))
      .form({ word: 'Une erreur' })
      .expect(400, /Choisissez ce que la famille lit/);
    host.clock.advance(new Date('2027-07-31T21:00:00Z').getTime() - host.clock.now().getTime());
    await host.as('head').post(unlockPath(one.id)).form({ word: 'Une erreur en géométrie', text: 'goes' }).expect(303);
    expect(await now(one)).toMatchObject({ state: 'draft', publishedAt: null });
    const [trace] = await db.repository(TraceRow).find({ where: { bilanId: one.id, what: 'unlocked' } });
    // A second unlocking does nothing, and the page keeps its reason.
    await host
      .as('head')
      .post(unlockPath(one.id))
      .form({ word: 'Une autre erreur', text: 'goes' })
      .expect(409, /n’est plus publié[^]*<textarea[^>]*>Une autre erreur</);
    expect(trace).toMatchObject({ word: 'Une erreur en géométrie', personName: 'Mathieu Grosjean', day: '2027-07-31' });

    // Midnight in Paris. An LDAP that goes on naming the classes makes them classes of the new year.
    host.clock.advance(2 * HOUR);
    await host.host.sync.run(testHostSource, new AbortController().signal);
    await host
      .as('head')
      .post(unlockPath(other.id))
      .form({ word: 'Trop tard', text: 'stays' })
      .expect(400, /finie le 31 juillet[^]*Retour/);
    await host.as('teacher').post(readyPath(draft.id)).form({ to: 'ready' }).expect(409);
    await host.as('teacher').post(takeBackPath(signed.id)).expect(409);
    expect([(await now(other)).state, (await now(signed)).state]).toEqual(['published', 'signed']);
  });
});
