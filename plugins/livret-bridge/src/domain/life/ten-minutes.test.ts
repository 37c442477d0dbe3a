// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { SCHOOL, testDatabases } from '@volee/core-adapter/testing';
import {
  BOARD_PATH,
  bilanPath,
  boardClassPath,
  HOME_PATH,
  PUBLISH_PATH,
  publishNowOf,
  publishOf,
  VISA_BACK_PATH,
  VISA_PATH,
} from '../../paths.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { PeriodRow } from '../../store/period.entity.js';
import { TraceRow } from '../../store/trace.entity.js';
import { exampleBilan } from '../../testing/examples/example-bilan-for-tests.js';
import { startLivret } from '../../testing/start/livret-for-tests.js';
import { readCatalogues } from '../catalogue/catalogues.js';
import { changeState } from './change-state.js';
import { isDue, leavesAt, TEN_MINUTES } from './leaves-at.js';
import { publishDue } from './publish-due.js';
import { tickValue } from './ticked.js';

const started = await Promise.all(
  testDatabases().map(async (database) => ({ name: database.name, ...(await startLivret({ database })) })),
);

/** The hidden fields of the form that a notice carries. */
function undoFields(text: string): Record<string, string> {
  const [notice = ''] = /<div class="v-notice">.*?<\/form>/s.exec(text) ?? [];
  const fields = [...notice.matchAll(/name="(\w+)" value="([^"]*)"/g)];
  return Object.fromEntries(fields.map(([, name = '', value = '']): [string, string] => [name, value]));
}

describe.each(started)('the ten minutes before a publication on $name', ({ host, tables }) => {
  const db = tables(SCHOOL);
  const periods = db.repository(PeriodRow);
  const head = host.as('head');

  /** Bilans of the two pupils of CM1, in one period of their own. */
  async function pair(one: BilanRow['state'], other: BilanRow['state'], out?: 'out'): Promise<[BilanRow, BilanRow]> {
    const write = async (role: 'pupil' | 'classmate', state: BilanRow['state']): Promise<BilanRow> => {
      const pupilId = await host.ids.person(role);
      const about = { school: SCHOOL, groupId: host.ids.cm1, personId: pupilId, pupilId, db };
      return exampleBilan({ ...about, marker: `Le trimestre de ${role}` }, state, true);
    };
    const rows: [BilanRow, BilanRow] = [await write('pupil', one), await write('classmate', other)];
    const days = { startsOn: '2026-09-01', endsOn: '2026-12-04', dueOn: '2026-12-04' };
    const at = out ? new Date('2026-11-20T17:00:00Z') : null;
    const period = { year: 2026, period: rows[0].period, rhythm: 'T' as const, count: 3, publishAt: at, outAt: at };
    await periods.insert([{ ...period, ...days }]);
    return rows;
  }

  async function statesOf(rows: readonly BilanRow[]): Promise<(string | undefined)[]> {
    const found = await Promise.all(rows.map(({ id }) => db.repository(BilanRow).findOne({ where: { id } })));
    return found.map((row) => row?.state);
  }

  const periodOf = ({ period }: BilanRow): Promise<PeriodRow | undefined> =>
    periods.findOne({ where: { year: 2026, period } });
  const post = (path: string, form: Record<string, string>) => head.post(path).form(form).expect(303);
  const board = async ({ period }: BilanRow): Promise<string> =>
    (await head.get(`${BOARD_PATH}?period=${String(period)}`).expect(200)).text;
  const pass = async (ms: number): Promise<void> => {
    host.clock.advance(ms);
    await host.runJobs();
  };

  async function expectUnread({ id }: BilanRow): Promise<void> {
    for (const role of ['pupil', 'guardian'] as const) {
      await host.as(role).get(bilanPath(id)).expect(404);
      await host
        .as(role)
        .get(HOME_PATH)
        .expect(200)
        .expectNot(new RegExp(bilanPath(id)));
    }
    expect(await db.repository(TraceRow).count({ where: { bilanId: id, what: 'published' } })).toBe(0);
  }

  test('a head reads who will read, publishes now, and takes it back: nobody has read', async () => {
    const [one, other] = await pair('visa', 'signed');
    const period = String(one.period);
    expect(await board(one)).toMatch(/Les familles ne voient rien avant la publication/);
    await head
      .get(publishOf(one.period))
      .expect(200, /Publier maintenant à 1 famille[^]*CM1\s: 1 bilan pas encore visé/);
    const recap = await head.get(publishNowOf(one.period)).expect(200, /1 bilan[^]*CM1\s: 1\.[^]*1 famille[^]*1 élève/);
    expect(recap.text).toMatch(/Les bilans s’ouvrent à[^]*Ne pas publier maintenant/);
    await post(PUBLISH_PATH, { period, do: 'now' });
    const text = await board(one);
    expect(text).toMatch(/role="status"[^]*1 bilan s’ouvre à la famille à/);
    expect(text).toMatch(/1 bilan part à[^]*Annuler la publication/);
    await pass(TEN_MINUTES - 1);
    await expectUnread(one);
    await head.get(publishNowOf(one.period)).expect(303);
    await post(PUBLISH_PATH, undoFields(text));
    expect(await board(one)).toMatch(/est annulée\. Les familles ne voient rien/);
    await pass(TEN_MINUTES);
    await expectUnread(one);
    expect(await statesOf([one, other])).toEqual(['visa', 'signed']);

    await post(PUBLISH_PATH, { period, do: 'now' });
    await pass(TEN_MINUTES);
    await host
      .as('guardian')
      .get(bilanPath(one.id))
      .expect(200, /Le trimestre de pupil/);
    await post(PUBLISH_PATH, undoFields(await board(one)));
    expect(await board(one)).toMatch(/Trop tard\s: ces bilans sont déjà publiés/);
    expect((await periodOf(one))?.publishAt).not.toBeNull();
  });

  test('taking it back leads to the date that was planned before; a form of another moment moves nothing', async () => {
    const [one] = await pair('visa', 'visa');
    const period = String(one.period);
    await post(PUBLISH_PATH, { period, day: '2027-03-12', hour: '18', do: 'plan' });
    await head.get(publishNowOf(one.period)).expect(200, /Garder le 12 mars 2027 à\s18\sh/);
    await post(PUBLISH_PATH, { period, do: 'now' });
    const fields = undoFields(await board(one));
    await post(PUBLISH_PATH, { ...fields, at: '2026-01-01T00:00:00.000Z' });
    expect(await board(one)).toMatch(/Quelqu’un a changé cette publication/);
    await post(PUBLISH_PATH, fields);
    expect(await board(one)).toMatch(/publiés le 12 mars 2027 à\s18\sh.*, comme prévu avant/);
    expect((await periodOf(one))?.publishAt).toEqual(new Date('2027-03-12T17:00:00Z'));
    await host.as('headOfOtherSchool').post(PUBLISH_PATH).form(fields).expect(404);
    await host.as('teacher').post(PUBLISH_PATH).form(fields).expect(403);
    expect((await periodOf(one))?.publishAt).toEqual(new Date('2027-03-12T17:00:00Z'));
    await post(PUBLISH_PATH, { period, do: 'cancel' });
  });

  test('« maintenant » when the planned instant is nearer than ten minutes leaves then, and its notice ends no plan', async () => {
    const [one] = await pair('visa', 'visa');
    const period = String(one.period);
    const planned = new Date(host.clock.now().getTime() + TEN_MINUTES / 2);
    await periods.update({ year: 2026, period: one.period }, { publishAt: planned });
    await post(PUBLISH_PATH, { period, do: 'now' });
    const text = await board(one);
    expect(text).toMatch(/role="status"[^]*1 bilan|role="status"[^]*2 bilans/);
    expect(undoFields(text)).not.toHaveProperty('do');
    expect((await periodOf(one))?.publishAt).toEqual(planned);
    await post(PUBLISH_PATH, { period, do: 'cancel' });
  });

  test('an instant that is less than ten minutes away is refused with a sentence, and one in ten minutes is planned', async () => {
    const [one] = await pair('visa', 'visa');
    const form = { period: String(one.period), do: 'plan', day: '2026-11-24', hour: '12' };
    const at = new Date('2026-11-24T11:00:00Z');
    host.clock.set(new Date(at.getTime() - TEN_MINUTES + 1));
    await head
      .post(PUBLISH_PATH)
      .form(form)
      .expect(400, /moins de dix minutes/);
    expect((await periodOf(one))?.publishAt).toBeNull();
    host.clock.set(new Date(at.getTime() - TEN_MINUTES));
    await post(PUBLISH_PATH, form);
    await post(PUBLISH_PATH, undoFields(await board(one)));
    expect((await periodOf(one))?.publishAt).toBeNull();
  });

  test('« maintenant » with a day is refused, and so is « maintenant » without an endorsed bilan', async () => {
    const [one] = await pair('visa', 'draft');
    const form = { period: String(one.period), do: 'now', day: '2027-03-12' };
    await head
      .post(PUBLISH_PATH)
      .form(form)
      .expect(400, /Vous avez choisi un jour, et[^]*Rien n’est publié/);
    const [none] = await pair('signed', 'draft');
    await head.get(publishOf(none.period)).expect(200, /rien à publier maintenant[^]*aria-disabled="true"/);
    await post(PUBLISH_PATH, { period: String(none.period), do: 'now' });
    for (const row of [one, none]) expect((await periodOf(row))?.publishAt).toBeNull();
  });

  /** Runs the job in this process, with something that happens at one of its steps. */
  async function runWith(
    { period }: BilanRow,
    at: { readonly found?: () => PromiseLike<unknown>; readonly begun?: () => PromiseLike<unknown> },
  ): Promise<void> {
    const repository = ((entity: typeof PeriodRow) => {
      const rows = db.repository(entity);
      if (entity !== PeriodRow) return rows;
      const find = async (options: Parameters<typeof rows.find>[0]): Promise<PeriodRow[]> => {
        const found = await rows.find(options);
        await at.found?.();
        return found;
      };
      return Object.create(rows, { find: { value: find } }) as typeof rows;
    }) as SchoolDatabase['repository'];
    const transaction: SchoolDatabase['transaction'] = async (work) => {
      await at.begun?.();
      return db.transaction(work);
    };
    const stepped = Object.create(db, { repository: { value: repository }, transaction: { value: transaction } });
    const context = { db: stepped as SchoolDatabase, clock: host.clock, school: { timeZone: 'Europe/Paris' } };
    const log = { info: fail, warn: fail, error: fail, debug: fail } as unknown as Parameters<
      typeof publishDue
    >[0]['log'];
    const only = { year: 2026, period };
    await publishDue({ ...context, log, catalogues: readCatalogues(), only }, new AbortController().signal);
  }
  const fail = (): void => {
    throw new Error('nothing is logged');
  };

  test('taken back while the job runs, either all of it is out or none', async () => {
    const rows = await pair('visa', 'visa');
    const [one] = rows;
    const period = String(one.period);
    const leave = async (): Promise<Record<string, string>> => {
      await post(PUBLISH_PATH, { period, do: 'now' });
      const fields = undoFields(await board(one));
      host.clock.advance(TEN_MINUTES);
      return fields;
    };
    const early = await leave();
    await runWith(one, { found: () => post(PUBLISH_PATH, early) });
    expect(await statesOf(rows)).toEqual(['visa', 'visa']);
    expect(await periodOf(one)).toMatchObject({ publishAt: null, outAt: null });

    const late = await leave();
    await runWith(one, { begun: () => post(PUBLISH_PATH, late) });
    expect(await statesOf(rows)).toEqual(['published', 'published']);
    expect(await board(one)).toMatch(/Trop tard[^]*Publié le/);
    for (const form of [{ do: 'cancel' }, { do: 'now' }, { do: 'plan', day: '2027-05-12', hour: '18' }])
      await post(PUBLISH_PATH, { period, ...form });
    expect((await periodOf(one))?.publishAt?.toISOString()).toBe(late['at']);
  });

  test('visas of a period that is out wait ten minutes, and are taken back together or not at all', async () => {
    const rows = await pair('signed', 'signed', 'out');
    const [one, other] = rows;
    const form = { period: String(one.period), class: host.ids.cm1, shown: host.clock.now().toISOString() };
    for (const path of [`${BOARD_PATH}?period=${form.period}`, boardClassPath(host.ids.cm1, one.period)]) {
      await head
        .get(path)
        .expect(200, /Dix minutes plus tard, la famille de chaque élève lit son bilan/)
        .expectNot(/ne voient rien avant/);
    }
    await post(VISA_PATH, form);
    const text = await board(one);
    expect(text).toMatch(/2 bilans sont visés\. Les familles les liront à[^]*Part à/);
    await head.get(boardClassPath(host.ids.cm1, one.period)).expect(200, /Part à[^]*Retirer le visa/);
    await pass(TEN_MINUTES - 1);
    for (const row of rows) await expectUnread(row);
    await host.as('teacher').post(VISA_BACK_PATH).form(undoFields(text)).expect(403);
    await host.as('headOfOtherSchool').post(VISA_BACK_PATH).form(undoFields(text)).expect(404);
    expect(await statesOf(rows)).toEqual(['visa', 'visa']);
    await post(VISA_BACK_PATH, undoFields(text));
    await pass(TEN_MINUTES);
    expect(await statesOf(rows)).toEqual(['signed', 'signed']);
    const steps = await db.repository(TraceRow).find({ where: { bilanId: one.id }, order: { at: 'ASC', id: 'ASC' } });
    expect(steps.map(({ what }) => what)).toEqual(['visa', 'visaBack']);

    await post(VISA_PATH, { ...form, shown: host.clock.now().toISOString() });
    const again = undoFields(await board(one));
    // The job has published one of them.
    const row = await db.repository(BilanRow).findOne({ where: { id: one.id } });
    if (row) await changeState(db, row, 'published', { publishedAt: host.clock.now() });
    await post(VISA_BACK_PATH, again);
    expect(await board(one)).toMatch(/Trop tard\s: des bilans/);
    expect(await statesOf(rows)).toEqual(['published', 'visa']);
    await pass(TEN_MINUTES);
    expect(await statesOf(rows)).toEqual(['published', 'published']);
    await post(VISA_BACK_PATH, { period: form.period, bilan: tickValue(other) });
    expect(await statesOf(rows)).toEqual(['published', 'published']);
  });

  test('a visa shortly before the others leave has its ten minutes, and says when they end', async () => {
    const rows = await pair('visa', 'signed');
    const [one, other] = rows;
    const period = String(one.period);
    await post(PUBLISH_PATH, { period, do: 'now' });
    await pass(TEN_MINUTES - 60_000);
    expect(await board(one)).toMatch(/Dix minutes plus tard, la famille/);
    await post(VISA_PATH, { period, bilan: tickValue(other) });
    expect(await board(one)).toMatch(/Le bilan est visé\. La famille le lira à/);
    await pass(60_000);
    expect(await statesOf(rows)).toEqual(['published', 'visa']);
    await pass(TEN_MINUTES - 60_000);
    expect(await statesOf(rows)).toEqual(['published', 'published']);
  });
});

test('a bilan leaves at the instant of its period, and not within ten minutes of its visa, whatever a clock that was ahead wrote', () => {
  const at = (minute: number): Date => new Date(Date.UTC(2026, 11, 11, 17, minute));
  expect(leavesAt({ visaAt: at(-11) }, at(0))).toEqual(at(0));
  expect(leavesAt({ visaAt: at(-5) }, at(0))).toEqual(at(5));
  expect(leavesAt({ visaAt: at(5) }, at(0))).toEqual(at(15));
  expect([at(14), at(15)].map((now) => isDue({ visaAt: at(5) }, at(0), now))).toEqual([false, true]);
  expect(isDue({ visaAt: new Date('2038-01-01T00:00:00Z') }, at(0), at(1))).toBe(true);
  expect(isDue({ visaAt: new Date('2038-01-01T00:00:00Z') }, at(2), at(1))).toBe(false);
});
