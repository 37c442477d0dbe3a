// SPDX-License-Identifier: EUPL-1.2
import { OTHER_SCHOOL, SCHOOL } from '../../../../testing/sample-directory.js';
import { AuditLine } from '../../../domain/audit/audit-line.entity.js';
import { SchoolRow } from '../../../domain/directory/school.entity.js';
import { replyBrick } from '../../../http/reply-brick-for-tests.js';
import { ADMINISTRATOR, bootConsole, wordsOf } from '../console-for-tests.js';

const web = await bootConsole({ bricks: [replyBrick] });
afterAll(() => web.stop());

const { manager } = web.host.database.dataSource;
const head = (await web.host.directory.personByLogin('ldap', 'head'))?.id ?? '';
const journal = async (query = ''): Promise<string> => wordsOf(await web.as(ADMINISTRATOR, `/admin/audit${query}`));
let lines = 0;
const write = (line: Partial<AuditLine>): Promise<unknown> =>
  manager.insert(AuditLine, {
    ...{ id: `${(lines += 1).toString(16).padStart(8, '0')}-0000`, at: web.clock.now(), actor: head, uai: SCHOOL },
    ...{ action: 'core.brick.enable', subject: { brick: 'paper' }, outcome: 'done' },
    ...line,
  });

beforeEach(() => manager.clear(AuditLine));

test('each line in plain words: actor, action and school', async () => {
  await write({});
  await write({ uai: OTHER_SCHOOL, actor: 'cli', action: 'core.brick.disable' });
  await write({ action: 'core.administrator.grant', subject: { login: 'teacher', head: SCHOOL } });
  await write({ action: 'core.administrator.revoke', subject: { login: 'teacher' }, uai: null });
  await write({ action: 'core.brick.change', outcome: 'failed' });
  const page = await journal();
  expect(page).toMatch(/Mathieu Grosjean a allumé Papier à l’École des Lilas/);
  expect(page).toMatch(/La ligne de commande a éteint Papier au Collège du Parc/);
  expect(page).toMatch(/Mathieu Grosjean a confié à teacher la direction de l’École des Lilas/);
  expect(page).toMatch(/Mathieu Grosjean a retiré la plateforme à teacher/);
  expect(page).toMatch(/n’a pas pu changer pour qui ou quand Papier est allumée à l’École des Lilas Pas aboutie/);
  expect(page).toMatch(/aujourd’hui à 11 h/);
});

test('an action without words shows its key; unknown subjects say so', async () => {
  await write({ action: 'paper.sheet.tear', actor: 'gone', subject: { sheet: { id: 7 } } });
  await write({ action: 'constructor', subject: { brick: '<b>bold</b>' }, uai: null });
  await write({ subject: { brick: 'gone-brick' }, uai: '0399999Z' });
  const page = await web.as(ADMINISTRATOR, '/admin/audit');
  expect(wordsOf(page)).toMatch(/Quelqu’un qui n’est plus connu : paper\.sheet\.tear à l’École des Lilas/);
  expect(wordsOf(page)).toContain('sheet {&quot;id&quot;:7}');
  expect(wordsOf(page)).toMatch(/a allumé gone-brick à 0399999Z/);
  expect(page.text).not.toContain('<b>bold');
  expect(page.text).toContain('<option value="paper.sheet.tear">paper.sheet.tear</option>');
});

test('the details are in words too: classes, persons, schools and instants by their names', async () => {
  const [cm1] = (await web.host.directory.groups(SCHOOL)).map(({ id }) => id);
  const subject = {
    brick: 'paper',
    profiles: ['teacher', 'pupil'],
    groups: [cm1, 'gone'],
    from: '2026-11-20T08:00:00Z',
  };
  await write({ subject: { ...subject, until: 'whenever' } });
  await write({ action: 'core.administrator.revoke', subject: { login: 'zz', person: head, head: OTHER_SCHOOL } });
  await write({ action: 'paper.sheet.tear', subject: { brick: 'paper', groups: [cm1] } });
  const page = await journal();
  expect(page).toMatch(/Brique Papier \(paper\) Pour Élève, Équipe enseignante Classes CM1, une classe effacée /);
  expect(page).toMatch(/Début 20 novembre 2026, 9 h Fin whenever /);
  expect(page).toMatch(/a retiré à Mathieu Grosjean la direction/);
  expect(page).toMatch(/Identifiant zz Personne Mathieu Grosjean Direction Collège du Parc \(0390002Y\)/);
  // Audit entries of bricks keep the words of the brick.
  expect(page).toContain(`brick paper groups [&quot;${cm1}&quot;]`);
});

test('ends of sessions are shown when they are asked for, with the person and the reason', async () => {
  const end = { action: 'core.session.end', uai: null } as const;
  await write({ ...end, subject: { person: head, sessions: 1, reason: 'logout' } });
  await write({ ...end, actor: 'sso', subject: { person: head, sessions: 2, reason: 'singleLogout' } });
  const persons = Array.from({ length: 30 }, (_, n) => `person-${n}`);
  await write({ ...end, actor: 'clock', subject: { persons, sessions: 31, reason: 'expired' } });
  const page = await journal('?action=core.session.end');
  expect(page).toMatch(/Mathieu Grosjean a quitté sa session/);
  expect(page).toMatch(/Le service de connexion a déconnecté Mathieu Grosjean/);
  expect(page).toMatch(/Motif déconnexion du service de connexion/);
  expect(page).toMatch(/Volée a fermé les sessions de 30 personnes/);
  expect(page).toMatch(/person-19 … Sessions 31 Motif la durée d’une session est passée/);
  expect(await journal()).not.toMatch(/a quitté sa session|a déconnecté|a fermé/);
});

test('the filters fold, and stand open when something narrows the journal', async () => {
  const fold = async (query: string): Promise<string | undefined> =>
    /<details class="v-fold v-filter"[^>]*>/.exec((await web.as(ADMINISTRATOR, `/admin/audit${query}`)).text)?.[0];
  expect(await fold('')).not.toMatch(/open/);
  expect(await fold('?outcome=done')).toMatch(/ open/);
  expect(await fold('?from=2026-02-30')).toMatch(/ open/);
});

test('the last day that can be written is a day', async () => {
  await write({});
  const page = await web.as(ADMINISTRATOR, '/admin/audit?from=9999-12-31&until=9999-12-31');
  expect([page.status, wordsOf(page)]).toEqual([200, expect.stringMatching(/Aucune ligne/)]);
  expect(await journal('?until=9999-12-31')).toMatch(/a allumé Papier à l’École des Lilas/);
});

test('T1 by school: the lines of one are not those of another; by person, action and outcome', async () => {
  await write({});
  await write({ uai: OTHER_SCHOOL, actor: 'cli', action: 'core.brick.disable', outcome: 'failed' });
  for (const query of [
    `?school=${SCHOOL}`,
    '?person=grosjean',
    '?person=HEAD',
    '?action=core.brick.enable',
    '?outcome=done',
  ]) {
    expect(await journal(query)).toMatch(/a allumé Papier à l’École des Lilas/);
    expect(await journal(query)).not.toMatch(/au Collège du Parc/);
  }
  for (const query of [`?school=${OTHER_SCHOOL}`, '?person=cli', '?person=la+ligne+de+commande', '?outcome=failed']) {
    expect(await journal(query)).toMatch(/au Collège du Parc/);
    expect(await journal(query)).not.toMatch(/à l’École des Lilas/);
  }
});

test('days are those of Paris, or of the school that was chosen, and the page says which', async () => {
  await manager.update(SchoolRow, { uai: OTHER_SCHOOL }, { timeZone: 'Indian/Reunion' });
  // 23 h 30 on the 20th in Paris; 2 h 30 on the 21st in La Réunion.
  await write({ uai: OTHER_SCHOOL, at: new Date('2026-11-20T22:30:00Z') });
  expect(await journal('?until=2026-11-20')).toMatch(/20 novembre 2026, 23 h 30/);
  expect(await journal('?until=2026-11-20')).toMatch(/celles d’Europe\/Paris/);
  expect(await journal('?from=2026-11-21')).toMatch(/Aucune ligne/);
  expect(await journal(`?school=${OTHER_SCHOOL}&from=2026-11-21&until=2026-11-21`)).toMatch(/21 novembre 2026, 2 h 30/);
  expect(await journal(`?school=${OTHER_SCHOOL}`)).toMatch(/celles de cette école : Indian\/Reunion/);
  expect(await journal(`?school=${OTHER_SCHOOL}&until=2026-11-20`)).toMatch(/Aucune ligne/);
});

test.each<[string, RegExp, string]>([
  ['?school=0399999Z', /Aucune école n’a ce nom ni cet UAI/, 'school'],
  ['?person=zzz', /Personne ne s’appelle ainsi/, 'person'],
  ['?from=2026-02-30', /Ce jour n’existe pas/, 'from'],
  ['?until=hier', /Ce jour n’existe pas/, 'until'],
  ['?from=2026-11-24&until=2026-11-23', /vient avant le premier/, 'until'],
])('%s: the sentence stands beside its field, and no line answers', async (query, sentence, field) => {
  await write({});
  const page = await web.as(ADMINISTRATOR, `/admin/audit${query}`);
  expect(page.status).toBe(400);
  expect(wordsOf(page)).toMatch(sentence);
  expect(page.text).toMatch(new RegExp(`id="field-${field}"[^>]*aria-invalid="true"`));
  expect(wordsOf(page)).not.toMatch(/a allumé Papier/);
});

test('page after page, keeping the filters, to the first line', async () => {
  for (let index = 0; index < 120; index += 1)
    await write({ subject: { brick: `brick-${String(index).padStart(3, '0')}` } });
  const seen: string[] = [];
  let path: string | undefined = '/admin/audit?action=core.brick.enable';
  let pages = 0;
  while (path !== undefined) {
    const page = await web.as(ADMINISTRATOR, path);
    seen.push(...[...page.text.matchAll(/a allumé (brick-\d+)/g)].map(([, brick = '']) => brick));
    path = /href="([^"]*before=[^"]*)"/.exec(page.text)?.[1]?.replaceAll('&amp;', '&');
    if (path !== undefined) expect(path).toContain('action=core.brick.enable');
    pages += 1;
  }
  expect(pages).toBe(3);
  expect(seen).toHaveLength(120);
  expect(seen).toEqual([...seen].sort().reverse());
});
