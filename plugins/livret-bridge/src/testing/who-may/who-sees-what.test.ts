// SPDX-License-Identifier: EUPL-1.2
import { isDeepStrictEqual as isEqual } from 'node:util';
import { isQuickRun, nameSampleTwice, OTHER_SCHOOL, SCHOOL, testDatabases } from '@volee/core-adapter/testing';
import { BILAN_STATES, BilanRow } from '../../store/bilan.entity.js';
import { startLivret, type LivretForTests } from '../start/livret-for-tests.js';
import { bilanPath, handedPath, sixthPath, subjectPath } from '../../paths.js';
import { ReadingRow } from '../../store/reading.entity.js';
import { askAll, SECRET } from './ask-all-for-tests.js';
import { HANDED_CM2_YEARS, HANDED_TABLE, HANDED_WHO } from './handed-table-for-tests.js';
import { browsersOf, HANDED_LOGINS, LOGINS, replaceTeacher, TABLE_RECORDS, type Browser } from './people-for-tests.js';
import { PLACE_TABLE } from './place-table-for-tests.js';
import { bilanIn, copyOf, correctedIn, placeFor } from './prepare-for-tests.js';
import { CORRECTION_TABLE, TABLE, WHO, type Who } from './table-for-tests.js';
import type { TableRow } from './table-row-for-tests.js';

/** In a quick run, people who are refused in each state ask in the first and in the last one. */
function askersIn(state: number, { answers }: Pick<TableRow<Who, unknown>, 'answers'>): readonly Who[] {
  if (!isQuickRun() || state === 0 || state === BILAN_STATES.length - 1) return WHO;
  return WHO.filter((who) => typeof answers[who] !== 'number' || answers[who] < 400);
}

describe.each(testDatabases())('who sees what on $name', (database) => {
  let livret: LivretForTests;
  let browser: Browser;
  let atCollege: Browser;
  const started = startLivret({ database, records: TABLE_RECORDS });
  beforeAll(async () => {
    livret = await started;
    browser = browsersOf(livret.host, LOGINS, SCHOOL);
    atCollege = browsersOf(livret.host, HANDED_LOGINS, OTHER_SCHOOL);
    await replaceTeacher(livret.host);
    // On the second database, each class comes from two sources.
    if (database.name !== testDatabases()[0]?.name) await nameSampleTwice(livret.host);
  });

  test.each(TABLE)('V2 T1 T3 T8 of a bilan in each state: $name', async (route) => {
    for (const [state, name] of BILAN_STATES.entries()) {
      const prepare = () => bilanIn(name, livret);
      const asking = { route, state, logins: LOGINS, who: askersIn(state, route), browser, prepare };
      expect([name, ...(await askAll(asking, livret))]).toEqual([name]);
    }
  });

  test.each(['reopened', 'unlocked'] as const)(
    'X8 V2 T1 T8 of a bilan that was published and is %s, the family reads on or is told',
    async (what) => {
      const { id } = await correctedIn(what, livret);
      const asked = WHO.flatMap((who) =>
        LOGINS[who].map(async (login) => {
          const { status, text } = await browser(login).get(subjectPath(id, 'general'));
          if (text.includes('En cours de correction')) return { login, read: 'draft', tells: text.includes(SECRET) };
          if (text.includes(SECRET)) return { login, read: 'published', tells: false };
          return { login, read: status === 200 ? 'notice' : status, tells: false };
        }),
      );
      const expected = WHO.flatMap((who) =>
        LOGINS[who].map((login) => ({ login, read: CORRECTION_TABLE[what][who], tells: false })),
      );
      expect(await Promise.all(asked)).toEqual(expected);
    },
  );

  test.each(PLACE_TABLE)('V2 T1 T3 T8 of a class and a school: $name', async (route) => {
    const isEffective = route.method === 'POST' && route.isIdle !== true;
    const prepare = () => placeFor(route, livret);
    const asking = { route, state: 0, logins: LOGINS, who: WHO, browser, prepare, isEffective };
    expect(await askAll(asking, livret)).toEqual([]);
  });

  test('T9 while the brick is for another class alone, the head may all that the tables say, and this class reads nothing', async () => {
    const { activations, directory } = livret.host.host;
    const cm2 = (await directory.groups(SCHOOL)).find(({ name }) => name === 'CM2')?.id ?? '';
    const whole = { profiles: [], groupIds: [], from: null, until: null };
    await activations.disable(SCHOOL, 'livret-bridge', 'cli');
    await activations.enable(SCHOOL, 'livret-bridge', 'cli', { ...whole, groupIds: [cm2] });
    const who: readonly Who[] = ['head'];
    const told: string[] = [];
    for (const route of TABLE) {
      for (const [state, name] of BILAN_STATES.entries()) {
        const prepare = () => bilanIn(name, livret);
        told.push(...(await askAll({ route, state, logins: LOGINS, who, browser, prepare }, livret)));
      }
    }
    for (const row of PLACE_TABLE) {
      const route = { ...row, answers: { ...row.answers, head: row.headWhenOff ?? row.answers.head } };
      const prepare = () => placeFor(row, livret);
      told.push(...(await askAll({ route, state: 0, logins: LOGINS, who, browser, prepare }, livret)));
    }
    expect(told).toEqual([]);
    const { id } = await bilanIn('published', livret);
    const answers = ['pupil', 'guardian', 'teacher', 'head'].map(
      async (login) => (await browser(login).get(bilanPath(id))).status,
    );
    expect(await Promise.all(answers)).toEqual([404, 404, 404, 200]);
    await activations.disable(SCHOOL, 'livret-bridge', 'cli');
    await activations.enable(SCHOOL, 'livret-bridge', 'cli');
  });

  test.each(HANDED_TABLE)('V2 T1 T4 T8 handed over, in 6e and in 5e: $name', async (route) => {
    for (const [state, year] of HANDED_CM2_YEARS.entries()) {
      const asking = { route, state, logins: HANDED_LOGINS, who: HANDED_WHO, browser: atCollege };
      const wrong = await askAll({ ...asking, prepare: () => copyOf(year, livret) }, livret);
      expect([year, ...wrong]).toEqual([year]);
    }
  });

  test('T4 each page with results notes its 6e teacher, in one line for the pupil and day, and no other page does', async () => {
    const { host, pages, tables } = livret;
    const { row, groupId } = await copyOf(2025, livret);
    const readings = tables(OTHER_SCHOOL).repository(ReadingRow);
    const personId = await host.ids.person('teacherOfOtherSchool');
    const values = { id: row.id, groupId, period: '1', step: row.id };
    const noted: Record<string, unknown> = {};
    for (const page of pages) {
      await readings.delete({ personId });
      const path = Object.entries(values).reduce((at, [name, value]) => at.replace(`:${name}`, value), page);
      const { text } = await atCollege('teacherOfOtherSchool').get(path);
      const isWithResults = /data-v="|Travaille bien/.test(text);
      await atCollege('teacherOfOtherSchool').get(path);
      const lines = await readings.find({ where: { personId } });
      if (isWithResults || lines.length > 0) noted[page] = lines.map(({ pupilId, day }) => ({ pupilId, day }));
    }
    const line = [{ pupilId: row.pupilId, day: '2026-11-24' }];
    expect(noted).toEqual({ [handedPath(':id')]: line, [sixthPath(':groupId')]: line });
  });

  test('a bilan of last year, of a pupil that is still in the class, moves by no address in any state', async () => {
    const rows = livret.tables(SCHOOL).repository(BilanRow);
    const moved: string[] = [];
    for (const state of BILAN_STATES) {
      const { id, stepId } = await bilanIn(state, livret);
      await rows.update({ id }, { year: 2025 });
      const found = await rows.findOne({ where: { id } });
      if (!found) throw new Error('The bilan is missing.');
      const before = { ...found, stepId };
      for (const route of TABLE.filter(({ method }) => method === 'POST')) {
        const form = route.form?.(before) ?? {};
        const asReady = { ...form, do: 'ready', general: before.general };
        for (const login of LOGINS.teacher.concat(LOGINS.head)) {
          for (const fields of route.name === 'sends the form' ? [form, asReady] : [form]) {
            await browser(login).post(route.path(before)).form(fields);
            if (!isEqual(await rows.findOne({ where: { id } }), found)) moved.push(`${login}, ${state}: ${route.name}`);
          }
        }
      }
    }
    expect(moved).toEqual([]);
  });

  test('T1 T4 T5 at the address of another school a bilan does not exist, for persons of both schools, either', async () => {
    const { host } = livret;
    for (const state of BILAN_STATES) {
      const { id } = await bilanIn(state, livret);
      for (const login of ['teacherInBothSchools', 'guardianInBothSchools', 'headOfOtherSchool']) {
        await host
          .asLogin(login, OTHER_SCHOOL)
          .get(bilanPath(id))
          .expect(404)
          .expectNot(/Travaille bien/);
      }
      await host.anonymous.get(bilanPath(id)).expectNot(/Travaille bien|Inès/);
    }
  });

  test('T1 T4 T5 at the address of the école a copy does not exist, and nobody reads it without a session', async () => {
    const { row } = await copyOf(2025, livret);
    const asked = WHO.flatMap((who) => LOGINS[who]).map(async (login) => {
      const { status, text } = await browser(login).get(handedPath(row.id));
      return { login, status, tells: text.includes('Travaille bien') };
    });
    const expected = WHO.flatMap((who) =>
      LOGINS[who].map((login) => ({ login, status: who === 'staff' ? 403 : 404, tells: false })),
    );
    expect(await Promise.all(asked)).toEqual(expected);
    const { anonymous } = livret.host;
    await anonymous.get(handedPath(row.id), { school: OTHER_SCHOOL }).expectNot(/Travaille bien|Jules/);
  });
});
