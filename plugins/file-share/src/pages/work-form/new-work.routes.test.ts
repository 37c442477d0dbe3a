// SPDX-License-Identifier: EUPL-1.2
import { kin, SCHOOL, testDatabases, type TestExchange } from '@volee/core-adapter/testing';
import type { DriveForTests } from '../../testing/start/drive-for-tests.js';
import { startDrive } from '../../testing/start/drive-for-tests.js';
import { WORK_FORM } from '../../testing/start/works-for-tests.js';
import { filesOf } from '../../domain/works/work-folders.js';
import { WorkRow } from '../../store/work.entity.js';

const NOW = new Date('2026-11-24T09:00:00Z');

describe.each(testDatabases())('a new work on $name', (database) => {
  let drive: DriveForTests;
  const records = [kin('guardian', 'classmate')];
  const started = startDrive({ database, now: NOW, settings: { maxFileSize: '1kB' }, records });
  beforeAll(async () => {
    drive = await started;
  });

  const path = (): string => `/groups/${drive.host.ids.cm1}/works/new`;
  const works = (): Promise<WorkRow[]> =>
    drive
      .tables(SCHOOL)
      .repository(WorkRow)
      .find({ order: { id: 'ASC' } });
  const named = async (title: string): Promise<WorkRow[]> => (await works()).filter((work) => work.title === title);
  async function only(title: string): Promise<WorkRow> {
    const [work, ...others] = await named(title);
    if (!work || others.length > 0) throw new Error(`There is not one work called ${title}.`);
    return work;
  }
  const byId = async (id: string): Promise<WorkRow | undefined> => (await works()).find((work) => work.id === id);
  const filesIn = async ({ id }: Pick<WorkRow, 'id'>, use: 'read' | 'fill'): Promise<string[]> =>
    (await filesOf(id, use, { db: drive.tables(SCHOOL) })).map(({ name }) => name);

  /** Opens the form, as « Donner un travail » does. @returns its key */
  async function open(): Promise<string> {
    const { headers } = await drive.host.as('teacher').get(path()).expect(303);
    return new URL(headers.get('location') ?? '', 'http://x').searchParams.get('form') ?? '';
  }

  function send(form: string, press: string, fields: Readonly<Record<string, string>> = {}): TestExchange {
    return drive.host
      .as('teacher')
      .post(`${path()}?do=${press}`)
      .form({ ...WORK_FORM, form, ...fields });
  }

  test('the form names its class above the questions, in « Pour qui » and on its way back', async () => {
    const { text } = await drive.host
      .as('teacher')
      .get(`${path()}?form=${await open()}`)
      .expect(200);
    const { ids } = drive.host;
    expect(text).toMatch(new RegExp(`href="[^"]*/groups/${ids.cm1}/works"[^>]*>CM1<`));
    expect(text).toContain('Pour la classe de CM1<');
    expect(text).toContain('Toute la classe de CM1<');
  });

  test('is handed out in one form with its files, to read or to fill in', async () => {
    const form = await open();
    await drive.host
      .as('teacher')
      .get(`${path()}?form=${form}`)
      .expect(200, /enctype="multipart\/form-data"[^]*name="late"[^]*type="file"[^]*name="read"[^]*name="fill"/);
    const { headers } = await send(form, 'handOut', { title: 'Sent' }).files(
      { 'plan.txt': 'Etna', 'b.txt': 'b' },
      'read',
    );
    const work = await only('Sent');
    expect(headers.get('location')).toMatch(new RegExp(`/works/${work.id}$`));
    expect(work).toMatchObject({ isDraft: false, formKey: form });
    expect(await filesIn(work, 'read')).toEqual(['b.txt', 'plan.txt']);
    await drive.host
      .as('teacher')
      .get(`/works/${work.id}`)
      .expect(200, /À lire[^]*plan\.txt/);
    await send(await open(), 'handOut', { title: 'Sheet' }).files({ 'fiche.odt': 'x' }, 'fill');
    const sheet = await only('Sheet');
    expect([await filesIn(sheet, 'read'), await filesIn(sheet, 'fill')]).toEqual([[], ['fiche.odt']]);
  });

  test('tells the number of its pupils and of their parents, each once, and of no other pupil’s', async () => {
    const figures = (html: string): string[] =>
      [...html.matchAll(/<dt>([^<]+)<\/dt><dd>(\d+)/g)].map(([, label = '', count = '']) => `${count} ${label}`);
    const form = await open();
    const whole = await drive.host.as('teacher').get(`${path()}?form=${form}`).expect(200);
    expect(figures(whole.text)).toEqual(['2 élèves le trouvent sur leur accueil', '3 parents le voient']);
    const pupil = await drive.host.ids.person('classmate');
    const { text } = await send(form, 'handOut', { title: '', for: 'picked', pupils: pupil }).expect(400);
    expect(figures(text)).toEqual(['1 élève le trouve sur son accueil', '2 parents le voient']);
  });

  test('that is sent twice is one work with its files once, and the way back leads to its draft', async () => {
    const form = await open();
    const keep = (): TestExchange => send(form, 'keep', { title: 'Twice' }).files({ 'plan.txt': 'Etna' }, 'read');
    await Promise.all([keep(), keep()]);
    const { headers } = await keep().expect(303);
    const draft = await only('Twice');
    expect(await filesIn(draft, 'read')).toEqual(['plan.txt']);
    const edit = `/works/${draft.id}/edit`;
    expect(headers.get('location')).toMatch(new RegExp(`${edit}$`));
    const back = await drive.host.as('teacher').get(`${path()}?form=${form}`).expect(303);
    expect(back.headers.get('location')).toMatch(new RegExp(`${edit}$`));
    // The form of an older tab overwrites nothing; what it holds can be kept after it was read again.
    const { text } = await send(form, 'keep', { title: 'Once more' }).expect(
      409,
      /a changé depuis[^]*value="Once more"/,
    );
    const version = /name="version" value="([^"]*)"/.exec(text)?.[1] ?? '';
    expect([await named('Once more'), text.includes('name="form"')]).toEqual([[], false]);
    const again = { ...WORK_FORM, title: 'Once more', version };
    await drive.host.as('teacher').post(`${edit}?do=keep`).form(again).expect(303);
    expect((await named('Once more')).map(({ id }) => id)).toEqual([draft.id]);
  });

  test('that was handed out is not begun again by a late form or by the way back', async () => {
    const form = await open();
    const twice = [send(form, 'handOut', { title: 'Late' }), send(form, 'handOut', { title: 'Late' })];
    await Promise.all(twice.map((one) => one));
    const work = await only('Late');
    expect(work.isDraft).toBe(false);
    const { headers } = await send(form, 'keep', { title: 'Late' }).files({ 'c.txt': 'c' }, 'read').expect(303);
    expect(headers.get('location')).toMatch(new RegExp(`/works/${work.id}$`));
    // Another text of an older tab is shown, and can be kept after it was read again.
    await send(form, 'keep', { title: 'Later' })
      .files({ 'c.txt': 'c' }, 'read')
      .expect(409, /a changé depuis[^]*value="Later"/);
    expect([await named('Later'), await filesIn(work, 'read')]).toEqual([[], []]);
    const back = await drive.host.as('teacher').get(`${path()}?form=${form}`).expect(303);
    expect(back.headers.get('location')).toMatch(new RegExp(`/works/${work.id}$`));
  });

  test('keeps its files as a draft where it cannot be handed out yet, and takes none that is too heavy', async () => {
    const { host } = drive;
    const nameless = await send(await open(), 'handOut', { title: '', text: 'Nameless' })
      .files({ 'plan.txt': 'Etna' }, 'read')
      .expect(400, /class="v-errors"[^]*href="#field-title"[^]*plan\.txt/);
    const [, id = ''] = /works\/([\da-f-]{36})\/edit/.exec(nameless.text) ?? [];
    expect(await byId(id)).toMatchObject({ isDraft: true, text: 'Nameless' });
    const version = /name="version" value="([^"]*)"/.exec(nameless.text)?.[1] ?? '';
    const named = { ...WORK_FORM, title: 'Named', version };
    const heavy = await host
      .as('teacher')
      .post(`/works/${id}/edit?do=handOut`)
      .form(named)
      .files({ 'film.mp4': 'x'.repeat(2_000) }, 'fill')
      .expect(413, /Trop lourd[^]*value="Named"[^]*plan\.txt/);
    expect(await byId(id)).toMatchObject({ isDraft: true, title: 'Named' });
    const later = /name="version" value="([^"]*)"/.exec(heavy.text)?.[1] ?? '';
    await host
      .as('teacher')
      .post(`/works/${id}/edit?do=handOut`)
      .form({ ...named, version: later })
      .files({ 'fiche.odt': 'x' }, 'fill')
      .expect(303);
    expect(await byId(id)).toMatchObject({ isDraft: false });
    expect([await filesIn({ id }, 'read'), await filesIn({ id }, 'fill')]).toEqual([['plan.txt'], ['fiche.odt']]);
    // Fields that no draft can have keep nothing.
    await send(await open(), 'handOut', { title: 'x'.repeat(201) })
      .files({ 'plan.txt': 'Etna' }, 'read')
      .expect(400, /plus de 200 caractères/);
    expect((await works()).some(({ title }) => title.length > 200)).toBe(false);
  });
});
