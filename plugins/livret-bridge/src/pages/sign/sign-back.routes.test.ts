// SPDX-License-Identifier: EUPL-1.2
import { OTHER_SCHOOL, SCHOOL, testDatabases } from '@volee/core-adapter/testing';
import { tickValue } from '../../domain/life/ticked.js';
import {
  gridPath,
  HOME_PATH,
  readyClassPath,
  signBackPath,
  signPath,
  takeBackPath,
  VISA_BACK_PATH,
  VISA_PATH,
} from '../../paths.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { PeriodRow } from '../../store/period.entity.js';
import { exampleBilan } from '../../testing/examples/example-bilan-for-tests.js';
import { toldOf } from '../../testing/start/journal-for-tests.js';
import { startLivret } from '../../testing/start/livret-for-tests.js';

const SECOND = 1_000;
const started = await Promise.all(
  testDatabases().map(async (database) => ({ name: database.name, ...(await startLivret({ database })) })),
);

/** The form that a notice carries. */
interface Undo {
  readonly url: string;
  readonly fields: URLSearchParams;
}

describe.each(started)('taking back what was signed together on $name', ({ host, tables }) => {
  const db = tables(SCHOOL);
  const bilans = db.repository(BilanRow);
  const teacher = host.as('teacher');

  /** Ready bilans of the two pupils of CM1, in one period of their own. */
  async function pair(): Promise<[BilanRow, BilanRow]> {
    const write = async (role: 'pupil' | 'classmate'): Promise<BilanRow> => {
      const about = { groupId: host.ids.cm1, pupilId: await host.ids.person(role), db };
      return exampleBilan({ ...about, marker: `Le trimestre de ${role}` }, 'ready', true);
    };
    const rows: [BilanRow, BilanRow] = [await write('pupil'), await write('classmate')];
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

  const statesOf = async (...rows: BilanRow[]): Promise<string[]> =>
    (await Promise.all(rows.map(now))).map(({ state }) => state);

  /** Signs bilans a second after the last act. @returns the form beside the confirmation */
  async function signAll(...rows: BilanRow[]): Promise<Undo> {
    host.clock.advance(SECOND);
    const [{ period } = { period: 0 }] = rows;
    const path = signPath(host.ids.cm1, period);
    const form = new URLSearchParams((await Promise.all(rows.map(now))).map((row) => ['bilan', tickValue(row)]));
    await teacher.post(path).form(form).expect(303);
    const { text } = await teacher.get(HOME_PATH).expect(200, /signés?\. La direction/);
    const [notice = ''] = /<div class="v-notice">.*?<\/form>/s.exec(text) ?? [];
    const fields = [...notice.matchAll(/name="(\w+)" value="([^"]*)"/g)];
    expect(notice).toMatch(/Annuler/);
    const [, url = ''] = /action="([^"]*)"/.exec(notice) ?? [];
    expect(url.endsWith(signBackPath(host.ids.cm1, period))).toBe(true);
    return {
      url: signBackPath(host.ids.cm1, period),
      fields: new URLSearchParams(fields.map(([, name = '', value = '']) => [name, value])),
    };
  }

  /** Sends the form beside the confirmation, which leads to the grid with this sentence. */
  async function takeBack({ url, fields }: Undo, { period }: BilanRow, sentence: RegExp): Promise<void> {
    await teacher.post(url).form(fields).expect(303);
    await teacher.get(gridPath(host.ids.cm1, period)).expect(200, sentence);
  }

  const endorse = (row: BilanRow, path = VISA_PATH) =>
    host
      .as('head')
      .post(path)
      .form({ period: String(row.period), bilan: tickValue(row) })
      .expect(303);

  test('all bilans of the act are ready again, and the journal names them once', async () => {
    const [one, other] = await pair();
    const undo = await signAll(one, other);
    await takeBack(undo, one, /2 signatures sont retirées\. Les bilans se modifient de nouveau/);
    for (const row of [one, other]) {
      expect(await now(row)).toMatchObject({ state: 'ready', signedBy: null, signedAs: null, sha256: null });
    }
    const { journal, rows } = await toldOf(host, db, [one.id, other.id]);
    expect(journal).toEqual(rows);
    expect(journal.filter((line) => line.includes('livret.takenBack'))).toHaveLength(2);
    await takeBack(undo, one, /Rien à retirer\s: ces bilans ont changé entre-temps/);
    expect((await toldOf(host, db, [one.id, other.id])).journal).toEqual(journal);
  });

  test('bilans that the head endorsed meanwhile stay signed, and the notice counts them', async () => {
    const [one, other] = await pair();
    const undo = await signAll(one, other);
    await endorse(await now(one));
    await takeBack(undo, one, /La signature est retirée\.[^<]*La direction a déjà vu un bilan\s: il reste signé\./);
    expect(await statesOf(one, other)).toEqual(['visa', 'ready']);
    await takeBack(undo, one, /Aucune signature n’est retirée\. La direction a déjà vu un bilan/);
    expect((await now(one)).signedAs).toBe('Claire Vuillet');
    // Without the visa, the bilan is signed by the same act again.
    await endorse(await now(one), VISA_BACK_PATH);
    await takeBack(undo, one, /La signature est retirée/);
    expect(await statesOf(one, other)).toEqual(['ready', 'ready']);
  });

  test('the grid takes signatures of a teacher back until the visa, for each act, and those of nobody else', async () => {
    const [one, other] = await pair();
    await signAll(one, other);
    const grid = gridPath(host.ids.cm1, one.period);
    await teacher.get(grid).expect(200, /Retirer ma signature de 2 bilans/);
    await host
      .as('teacherInBothSchools')
      .get(grid)
      .expect(200)
      .expectNot(/Retirer ma signature/);
    await endorse(await now(one));
    await teacher.get(grid).expect(200, /Retirer ma signature de 1 bilan</);
    await endorse(await now(one), VISA_BACK_PATH);
    await teacher.post(takeBackPath(one.id)).expect(303);
    await signAll(one);
    await teacher.get(grid).expect(200, /de 1 bilan, donnée[^]*de 1 bilan, donnée/);
  });

  test('bilans that were made ready together are drafts again, but for those that changed since', async () => {
    const [one, other] = await pair();
    await bilans.update({ period: one.period }, { state: 'draft' });
    const path = readyClassPath(host.ids.cm1, one.period);
    await teacher.post(path).form({}).expect(303);
    const { text } = await teacher.get(signPath(host.ids.cm1, one.period)).expect(200, /2 bilans sont prêts/);
    const back = new URLSearchParams(
      [...text.matchAll(/name="back" value="([^"]*)"/g)].map(([, value = '']) => ['back', value]),
    );
    expect(back.getAll('back')).toHaveLength(2);
    await bilans.update({ id: one.id }, { revision: 40 });
    await teacher.post(path).form(back).expect(303);
    await teacher.get(signPath(host.ids.cm1, one.period)).expect(200, /Le bilan est de nouveau un brouillon/);
    expect(await statesOf(one, other)).toEqual(['ready', 'draft']);
    await teacher.post(path).form(back).expect(303);
    await teacher.get(signPath(host.ids.cm1, one.period)).expect(200, /Rien à annuler/);
  });

  test('bilans of another act, and a signature that was given anew, stay signed', async () => {
    const [one, other] = await pair();
    const first = await signAll(one);
    const second = await signAll(other);
    await takeBack(first, one, /La signature est retirée/);
    expect(await statesOf(one, other)).toEqual(['ready', 'signed']);
    const anew = await signAll(one);
    await takeBack(first, one, /Rien à retirer/);
    expect(await statesOf(one, other)).toEqual(['signed', 'signed']);
    // The instant of an act does not reach bilans that the form does not name.
    const { fields } = anew;
    fields.set('bilan', other.id);
    await takeBack({ ...anew, fields }, one, /Rien à retirer/);
    expect(await statesOf(one, other)).toEqual(['signed', 'signed']);
    await host.as('teacherInBothSchools').post(takeBackPath(other.id)).expect(303);
    await takeBack(second, one, /Rien à retirer/);
    expect(await statesOf(one, other)).toEqual(['signed', 'ready']);
  });

  test('T1, T3: people without this class take nothing back, also at the address of another school; nor does a form with a bilan of last year', async () => {
    const [one, other] = await pair();
    const { url, fields } = await signAll(one, other);
    for (const role of ['staff', 'pupil', 'guardian', 'head'] as const) {
      await host.as(role).post(url).form(fields).expect(403);
    }
    await host.as('teacherOfOtherClass').post(url).form(fields).expect(404);
    await host.asLogin('teacherInBothSchools', OTHER_SCHOOL).post(url).form(fields).expect(404);
    await host.as('headOfOtherSchool').post(url).form(fields).expect(404);
    for (const broken of [{ at: fields.get('at') ?? '' }, { bilan: one.id }, { bilan: one.id, at: 'hier' }]) {
      await teacher.post(url).form(broken).expect(400);
    }
    expect(await statesOf(one, other)).toEqual(['signed', 'signed']);
    await bilans.update({ id: one.id }, { year: 2025 });
    await teacher.post(url).form(fields).expect(404);
    expect(await statesOf(one, other)).toEqual(['signed', 'signed']);
  });
});
