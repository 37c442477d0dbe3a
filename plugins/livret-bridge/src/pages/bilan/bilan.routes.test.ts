// SPDX-License-Identifier: EUPL-1.2
import { member, OTHER_SCHOOL, person, SCHOOL, type Role } from '@volee/core-adapter/testing';
import { exampleBilan } from '../../testing/examples/example-bilan-for-tests.js';
import { startLivret } from '../../testing/start/livret-for-tests.js';
import { bilanPath, changesPath, PHRASES_PATH, subjectPath } from '../../paths.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { ElementRow } from '../../store/element.entity.js';
import { PhraseRow } from '../../store/phrase.entity.js';
import { TraceRow } from '../../store/trace.entity.js';
import { changed, formOf } from '../../testing/start/bilan-form-for-tests.js';
import { columnsOf, emptyContent } from '../../domain/bilan/content.js';
import { readCatalogues } from '../../domain/catalogue/catalogues.js';

const records = [person('jade', 'pupil', SCHOOL, 'Jade', 'Henry'), member(SCHOOL, 'cm1', 'jade')];
const { host, tables } = await startLivret({ records });
const db = tables(SCHOOL);
const bilans = db.repository(BilanRow);
const KILOBYTE = 1_000;

async function draftOf(pupilId: string, marker = ''): Promise<BilanRow> {
  return exampleBilan({ db, pupilId, groupId: host.ids.cm1, marker });
}
const pageOf = async (role: Role, { id }: BilanRow, subject = 'general'): Promise<string> =>
  (await host.as(role).get(subjectPath(id, subject)).expect(200)).text;

test('V2, T1: teachers of the pupil write a bilan; no other person of the school does, and none of another school', async () => {
  const { id } = await draftOf(await host.ids.person('pupil'), 'Un texte');
  const path = bilanPath(id);
  const form = { 'was.general': '=Un texte', general: 'Changé' };
  await host
    .as('teacher')
    .get(subjectPath(id, 'general'))
    .expect(200, /Le bilan d’Inès[^]*data-changes/);
  await host
    .as('head')
    .get(path)
    .expect(200, /Un texte/)
    .expectNot(/data-changes/);
  const refused: readonly [Role, number, number][] = [
    ['head', 200, 403],
    ['staff', 403, 403],
    ...(['guardian', 'pupil', 'classmate', 'guardianOfClassmate'] as const).map((role) => [role, 404, 403] as const),
    ...(['teacherOfOtherClass', 'lastYearsTeacher'] as const).map((role) => [role, 404, 404] as const),
  ].map(([role, get, post]) => [role, get, post] as [Role, number, number]);
  for (const [role, get, post] of refused) {
    await host.as(role).get(path).expect(get);
    await host.as(role).post(path).form(form).expect(post);
  }
  for (const role of ['teacherOfOtherSchool', 'teacherInBothSchools', 'headOfOtherSchool'] as const) {
    await host.as(role).get(path, { school: OTHER_SCHOOL }).expect(404);
  }
  await host.as('teacherInBothSchools').post(path, { school: OTHER_SCHOOL }).form(form).expect(404);
  expect((await bilans.findOne({ where: { id } }))?.general).toBe('Un texte');
});

test('V2: a form reaches no pupil of another class, even where a text is put for the whole class', async () => {
  const [own, other] = [
    await draftOf(await host.ids.person('pupil')),
    await draftOf(await host.ids.person('pupilOfOtherClass')),
  ];
  // The row names the class of the teacher, as for a pupil who has changed class since.
  await bilans.update({ id: other.id }, { period: own.period, classId: own.classId });
  const form = changed(formOf(await pageOf('teacher', own, 'parcours')), {
    'parcours:PAR_CIT': 'Pour tous',
    class: 'PAR_CIT',
  });
  await host.as('teacher').post(bilanPath(own.id)).form(form).expect(303);
  expect((await bilans.findOne({ where: { id: own.id } }))?.parcours).toContain('Pour tous');
  expect((await bilans.findOne({ where: { id: other.id } }))?.parcours).toBe('{}');
  expect(await pageOf('teacher', own, 'parcours')).not.toContain('Tom');
});

test('an element is offered to the bilans of its level and domain alone', async () => {
  const [first, same, other] = await Promise.all(
    [await host.ids.person('pupil'), await host.ids.person('classmate'), await host.ids.login('jade')].map((id) =>
      draftOf(id),
    ),
  );
  if (!first || !same || !other) throw new Error('There are three bilans.');
  await bilans.update({ id: other.id }, { level: 'CM1' });
  const form = changed(formOf(await pageOf('teacher', first, 'FRA-RAC')), { 'new:FRA-RAC': ' Dire un poème ' });
  await host.as('teacher').post(bilanPath(first.id)).form(form).expect(303);
  const change = { cell: 'elements:MAT-RAC', was: '', now: 'Poser une division' };
  await host.as('teacher').post(changesPath(first.id)).form(change).expect(200);
  const offered = await db.repository(ElementRow).find({ order: { label: 'ASC' } });
  expect(offered.map(({ level, domain, label }) => `${level} ${domain} ${label}`)).toEqual([
    'CM2 FRA-RAC Dire un poème',
    'CM2 MAT-RAC Poser une division',
  ]);
  const offers = async (one: BilanRow): Promise<readonly boolean[]> => [
    (await pageOf('teacher', one, 'FRA-RAC')).includes('Dire un poème'),
    (await pageOf('teacher', one, 'MAT-RAC')).includes('Poser une division'),
  ];
  expect([await offers(same), await offers(other)]).toEqual([
    [true, true],
    [false, false],
  ]);
});

test('phrases are those of one teacher: with the first name in a bilan, refused when too long, and nobody else’s', async () => {
  const bilan = await draftOf(await host.ids.person('pupil'));
  expect(await pageOf('teacher', bilan)).toContain('Inès participe volontiers');
  const post = (role: Role, form: Readonly<Record<string, string>>, status: number): PromiseLike<unknown> =>
    host.as(role).post(PHRASES_PATH).form(form).expect(status);
  await post('teacher', { text: 'Bravo\r\n{prénom} !' }, 303);
  expect(await pageOf('teacher', bilan)).toContain('Bravo Inès !');
  expect(await pageOf('teacherInBothSchools', bilan)).not.toContain('Bravo Inès !');
  const [row] = await db.repository(PhraseRow).find();
  await post('teacherInBothSchools', { remove: row?.id ?? '' }, 303);
  const long = 'é'.repeat(301);
  await host
    .as('teacher')
    .post(PHRASES_PATH)
    .form({ text: long })
    .expect(400, new RegExp(`a 301 signes[^]*|${long}`));
  await post('teacher', { text: '\u00a0' }, 400);
  await post('teacher', { text: 'Bravo {prénom} !' }, 400);
  await host
    .as('teacher')
    .get(PHRASES_PATH)
    .expect(200, /Bravo \{prénom\} !/);
  const form = changed(formOf(await pageOf('teacher', bilan)), { general: 'Oui.', phrase: 'Bravo Inès !' });
  await host.as('teacher').post(bilanPath(bilan.id)).form(form).expect(303);
  expect((await bilans.findOne({ where: { id: bilan.id } }))?.general).toBe('Oui. Bravo Inès !');
  const french = changed(formOf(await pageOf('teacher', bilan, 'FRA-RAC')), { phrase: 'Bravo Inès !' });
  await host.as('teacher').post(bilanPath(bilan.id)).form(french).expect(303);
  expect((await bilans.findOne({ where: { id: bilan.id } }))?.texts).toBe('{"FRA-RAC":"Bravo Inès !"}');
  await post('teacher', { remove: row?.id ?? '' }, 303);
  expect(await db.repository(PhraseRow).count()).toBe(0);
});

test('the page leads to the bilans before and after, by level and name, and shows the word of the head', async () => {
  const ids = [await host.ids.person('pupil'), await host.ids.person('classmate'), await host.ids.login('jade')];
  const [ines, zoe, jade] = await Promise.all(ids.map((id) => draftOf(id)));
  if (!ines || !zoe || !jade) throw new Error('There are three bilans.');
  // Inès Faivre in CM2, Zoé Girardet without a level, Jade Henry in CM1.
  for (const { id } of [ines, zoe, jade]) await bilans.update({ id }, { period: 40 });
  await bilans.update({ id: zoe.id }, { level: null });
  await bilans.update({ id: jade.id }, { level: 'CM1' });
  const linkOf = (page: string, rel: string): string | undefined =>
    new RegExp(`href="[^"]*/bilans/([^"?]*)\\?subject=general" rel="${rel}"`).exec(page)?.[1];
  const page = await pageOf('teacher', ines);
  expect([linkOf(page, 'prev'), linkOf(page, 'next')]).toEqual([jade.id, zoe.id]);
  expect(linkOf(await pageOf('teacher', zoe), 'next')).toBeUndefined();
  const step = { bilanId: ines.id, pupilId: ines.pupilId, personId: null, day: '2026-11-24', word: 'À relire' };
  const at = new Date('2026-11-24T09:00:00Z');
  await db.repository(TraceRow).insert([{ ...step, personName: 'Mathieu Grosjean', what: 'sentBack', at }]);
  expect(await pageOf('teacher', ines)).toMatch(/Mathieu Grosjean vous a renvoyé ce bilan[^]*À relire/);
  const later = new Date('2026-11-24T09:30:00Z');
  await db.repository(TraceRow).insert([{ ...step, personName: 'Claire Vuillet', what: 'signed', at: later }]);
  expect(await pageOf('teacher', ines)).not.toContain('À relire');
});

test('each subject has a page, an address without one leads to the first with something to do, and the list says what is left', async () => {
  const catalogue = readCatalogues().choose('CM2', 2026);
  const bilan = await draftOf(await host.ids.person('pupil'), 'Un mot');
  const positions = '3'.repeat(4).padEnd(15);
  const elements = { 'FRA-RAC': ['La lettre'] };
  await bilans.update(
    { id: bilan.id },
    columnsOf({ ...emptyContent(catalogue), general: 'Un mot', positions, elements }),
  );
  const states = (page: string): Record<string, string> =>
    Object.fromEntries(
      [...page.matchAll(/data-subject="([^"]+)"[^]*?data-words[^>]*>([^<]*)</g)].map(
        ([, code = '', words = '']) => [code, words] as const,
      ),
    );
  const shown = (page: string): string | undefined => /<h2 id="subject">([^<]*)</.exec(page)?.[1];
  const { headers } = await host.as('teacher').get(bilanPath(bilan.id)).expect(303);
  expect(headers.get('location')).toMatch(/\?subject=MAT-RAC$/);
  const first = await pageOf('teacher', bilan, 'MAT-RAC');
  expect(shown(first)).toBe('Mathématiques');
  expect(states(first)).toMatchObject({
    ...{ 'FRA-RAC': 'Complet', 'MAT-RAC': '3 cases à remplir', 'LGV-RAC': '1 case à remplir' },
    ...{ parcours: 'Rien cette fois', general: 'C’est écrit', child: 'Au choix' },
  });
  expect(first).toMatch(/<a[^>]* id="left" href="#cell-MAT-NBC"[^>]*>Il reste 11 choses</);
  expect(first).toMatch(/<button[^>]* value="ready"[^>]* aria-disabled="true" aria-describedby="left"/);
  const arts = await pageOf('teacher', bilan, 'ART-RAC');
  expect([shown(arts), arts.includes('name="ART-PLA"') || arts.includes('name="was.ART-')]).toEqual([
    'Enseignements artistiques',
    true,
  ]);
  expect(arts).not.toContain('was.MAT-NBC');
  expect(arts).toMatch(/ id="left" href="[^"]*\?subject=MAT-RAC#cell-MAT-NBC"/);
  await host.as('teacher').get(subjectPath(bilan.id, 'unknown')).expect(303);
  await bilans.update({ id: bilan.id }, { positions: '3'.repeat(15) });
  const complete = await pageOf('teacher', bilan);
  expect(complete).toContain('Tout est rempli.');
  expect(complete).toMatch(/<div data-unworked="true">[^]*Mathématiques/);
  expect(complete).not.toMatch(/data-unworked-in="FRA-RAC"/);
  expect(complete).not.toContain('aria-disabled="true"');
  const { headers: whole } = await host.as('teacher').get(bilanPath(bilan.id)).expect(303);
  expect(whole.get('location')).toMatch(/\?subject=FRA-RAC$/);
});

test('a form of one subject keeps what was typed in another one and not saved, until it is', async () => {
  const bilan = await draftOf(await host.ids.person('pupil'));
  const form = formOf(await pageOf('teacher', bilan, 'FRA-RAC'));
  for (const [name, value] of formOf(await pageOf('teacher', bilan))) if (name !== 'subject') form.append(name, value);
  const long = 'é'.repeat(1_501);
  const both = changed(form, { 'text:FRA-RAC': 'é'.repeat(601), general: long });
  const { text } = await host.as('teacher').post(bilanPath(bilan.id)).form(both).expect(400);
  const shown = formOf(text);
  expect([shown.get('subject'), shown.get('general')]).toEqual(['FRA-RAC', long]);
  const shorter = changed(shown, { 'text:FRA-RAC': 'Bien' });
  const { text: next } = await host.as('teacher').post(bilanPath(bilan.id)).form(shorter).expect(400);
  expect(next).toMatch(/<textarea[^>]* name="general"[^>]*>é{1501}</);
  const last = changed(formOf(next), { general: 'Très bien', go: 'child' });
  const { headers } = await host.as('teacher').post(bilanPath(bilan.id)).form(last).expect(303);
  expect(headers.get('location')).toMatch(new RegExp(`${subjectPath(bilan.id, 'child').replace('?', '\\?')}$`));
  expect(await bilans.findOne({ where: { id: bilan.id } })).toMatchObject({
    general: 'Très bien',
    texts: '{"FRA-RAC":"Bien"}',
  });
});

test('each page of a full bilan has at most 90 kB', async () => {
  const catalogue = readCatalogues().choose('CM2', 2026);
  const bilan = await draftOf(await host.ids.person('pupil'));
  const domains = catalogue.domains.map(({ code }) => code);
  const label = (index: number): string => `Un élément du programme comme on les écrit, ${String(index)}`;
  const elements = Object.fromEntries(domains.map((code) => [code, [0, 1, 2, 3, 4, 5].map(label)]));
  const texts = Object.fromEntries(domains.map((code) => [code, 'a'.repeat(400)]));
  const content = { ...emptyContent(catalogue), elements, texts, general: 'a'.repeat(1_500) };
  await bilans.update({ id: bilan.id }, columnsOf(content));
  for (const domain of domains) {
    const rows = [6, 7].map((index) => ({ year: 2026, level: 'CM2', domain, label: label(index) }));
    await db.repository(ElementRow).insert(rows);
  }
  for (const subject of [...domains, 'parcours', 'general', 'child']) {
    expect(Buffer.byteLength(await pageOf('teacher', bilan, subject))).toBeLessThan(90 * KILOBYTE);
  }
});
