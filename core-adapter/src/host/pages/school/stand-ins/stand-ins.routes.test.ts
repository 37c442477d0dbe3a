// SPDX-License-Identifier: EUPL-1.2
import { OTHER_SCHOOL, SCHOOL, type Role } from '../../../../testing/sample-directory.js';
import { AuditLine } from '../../../domain/audit/audit-line.entity.js';
import { STAND_IN_SOURCE, StandInRow } from '../../../domain/directory/stand-in.entity.js';
import { AttachmentRow } from '../../../domain/directory/attachment.entity.js';
import { replyBrick } from '../../../http/reply-brick-for-tests.js';
import { hidden, openConsole, wordsOf, type Fields } from '../console-for-tests.js';

const { web, get, post, group, personId } = await openConsole([replyBrick]);
afterAll(() => web.stop());

const PAGE = `/admin/s/${SCHOOL}/replacements`;
const DAY = 24 * 3_600_000;
const { manager } = web.host.database.dataSource;

/** The last day of a replacement that begins today, and the form for it. */
const dayIn = (days: number): string => new Date(web.clock.now().getTime() + days * DAY).toISOString().slice(0, 10);
async function fields(changes: Readonly<Record<string, string>> = {}): Promise<Fields> {
  const empty = { person: '', login: '', from: '', until: dayIn(1) };
  return Object.entries({ group: await group('CM1'), ...empty, ...changes });
}
const opens = async (role: Role): Promise<number> => (await get(role, `/s/${SCHOOL}/paper/`)).status;

beforeEach(async () => {
  await manager.clear(StandInRow);
  await manager.delete(AttachmentRow, { source: STAND_IN_SOURCE });
  await manager.clear(AuditLine);
});

test('a head gives a class to a teacher of the school: what is on for the class is on for them, from day to day', async () => {
  await web.host.activations.disable(SCHOOL, 'paper', 'cli');
  web.clock.advance(1000);
  await web.host.activations.enable(SCHOOL, 'paper', 'cli', {
    ...{ profiles: [], groupIds: [await group('CM1')], from: null, until: null },
  });
  expect([await opens('teacher'), await opens('teacherOfOtherClass')]).toEqual([200, 404]);

  const person = await personId('teacherOfOtherClass');
  const added = await post('head', PAGE, await fields({ person }));
  expect([added.status, added.headers.location]).toEqual([303, `${PAGE}#contenu`]);
  expect(wordsOf(await get('head', PAGE))).toMatch(
    /La classe CM1 est confiée à Nadia Chevassus\. Jusqu’au .+ compris\. Annuler .*En cours et à venir .*CM1 : Nadia Chevassus Jusqu’au .+ compris Laisser un mot Terminer/,
  );
  expect([await opens('teacher'), await opens('teacherOfOtherClass')]).toEqual([200, 200]);

  web.clock.advance(2 * DAY);
  expect(await opens('teacherOfOtherClass')).toBe(404);
  expect(wordsOf(await get('head', PAGE))).toMatch(/Aucun remplacement pour le moment/);
});

test('a teacher of another school is added by login once the head has confirmed the name, and gone after the last day', async () => {
  const login = 'TeacherOfOtherSchool';
  expect(await opens('teacherOfOtherSchool')).toBe(404);
  const asked = await post('head', PAGE, await fields({ login }));
  expect(asked.status).toBe(200);
  expect(wordsOf(asked)).toMatch(/Karim Bensalem, Collège du Parc : est-ce bien cette personne \?/);
  expect(asked.text).toContain(`name="login" value="${login}"`);
  expect(await opens('teacherOfOtherSchool')).toBe(404);

  const wrong = await post('head', PAGE, await fields({ login, sure: await personId('teacher') }));
  expect(wrong.status).toBe(200);
  const added = await post('head', PAGE, await fields({ login, sure: hidden(asked, 'sure') }));
  expect(added.status).toBe(303);
  expect(wordsOf(await get('head', PAGE))).toMatch(
    /CM1 : Karim Bensalem Jusqu’au .+ compris · Vient d’une autre école/,
  );
  expect([
    await opens('teacherOfOtherSchool'),
    await get('teacherOfOtherSchool', `/s/${OTHER_SCHOOL}/paper/`),
  ]).toMatchObject([200, { status: 200 }]);
  web.clock.advance(2 * DAY);
  expect(await opens('teacherOfOtherSchool')).toBe(404);
});

test('« Annuler » on the page after it ends the replacement at once', async () => {
  await post('head', PAGE, await fields({ person: await personId('teacherOfOtherClass') }));
  const [, undo = 'no button'] = /class="v-notice">[^]*?action="([^"]+)"/.exec((await get('head', PAGE)).text) ?? [];
  web.clock.advance(1000);
  expect((await post('head', undo, '')).status).toBe(303);
  expect(wordsOf(await get('head', PAGE))).toMatch(/n’a plus la classe CM1\..*Aucun remplacement pour le moment/);
});

test('a replacement is ended at once from the list; both decisions are in the journal', async () => {
  const person = await personId('teacherOfOtherSchool');
  await post('head', PAGE, await fields({ login: 'teacherofotherschool', sure: person }));
  web.clock.advance(1000);
  const [row] = await manager.find(StandInRow);
  const ended = await post('head', `${PAGE}/${row?.id}/end`, '');
  expect([ended.status, await opens('teacherOfOtherSchool')]).toEqual([303, 404]);
  expect(wordsOf(await get('head', PAGE))).toMatch(/Karim Bensalem n’a plus la classe CM1/);
  expect((await post('head', `${PAGE}/${row?.id}/end`, '')).status).toBe(404);

  const groups = [await group('CM1')];
  const common = { actor: await personId('head'), uai: SCHOOL };
  expect(await manager.find(AuditLine, { order: { at: 'ASC', id: 'ASC' } })).toMatchObject([
    { ...common, action: 'core.replacement.add', outcome: 'done', subject: { person, groups } },
    { ...common, action: 'core.replacement.end', outcome: 'done', subject: { person, groups } },
    { ...common, action: 'core.replacement.end', outcome: 'failed' },
  ]);
  await web.host.administrators.grant('staff', null, 'cli');
  const journal = wordsOf(await get('staff', '/admin/audit'));
  expect(journal).toMatch(/Mathieu Grosjean a confié une classe à Karim Bensalem/);
  expect(journal).toMatch(/Mathieu Grosjean a terminé le remplacement de Karim Bensalem/);
  await web.host.administrators.revoke('staff', null, 'cli');
});

test.each<[Record<string, string>, string, RegExp]>([
  [{ login: 'nobody' }, 'field-login', /Personne n’a cet identifiant\. Vérifiez l’orthographe avec la personne\./],
  [{ login: 'guardian' }, 'field-login', /n’enseigne dans aucune école/],
  [{ login: 'pupil' }, 'field-login', /n’enseigne dans aucune école/],
  [{}, 'field-person', /Choisissez quelqu’un/],
  [{ login: 'teacher' }, 'field-login', /a déjà cette classe à ces dates/],
  [{ group: '', login: 'teacher' }, 'field-group', /Choisissez une classe/],
  [{ login: 'teacher', until: '' }, 'field-until', /Il manque le dernier jour/],
  [{ login: 'teacher', until: '2020-01-01' }, 'field-until', /Ce jour est déjà passé/],
  [{ login: 'teacher', from: '2027-01-05', until: '2027-01-04' }, 'field-until', /La fin vient avant le début/],
  [{ login: 'teacher', until: '2027-08-01' }, 'field-until', /finit le 31 juillet/],
  [{ login: 'teacher', start: 'day', from: '' }, 'field-from', /Choisissez un jour/],
  [{ login: 'teacher', from: 'demain' }, 'field-from', /Ce jour n’existe pas/],
])('%p: the sentence stands beside its field, and what was typed stays', async (changes, field, sentence) => {
  const answer = await post('head', PAGE, await fields(changes));
  expect([answer.status, wordsOf(answer)]).toEqual([400, expect.stringMatching(sentence)]);
  expect(answer.text).toMatch(new RegExp(`id="${field}"[^>]*aria-describedby="${field}-error[^>]*aria-invalid="true"`));
  for (const [name, value] of Object.entries(changes)) {
    if (name !== 'group' && value !== '') expect(answer.text).toContain(`name="${name}" value="${value}"`);
  }
  expect(await manager.count(StandInRow)).toBe(0);
});

test('T1 a class and a person of another school are refused, and a replacement of this one is nobody else’s', async () => {
  const elsewhere = await group('6e A', OTHER_SCHOOL);
  const person = await personId('teacherOfOtherClass');
  expect((await post('head', PAGE, await fields({ person, group: elsewhere }))).status).toBe(400);
  const stranger = await personId('teacherOfOtherSchool');
  expect((await post('head', PAGE, await fields({ person: stranger }))).status).toBe(400);
  expect(await manager.count(StandInRow)).toBe(0);

  expect((await post('head', PAGE, await fields({ person }))).status).toBe(303);
  const [row] = await manager.find(StandInRow);
  const there = `/admin/s/${OTHER_SCHOOL}/replacements`;
  expect((await post('headOfOtherSchool', `${there}/${row?.id}/end`, '')).status).toBe(404);
  expect(wordsOf(await get('headOfOtherSchool', there))).not.toMatch(/Nadia Chevassus/);
  expect(await manager.countBy(StandInRow, { until: row?.until ?? new Date(0) })).toBe(1);
});

test('the rail leads the head of a collège to « Collège », and that of an école to « École »', async () => {
  const rail = async (role: Role, uai: string): Promise<string> =>
    /<nav class="v-rail"[^]*?<\/nav>/.exec((await get(role, `/admin/s/${uai}/replacements`)).text)?.[0] ?? '';
  expect(await rail('head', SCHOOL)).toMatch(/>École</);
  expect(await rail('headOfOtherSchool', OTHER_SCHOOL)).toMatch(/>Collège</);
});

test.each<Role>(['headOfOtherSchool', 'teacher', 'teacherInBothSchools', 'pupil', 'guardian', 'staff'])(
  'T8: %s gets a 404, and changes nothing',
  async (role) => {
    expect((await get(role, PAGE)).status).toBe(404);
    expect((await post(role, PAGE, await fields({ login: 'teacherofotherschool' }))).status).toBe(404);
    expect((await post(role, `${PAGE}/0/end`, '')).status).toBe(404);
    expect(await manager.count(StandInRow)).toBe(0);
  },
);
