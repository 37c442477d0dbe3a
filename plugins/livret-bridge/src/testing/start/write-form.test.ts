// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL, testDatabases, type Role, type TestResponse } from '@volee/core-adapter/testing';
import { exampleBilan } from '../examples/example-bilan-for-tests.js';
import { contentOf, type BilanContent } from '../../domain/bilan/content.js';
import { startLivret, type LivretForTests } from './livret-for-tests.js';
import { bilanPath, subjectPath } from '../../paths.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { readCatalogues } from '../../domain/catalogue/catalogues.js';
import { changed, formOf } from './bilan-form-for-tests.js';

const VOLCANO = '🌋';

describe.each(testDatabases())('the form of a bilan on $name', (database) => {
  let host: LivretForTests['host'];
  let tables: LivretForTests['tables'];
  const started = startLivret({ database });
  beforeAll(async () => {
    ({ host, tables } = await started);
  });

  async function draft(role: Role = 'pupil', general = ''): Promise<BilanRow> {
    const [db, pupilId] = [tables(SCHOOL), await host.ids.person(role)];
    return exampleBilan({ db, pupilId, groupId: host.ids.cm1, marker: general });
  }
  const pageOf = async (role: Role, { id }: BilanRow, subject: string): Promise<string> =>
    (await host.as(role).get(subjectPath(id, subject)).expect(200)).text;
  /** The fields of several subjects, as if one page had them all; the first one is the subject of the form. */
  async function open(role: Role, bilan: BilanRow, ...subjects: readonly string[]): Promise<URLSearchParams> {
    const fields = new URLSearchParams();
    for (const subject of subjects) {
      for (const [name, value] of formOf(await pageOf(role, bilan, subject))) {
        if (name !== 'subject' || !fields.has('subject')) fields.append(name, value);
      }
    }
    return fields;
  }
  const send = (role: Role, { id }: BilanRow, form: URLSearchParams, status: number): PromiseLike<TestResponse> =>
    host.as(role).post(bilanPath(id)).form(form).expect(status);
  async function stored({ id }: BilanRow): Promise<BilanContent & Pick<BilanRow, 'state' | 'revision'>> {
    const row = await tables(SCHOOL).repository(BilanRow).findOne({ where: { id } });
    if (!row) throw new Error('The bilan is gone.');
    return { ...contentOf(row), state: row.state, revision: row.revision };
  }

  test('saves what was changed and nothing else, and empties a position', async () => {
    const bilan = await draft();
    const form = await open('teacher', bilan, 'FRA-RAC', 'MAT-RAC', 'child');
    const first = changed(form, { 'MAT-NBC': '4', 'text:MAT-RAC': 'Très sûr', strengths: 'MAT-NBC' });
    await send('teacher', bilan, first, 303);
    expect(await stored(bilan)).toMatchObject({ strengths: ['MAT-NBC'], texts: { 'MAT-RAC': 'Très sûr' } });
    expect((await stored(bilan)).positions).toBe('    4          ');
    // A form that was opened before and changes other cells puts none back.
    await send('teacher', bilan, changed(form, { 'FRA-LGO': '2' }), 303);
    expect((await stored(bilan)).positions).toBe('2   4          ');
    const again = await open('teacher', bilan, 'MAT-RAC');
    await send('teacher', bilan, changed(again, { 'MAT-NBC': '' }), 303);
    expect((await stored(bilan)).positions).toBe('2              ');
    const { revision } = await stored(bilan);
    await send('teacher', bilan, await open('teacher', bilan, 'FRA-RAC', 'MAT-RAC', 'general'), 303);
    expect((await stored(bilan)).revision).toBe(revision);
  });

  test('tidies a text from Word, keeps what XML needs, and takes no-break spaces for nothing', async () => {
    const bilan = await draft();
    const form = await open('teacher', bilan, 'FRA-RAC', 'general', 'child');
    const typed = {
      general: ' Bien\r\ntravaillé\tici ]]> <b>\u0000 ',
      'text:FRA-RAC': '\u00a0\u00a0',
      word: 'E\u0301lan',
    };
    await send('teacher', bilan, changed(form, typed), 303);
    expect(await stored(bilan)).toMatchObject({ general: 'Bien\ntravaillé ici ]]> <b>', texts: {}, word: 'Élan' });
  });

  test('shows a text that is too long again, whole and with its count, and saves the rest', async () => {
    const bilan = await draft();
    const text = VOLCANO.repeat(1_500);
    const form = changed(await open('teacher', bilan, 'general', 'FRA-RAC'), {
      general: text,
      'FRA-LGO': '3',
      'new:FRA-RAC': 'é'.repeat(301),
    });
    const { text: page } = await send('teacher', bilan, form, 400);
    expect(page).toMatch(/Ce texte a 3\s?000 signes, et la limite est de 1\s?500/);
    const shown = formOf(page);
    expect([shown.get('general'), shown.get('new:FRA-RAC')]).toEqual([text, 'é'.repeat(301)]);
    expect(await stored(bilan)).toMatchObject({ general: '', elements: {}, positions: '3'.padEnd(15) });
    const shorter = changed(shown, { general: VOLCANO.repeat(750) });
    const { text: french } = await send('teacher', bilan, shorter, 400);
    expect(french).toContain('Un élément a au plus 300 signes');
    await send('teacher', bilan, changed(formOf(french), { 'new:FRA-RAC': '' }), 303);
    expect((await stored(bilan)).general).toHaveLength(1_500);
  });

  test('shows both texts of two teachers until one of them chooses, and neither is lost', async () => {
    const bilan = await draft('pupil', 'Début');
    const parts = ['general', 'FRA-RAC'];
    const [claire, paul] = [
      await open('teacher', bilan, ...parts),
      await open('teacherInBothSchools', bilan, ...parts),
    ];
    await send('teacher', bilan, changed(claire, { general: 'De Claire', 'FRA-LGO': '3' }), 303);
    const { text } = await send(
      'teacherInBothSchools',
      bilan,
      changed(paul, { general: 'De Paul', 'FRA-LGO': '4' }),
      409,
    );
    expect(text).toMatch(/Claire Vuillet[^]*De Claire[^]*De Paul/);
    expect((await stored(bilan)).general).toBe('De Claire');
    const both = formOf(text);
    // A third value since: the choice was about another one.
    await send('teacher', bilan, changed(await open('teacher', bilan, 'general'), { general: 'De Claire, relu' }), 303);
    const { text: again } = await send('teacherInBothSchools', bilan, changed(both, { keep: 'both general' }), 409);
    expect(again).toMatch(/De Claire, relu[^]*De Paul/);
    const chosen = changed(formOf(again), { keep: 'both general' });
    const { text: last } = await send('teacherInBothSchools', bilan, chosen, 409);
    expect(await stored(bilan)).toMatchObject({ general: 'De Claire, relu\nDe Paul', positions: '3'.padEnd(15) });
    await send('teacherInBothSchools', bilan, changed(formOf(last), { keep: 'mine FRA-LGO' }), 303);
    expect((await stored(bilan)).positions).toBe('4'.padEnd(15));
  });

  test('of a bilan that is signed meanwhile, or of last year, changes nothing and gives the text back', async () => {
    const bilan = await draft();
    const form = changed(await open('teacher', bilan, 'general'), { general: 'Trop tard' });
    const rows = tables(SCHOOL).repository(BilanRow);
    await rows.update({ id: bilan.id }, { state: 'signed' });
    await send('teacher', bilan, form, 409).then(({ text }) => {
      expect(text).toMatch(/vient d’être signé[^]*Trop tard/);
    });
    await rows.update({ id: bilan.id }, { state: 'draft', year: 2025 });
    await send('teacher', bilan, form, 409).then(({ text }) => {
      expect(text).toContain('Trop tard');
    });
    expect((await stored(bilan)).general).toBe('');
    await host
      .as('teacher')
      .get(bilanPath(bilan.id))
      .expect(200)
      .expectNot(/data-changes/);
  });

  test('P16 its address names each field of text, so that a short appreciation comes back without a session, too', async () => {
    const bilan = await draft();
    const text = await pageOf('teacher', bilan, 'FRA-RAC');
    const names = /<form[^>]*typedIn=([^"&]+)[^>]*data-changes/.exec(text)?.[1]?.split(',') ?? [];
    const areas = [...text.matchAll(/<textarea[^>]* name="([^"]+)"/g)].map(([, name = '']) => name);
    expect(areas).toContain('text:FRA-RAC');
    expect(names).toEqual(expect.arrayContaining(areas));
    const form = changed(formOf(text), { 'text:FRA-RAC': 'Bien' });
    const address = `${bilanPath(bilan.id)}?typedIn=${names.join(',')}`;
    const unknown = await host.anonymous.post(address).form(form).expect(401);
    expect(unknown.text).toMatch(/<textarea[^>]*>Bien</);
  });

  test('makes no bilan of last year ready, though nothing in the form was changed', async () => {
    const [db, pupilId] = [tables(SCHOOL), await host.ids.person('pupilOfOtherClass')];
    const about = { db, pupilId, groupId: host.ids.cm2, marker: 'Bien' };
    const bilan = await exampleBilan(about, 'draft', true);
    const form = await open('teacherOfOtherClass', bilan, 'general');
    form.set('do', 'ready');
    await db.repository(BilanRow).update({ id: bilan.id }, { year: 2025 });
    await send('teacherOfOtherClass', bilan, form, 409);
    expect(await stored(bilan)).toMatchObject({ state: 'draft', revision: bilan.revision });
  });

  test('puts the text of a parcours into all bilans of the class, but where there is another one', async () => {
    const [bilan, own] = [await draft(), await draft('classmate')];
    await tables(SCHOOL).repository(BilanRow).update({ id: own.id }, { period: bilan.period });
    const put = async (one: BilanRow, text: string, more: Readonly<Record<string, string>>): Promise<void> => {
      const form = changed(await open('teacher', one, 'parcours'), { 'parcours:PAR_CIT': text, ...more });
      await send('teacher', one, form, 303);
    };
    const texts = async (): Promise<(string | undefined)[]> =>
      Promise.all([bilan, own].map(async (one) => (await stored(one)).parcours['PAR_CIT']));
    await put(bilan, 'Les délégués', { class: 'PAR_CIT' });
    expect(await texts()).toEqual(['Les délégués', 'Les délégués']);
    await put(bilan, 'Délégués et conseil', { class: 'PAR_CIT' });
    expect(await texts()).toEqual(['Délégués et conseil', 'Délégués et conseil']);
    await put(own, 'Zoé est déléguée', {});
    await put(bilan, 'Le conseil', { class: 'PAR_CIT' });
    expect(await texts()).toEqual(['Le conseil', 'Zoé est déléguée']);
  });

  test('makes a bilan ready once it is complete', async () => {
    const bilan = await draft('pupil', 'Un bon début');
    const domains = readCatalogues()
      .get(bilan.catalogue)
      .domains.map(({ code }) => code);
    const ready = async (more: Readonly<Record<string, string>>): Promise<void> => {
      await send('teacher', bilan, changed(await open('teacher', bilan, ...domains), { do: 'ready', ...more }), 303);
    };
    await ready({ 'FRA-LGO': '3' });
    expect((await stored(bilan)).state).toBe('draft');
    const codes = (await open('teacher', bilan, ...domains)).toString().match(/was\.[A-Z]{3}-[A-Z]{3}/g) ?? [];
    await ready(Object.fromEntries(codes.map((name) => [name.replace('was.', ''), '3'])));
    expect((await stored(bilan)).state).toBe('ready');
  });
});
