// SPDX-License-Identifier: EUPL-1.2
import { asyncProperty, assert, array, constantFrom, record } from 'fast-check';
import { bothDatabases, isQuickRun, onceInQuickRun, type Role, SCHOOL } from '@volee/core-adapter/testing';
import { type BilanState, BilanRow } from '../../store/bilan.entity.js';
import { exampleBilan, exampleCatalogue } from '../../testing/examples/example-bilan-for-tests.js';
import { linesOf } from '../../domain/catalogue/catalogue.js';
import { startLivret, type LivretForTests } from '../../testing/start/livret-for-tests.js';
import { changesPath } from '../../paths.js';

interface Answer {
  readonly status: number;
  readonly value?: string;
  readonly yours?: string;
  readonly own?: boolean;
  readonly by?: string | null;
  readonly sentence?: string;
}

describe.each(bothDatabases())('changes of a bilan on $name', (database) => {
  const testOnce = onceInQuickRun(database);
  // Awaited below, since a describe cannot wait.
  let livret: LivretForTests;
  const started = startLivret({ database });
  beforeAll(async () => {
    livret = await started;
  });

  /** A bilan of the pupil in CM1, of a period of its own. */
  async function bilan(state: BilanState = 'draft'): Promise<string> {
    const { host, tables } = livret;
    const pupilId = await host.ids.person('pupil');
    const about = { school: SCHOOL, groupId: host.ids.cm1, personId: pupilId, pupilId, marker: '', db: tables(SCHOOL) };
    return (await exampleBilan(about, state)).id;
  }

  async function change(as: Role, id: string, fields: Record<string, string>): Promise<Answer> {
    const sending = livret.host.as(as).post(changesPath(id)).header('Accept', 'application/json').form(fields);
    const { status, text } = await sending;
    return { status, ...(JSON.parse(text) as object) };
  }

  async function stored(id: string): Promise<BilanRow> {
    const row = await livret.tables(SCHOOL).repository(BilanRow).findOne({ where: { id } });
    if (!row) throw new Error('The bilan is gone.');
    return row;
  }

  testOnce(
    'of two teachers on one cell, the second one reads both values, and by whom the first was written',
    async () => {
      const id = await bilan();
      const first = { cell: 'FRA-LGO', was: '', now: '3' };
      expect(await change('teacher', id, first)).toMatchObject({ status: 200, value: '3' });
      const second = await change('teacherInBothSchools', id, { ...first, now: '2' });
      expect(second).toMatchObject({ status: 409, value: '3', yours: '2', own: false, by: 'Claire Vuillet' });
      expect(second.sentence).toMatch(/^Claire Vuillet a mis 3 aujourd’hui à\s11\sh\. Vous avez mis 2\.$/);
      // The answer was lost, and the same is sent again.
      expect(await change('teacher', id, first)).toMatchObject({ status: 200, value: '3' });
      expect(await change('teacher', id, { ...first, now: '4' })).toMatchObject({ status: 409, value: '3', own: true });
      expect(await change('teacherInBothSchools', id, { ...first, was: '3', now: '2' })).toMatchObject({ status: 200 });

      const text = { cell: 'text:FRA-RAC', was: '', now: 'Lit bien.' };
      await change('teacher', id, text);
      const other = await change('teacherInBothSchools', id, { ...text, now: 'Écrit bien.' });
      expect(other).toMatchObject({ status: 409, value: 'Lit bien.', yours: 'Écrit bien.' });
      const row = await stored(id);
      expect([row.positions[0], JSON.parse(row.texts)]).toEqual(['2', { 'FRA-RAC': 'Lit bien.' }]);
    },
  );

  test('25 writers at once on one bilan lose nothing', async () => {
    const id = await bilan();
    const lines = linesOf(exampleCatalogue).map(({ code }) => code);
    const texts = exampleCatalogue.domains.slice(0, 25 - lines.length - 2).map(({ code }) => `text:${code}`);
    const cells = [...lines, ...texts, 'general', 'word'];
    const writers = ['teacher', 'teacherInBothSchools'] as const;
    const answers = await Promise.all(
      cells.map((cell, index) => {
        const now = index < lines.length ? '4' : 'Bon travail.';
        return change(writers[index % 2] ?? 'teacher', id, { cell, was: '', now });
      }),
    );
    expect(answers.map(({ status }) => status)).toEqual(cells.map(() => 200));
    const { positions, general, word, revision } = await stored(id);
    expect([positions, general, word]).toEqual(['4'.repeat(lines.length), 'Bon travail.', 'Bon travail.']);
    expect(revision).toBe(1 + cells.length);
  });

  test('a bilan that is signed while the other teacher types does not change, and the page is told', async () => {
    for (const state of ['signed', 'visa'] as const) {
      const id = await bilan(state);
      const late = await change('teacher', id, { cell: 'FRA-LGO', was: '3', now: '4' });
      expect(late).toMatchObject({
        status: 409,
        sentence: expect.stringContaining('signé et ne change plus') as string,
      });
      expect(late.value).toBeUndefined();
      expect((await stored(id)).positions[0]).toBe('3');
    }
  });

  testOnce('a bilan of last year changes no more, though the pupil is in the class', async () => {
    const id = await bilan();
    const rows = livret.tables(SCHOOL).repository(BilanRow);
    await rows.update({ id }, { year: 2025 });
    const over = await change('teacher', id, { cell: 'FRA-LGO', was: '', now: '4' });
    expect(over).toMatchObject({
      status: 409,
      sentence: expect.stringContaining('année scolaire est terminée') as string,
    });
    expect((await stored(id)).positions.trim()).toBe('');
  });

  testOnce('T1, T8, V2: teachers of others, families and staff change nothing', async () => {
    const id = await bilan();
    const fields = { cell: 'FRA-LGO', was: '', now: '4' };
    const statusOf = async (as: Role): Promise<number> => (await change(as, id, fields)).status;
    expect(await statusOf('teacherOfOtherClass')).toBe(404);
    expect(await statusOf('teacherOfOtherSchool')).toBe(404);
    for (const role of ['guardian', 'pupil', 'staff', 'head'] as const) expect(await statusOf(role)).toBe(403);
    const there = livret.host.as('teacherInBothSchools').post(changesPath(id), { school: '0390002Y' });
    await there.form(fields).expect(404);
    expect((await stored(id)).revision).toBe(1);
  });

  testOnce('what is no value of a cell is refused in a sentence, and nothing is cut', async () => {
    const id = await bilan();
    const refusal = async (cell: string, now: string): Promise<[number, string | undefined]> => {
      const { status, sentence } = await change('teacher', id, { cell, was: '', now });
      return [status, sentence?.replace(/\s/g, ' ')];
    };
    expect(await refusal('FRA-LGO', '7')).toEqual([400, '« 7 » n’est pas une position. Tapez 1, 2, 3, 4 ou N.']);
    expect((await refusal('FRA-XXX', '3'))[0]).toBe(400);
    expect(await refusal('general', 'a'.repeat(1_501))).toEqual([
      ...[400, 'Ce texte a 1501 signes, pour 1500 au plus. Raccourcissez-le : il n’est pas coupé.'],
    ]);
    expect((await refusal('general', '🦔'.repeat(1_500)))[1]).toContain('3000 signes');
    expect((await refusal('general', 'a'.repeat(8_001)))[1]).toContain('8001 signes');
    expect((await refusal('general', 'a'.repeat(10_001)))[0]).toBe(400);
    expect(await refusal('general', '\u00a0\u00a0')).toEqual([200, undefined]);
    expect(await change('teacher', id, { cell: 'general', was: '', now: 'Bien\r\n\tfait ]]>\u0007' })).toMatchObject({
      ...{ status: 200, value: 'Bien\n fait ]]>' },
    });
    expect((await change('teacher', id, { cell: 'FRA-LGO', was: '', now: '0' })).value).toBe('N');
    for (const fields of [{ cell: 'general', was: '' }, { now: '3' }, { cell: 'x', was: '', now: '3', more: '1' }]) {
      expect((await change('teacher', id, fields as Record<string, string>)).status).toBe(400);
    }
  });

  testOnce(
    'H3: a page of one person sends nothing for another one that signed in since in the same browser',
    async () => {
      const id = await bilan();
      const person = await livret.host.ids.person('teacher');
      const fields = { cell: 'FRA-LGO', was: '', now: '4', person };
      expect((await change('teacherInBothSchools', id, fields)).status).toBe(401);
      expect((await change('teacher', id, fields)).status).toBe(200);
    },
  );

  const edit = record({
    who: constantFrom('teacher' as const, 'teacherInBothSchools' as const),
    cell: constantFrom('FRA-LGO', 'FRA-ECR', 'general'),
    now: constantFrom('1', '2', '3', ''),
    reload: constantFrom(true, false, false),
  });

  testOnce('any edits by two persons end with the last acknowledged value of each cell', async () => {
    await assert(
      asyncProperty(array(edit, { minLength: 2, maxLength: 12 }), async (edits) => {
        const id = await bilan();
        await livret.tables(SCHOOL).repository(BilanRow).update({ id }, { general: '' });
        const acknowledged = new Map<string, string>();
        const seen = new Map<string, string>();
        for (const { who, cell, now, reload } of edits) {
          const place = `${who} ${cell}`;
          if (reload) seen.set(place, acknowledged.get(cell) ?? '');
          const answer = await change(who, id, { cell, was: seen.get(place) ?? '', now });
          if (answer.status === 200) acknowledged.set(cell, answer.value ?? '');
          else expect([answer.status, answer.value]).toEqual([409, acknowledged.get(cell) ?? '']);
          seen.set(place, answer.value ?? '');
        }
        const { positions, general } = await stored(id);
        const lines = linesOf(exampleCatalogue).map(({ code }) => code);
        const at = (code: string): string => (positions[lines.indexOf(code)] ?? '').trim();
        expect([at('FRA-LGO'), at('FRA-ECR'), general]).toEqual(
          ['FRA-LGO', 'FRA-ECR', 'general'].map((cell) => acknowledged.get(cell) ?? ''),
        );
      }),
      { numRuns: isQuickRun() ? 4 : 12 },
    );
  });
});
