// SPDX-License-Identifier: EUPL-1.2
import { isDeepStrictEqual as isEqual } from 'node:util';
import { OTHER_SCHOOL, SCHOOL, testDatabases, type TestPerson } from '@volee/core-adapter/testing';
import { BILAN_STATES, type BilanState } from '../bilan/state.js';
import { exampleBilan } from '../contract/example-bilan-for-tests.js';
import { startLivret, type LivretForTests } from '../livret-for-tests.js';
import { bilanPath } from '../paths.js';
import { BilanRow } from '../store/bilan.entity.js';
import { browsers, LOGINS, replaceTeacher, TABLE_RECORDS } from './people-for-tests.js';
import { expectedStatus, TABLE, WHO, type TableRow } from './table-for-tests.js';

describe.each(testDatabases())('who sees what on $name', (database) => {
  let host: LivretForTests['host'];
  let tables: LivretForTests['tables'];
  let people: ReadonlyMap<string, TestPerson>;
  const started = startLivret({ database, records: TABLE_RECORDS });
  beforeAll(async () => {
    ({ host, tables } = await started);
    people = browsers(host);
    await replaceTeacher(host);
  });

  async function bilanIn(state: BilanState): Promise<BilanRow> {
    const [db, pupilId] = [tables(SCHOOL), await host.ids.person('pupil')];
    await db.repository(BilanRow).delete({ pupilId });
    return exampleBilan({ db, pupilId, groupId: host.ids.cm1, marker: 'Travaille bien' }, state, true);
  }
  const stored = (id: string): Promise<BilanRow | undefined> =>
    tables(SCHOOL).repository(BilanRow).findOne({ where: { id } });

  async function answer({ method, path, form }: TableRow, row: BilanRow, person: TestPerson | undefined) {
    if (!person) throw new Error('The table names an unknown login.');
    if (method === 'GET') return person.get(path(row.id));
    const sent = person.post(path(row.id));
    return form ? sent.form(form(row)) : sent;
  }

  test.each(TABLE)('V2 T1 T3 T8 of a bilan in each state: $name', async (route) => {
    const wrong: string[] = [];
    for (const [number, state] of BILAN_STATES.entries()) {
      let row = await bilanIn(state);
      for (const who of WHO) {
        for (const login of LOGINS[who]) {
          const expected = expectedStatus(route.answers, who, number);
          const { status, text } = await answer(route, row, people.get(login));
          if (status !== expected) wrong.push(`${login}, ${state}: ${String(status)}, not ${String(expected)}`);
          const isRefused = status === 403 || status === 404;
          if (isRefused && text.includes('Travaille bien')) wrong.push(`${login}, ${state}: the refusal tells of it`);
          const now = await stored(row.id);
          if (isRefused && now?.revision !== row.revision) wrong.push(`${login}, ${state}: the refused request wrote`);
          if (now?.revision !== row.revision || now.state !== state) row = await bilanIn(state);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test('a bilan of last year, of a pupil that is still in the class, moves by no address in any state', async () => {
    const moved: string[] = [];
    for (const state of BILAN_STATES) {
      const { id } = await bilanIn(state);
      await tables(SCHOOL).repository(BilanRow).update({ id }, { year: 2025 });
      const before = await stored(id);
      if (!before) throw new Error('The bilan is missing.');
      for (const route of TABLE.filter(({ method }) => method === 'POST')) {
        const form = route.form?.(before) ?? {};
        for (const login of LOGINS.teacher.concat(LOGINS.head)) {
          for (const more of route.path === bilanPath ? [{}, { do: 'ready', general: before.general }] : [{}]) {
            await people
              .get(login)
              ?.post(route.path(id))
              .form({ ...form, ...more });
            if (!isEqual(await stored(id), before)) moved.push(`${login}, ${state}: ${route.name}`);
          }
        }
      }
    }
    expect(moved).toEqual([]);
  });

  test('T1 T4 T5 at the address of another school a bilan does not exist, for persons of both schools, either', async () => {
    for (const state of BILAN_STATES) {
      const { id } = await bilanIn(state);
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
});
