// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL, testDatabases, testHostSource } from '@volee/core-adapter/testing';
import { exampleBilan } from '../../testing/examples/example-bilan-for-tests.js';
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
import { PeriodRow } from '../../store/period.entity.js';
import { TraceRow } from '../../store/trace.entity.js';
import { comparisonIn } from '../bilan/comparison.js';
import { TEN_MINUTES } from './leaves-at.js';
import { tickValue } from './ticked.js';

const HOUR = 3_600_000;

const started = await Promise.all(
  testDatabases().map(async (database) => ({ name: database.name, ...(await startLivret({ database })) })),
);

describe.each(started)('the life of a bilan on $name', ({ host, tables }) => {
  const db = tables(SCHOOL);
  const bilans = db.repository(BilanRow);

  /** Bilans of the two pupils of CM1, in one period of their own. */
  async function pair(one: BilanRow['state'], other: BilanRow['state']): Promise<[BilanRow, BilanRow]> {
    const write = async (role: 'pupil' | 'classmate', state: BilanRow['state']): Promise<BilanRow> => {
      const pupilId = await host.ids.person(role);
      const about = { school: SCHOOL, groupId: host.ids.cm1, personId: pupilId, pupilId, db };
      return exampleBilan({ ...about, marker: `Le trimestre de ${role}` }, state, true);
    };
    const rows: [BilanRow, BilanRow] = [await write('pupil', one), await write('classmate', other)];
    const days = { startsOn: '2026-09-01', endsOn: '2026-12-04', dueOn: '2026-12-04' };
    const period = { year: 2026, period: rows[0].period, rhythm: 'T' as const, count: 3, publishAt: null };
    await db.repository(PeriodRow).insert([{ ...period, ...days }]);
    return rows;
  }

  async function now({ id }: Pick<BilanRow, 'id'>): Promise<BilanRow> {
    const row = await bilans.findOne({ where: { id } });
    if (!row) throw new Error('The bilan is gone.');
    return row;
  }

  async function board({ period }: Pick<BilanRow, 'period'>): Promise<string> {
    const { text } = await host
      .as('head')
      .get(`${BOARD_PATH}?period=${String(period)}`)
      .expect(200);
    return text;
  }

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

    // Somebody wrote into the table behind the brick.
    await bilans.update({ id: other.id }, { general: 'Autre chose' });
    await host
      .as('head')
      .post(VISA_PATH)
      .form({ period, bilan: tickValue(other) })
      .expect(303);
    expect((await now(other)).state).toBe('signed');
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

  test('bilans are published at the instant that the head chose, and those endorsed later ten minutes after their visa', async () => {
    const [one, other] = await pair('visa', 'signed');
    const period = String(one.period);
    await host.runJobs();
    for (const [day, sentence] of [
      ['2026-11-20', /Ce moment est passé/],
      ['2026-02-30', /Ce jour n’existe pas/],
      ['', /Ce jour n’existe pas/],
      ['2029-01-01', /jusqu’au 31 août/],
    ] as const) {
      await host.as('head').post(PUBLISH_PATH).form({ period, day, hour: '18' }).expect(400, sentence);
    }
    const at = { period, day: '2026-12-11', hour: '18' };
    await host.as('head').post(PUBLISH_PATH).form(at).expect(303);
    expect(await board(one)).toMatch(/Prévu le 11 décembre à\s18\sh/);
    await host.as('guardian').get(`/bilans/${one.id}`).expect(404);
    // 18 h in Paris is 17 h UTC in December.
    host.clock.advance(new Date('2026-12-11T16:59:59Z').getTime() - host.clock.now().getTime());
    await host.runJobs();
    expect((await now(one)).state).toBe('visa');
    host.clock.advance(2_000);
    await host.runJobs();
    expect(await now(one)).toMatchObject({ state: 'published', publishedAt: host.clock.now() });
    await host
      .as('guardian')
      .get(`/bilans/${one.id}`)
      .expect(200, /Le trimestre de pupil/);
    await host
      .as('head')
      .post(VISA_PATH)
      .form({ period, bilan: tickValue(other) })
      .expect(303);
    host.clock.advance(TEN_MINUTES - 1);
    await host.runJobs();
    expect((await now(other)).state).toBe('visa');
    host.clock.advance(1);
    await host.runJobs();
    expect((await now(other)).state).toBe('published');
    expect(await board(one)).toMatch(/est publié dix minutes après/);
  });

  test('what is not as it was signed is not published; a planned publication can be called off', async () => {
    const [one, other] = await pair('visa', 'visa');
    const period = String(one.period);
    const where = { year: 2026, period: one.period };
    await host.as('head').post(PUBLISH_PATH).form({ period, day: '2027-01-15', hour: '7' }).expect(303);
    await host.as('head').post(PUBLISH_PATH).form({ period, do: 'cancel' }).expect(303);
    expect((await db.repository(PeriodRow).findOne({ where }))?.publishAt).toBeNull();
    await bilans.update({ id: other.id }, { general: 'Autre chose' });
    await host.as('head').post(PUBLISH_PATH).form({ period, do: 'now' }).expect(303);
    host.clock.advance(TEN_MINUTES);
    await host.runJobs();
    expect([(await now(one)).state, (await now(other)).state]).toEqual(['published', 'visa']);
    // No night was between: the publication itself keeps the comparison.
    expect(comparisonIn(await now(one))).toBeDefined();
    await host.as('head').post(PUBLISH_PATH).form({ period, do: 'cancel' }).expect(303);
    expect((await db.repository(PeriodRow).findOne({ where }))?.publishAt).toEqual(host.clock.now());
  });

  test('P17 while the clock is in doubt a planned publication waits, no page calls it published, and the head publishes by hand', async () => {
    const [one, other] = await pair('visa', 'signed');
    const [mine] = await pair('visa', 'published');
    const run = async (): Promise<void> => void (await host.host.jobs.runDue({ isClockSure: false }));
    const publish = (form: Record<string, string>) => host.as('head').post(PUBLISH_PATH).form(form).expect(303);
    const period = String(one.period);
    await run();
    for (const { period: each } of [one, mine]) await publish({ period: String(each), day: '2027-01-12', hour: '18' });
    host.clock.set('2027-01-20T10:00:00Z');
    await run();
    await host
      .as('head')
      .post(VISA_PATH)
      .form({ period, bilan: tickValue(other) })
      .expect(303);
    await run();
    for (const row of [one, other, mine]) expect((await now(row)).state).toBe('visa');
    expect(await board(one)).toMatch(/Prévu le 12 janvier à\s18\sh[^]*seront publiés sous peu/);
    expect(await board(one)).not.toMatch(/Publié le|dix minutes après/);
    await host.as('guardian').get(`/bilans/${one.id}`).expect(404);
    await host
      .as('teacher')
      .get(`/bilans/${one.id}`)
      .expect(200, /attend d’être publié/)
      .expectNot(/Publié/);
    await publish({ period: String(mine.period), do: 'now' });
    host.clock.advance(TEN_MINUTES);
    await run();
    for (const [row, state] of [
      [one, 'visa'],
      [mine, 'published'],
    ] as const)
      expect((await now(row)).state).toBe(state);
    host.clock.advance(25 * HOUR);
    await run();
    for (const row of [one, other]) expect((await now(row)).state).toBe('published');
    expect(await board(one)).toMatch(/Publié le 12 janvier[^]*est publié dix minutes après/);
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
