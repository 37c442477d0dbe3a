// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord, DirectorySource } from '../../../../api/directory/directory-source.js';
import { member, person } from '../../../../testing/directory-records.js';
import { OTHER_SCHOOL, SAMPLE_RECORDS, SCHOOL } from '../../../../testing/sample-directory.js';
import type { SyncRun } from '../../../domain/sync/runs/sync-runs.js';
import { ADMINISTRATOR, bootConsole, wordsOf, type TestConsole } from '../console-for-tests.js';

const signal = new AbortController().signal;

let web: TestConsole;
beforeEach(async () => {
  web = await bootConsole();
});
afterEach(() => web.stop());

const words = async (path: string): Promise<string> => wordsOf(await web.as(ADMINISTRATOR, path));

function plan(records: readonly DirectoryRecord[], name = 'ldap'): Promise<SyncRun> {
  const source: DirectorySource = {
    name,
    async *read() {
      yield* records;
    },
  };
  return web.host.sync.plan(source, signal);
}

const newcomers = (count: number): DirectoryRecord[] =>
  Array.from({ length: count }, (_, index) =>
    person(`newcomer${index}`, 'pupil', index % 2 ? SCHOOL : OTHER_SCHOOL, `Nova${index}`, 'Venue'),
  );

const GONE = ['pupilofotherclass', 'guardianofotherclass'];
const OTHERWISE = ['pupil', 'teacher'];

function names(record: DirectoryRecord, keys: readonly string[]): boolean {
  const { key, person: who, guardian, child } = { key: '', person: '', guardian: '', child: '', ...record };
  return [key, who, guardian, child].some((one) => keys.includes(one));
}

/** A pupil who leaves with their father, a pupil who changes school, and a teacher with another name and another class. */
const MOVED: readonly DirectoryRecord[] = [
  ...SAMPLE_RECORDS.filter((record) => !names(record, [...GONE, ...OTHERWISE]) || record.type === 'kinship').filter(
    (record) => !names(record, GONE),
  ),
  person('pupil', 'pupil', OTHER_SCHOOL, 'Inès', 'Faivre'),
  member(OTHER_SCHOOL, '6a', 'pupil'),
  person('teacher', 'teacher', SCHOOL, 'Claire', 'Vuillet-Droz'),
  member(SCHOOL, 'cm2', 'teacher', 'teacher'),
];

test('a plan lists each person: the change, old → new, from which school to which, and why', async () => {
  const { id } = await plan(MOVED);
  const page = await words(`/admin/syncs/${id}`);
  expect(page).toMatch(
    /Tom Brenot élève, CM2 · pupilofotherclass École des Lilas Compte fermé N’est plus dans l’annuaire/,
  );
  expect(page).toMatch(/Inès Faivre élève, CM1 · pupil École des Lilas Part : Collège du Parc Change d’école/);
  expect(page).toMatch(/Inès Faivre élève, 6e A · pupil Collège du Parc Vient de : École des Lilas Change d’école/);
  expect(page).toMatch(
    /Claire Vuillet-Droz teacher École des Lilas Nom Vuillet Vuillet-Droz Classe ou groupe CM1 CM2 Écrit/,
  );
  expect(page).toMatch(/École par école 2 écoles touchées .* École des Lilas 0390001X 2 2 \d /);
});

test('totals and schools come before persons', async () => {
  const { id } = await plan(MOVED);
  const page = await words(`/admin/syncs/${id}`);
  const places = ['Ce que cette lecture', 'École par école', 'Personne par personne'].map((title) =>
    page.indexOf(title),
  );
  expect(places.every((place) => place > 0)).toBe(true);
  expect(places).toEqual([...places].sort((one, other) => one - other));
});

test('a plan is filtered by name, by key, by school and by kind of change', async () => {
  const { id } = await plan(MOVED);
  const lines = async (query: string): Promise<string> => {
    const page = await words(`/admin/syncs/${id}?${query}`);
    return /(\d+ lignes?|Rien ne répond).*/.exec(page)?.[0] ?? '';
  };
  expect(await lines('q=brenot')).toMatch(/^2 lignes .*Tom Brenot.*Marc Brenot|^2 lignes .*Marc Brenot.*Tom Brenot/);
  expect(await lines('q=PUPILOFOTHERCLASS')).toMatch(/^1 ligne .*Tom Brenot/);
  expect(await lines(`school=${OTHER_SCHOOL}&kind=moved`)).toMatch(/^2 lignes .*Inès Faivre.*Sophie Faivre/);
  expect(await lines('school=college&kind=moved&q=ines')).toMatch(/^1 ligne .*Inès Faivre/);
  expect(await lines('kind=created')).toMatch(/^Rien ne répond/);
  expect(await lines('kind=made-up')).toMatch(/^\d+ lignes/);
});

test('a change of class shows the name of the pupil, and a search by that name finds it', async () => {
  const after = SAMPLE_RECORDS.map((record) =>
    record.type === 'membership' && record.person === 'pupil' ? { ...record, group: 'cm2' } : record,
  );
  const { id } = await plan(after);
  expect(await words(`/admin/syncs/${id}?q=faivre`)).toMatch(
    /1 ligne .* Inès Faivre pupil École des Lilas Classe ou groupe CM1 CM2 Change de classe/,
  );
});

test('a page holds fifty lines, across schools', async () => {
  const { id } = await plan([...SAMPLE_RECORDS, ...newcomers(60)]);
  const second = await words(`/admin/syncs/${id}?page=2`);
  expect(second).toMatch(/60 lignes .* 51 à 60 sur 60/);
  expect(second.match(/Compte ouvert/g)).toHaveLength(10);
  expect(await words(`/admin/syncs/${id}?page=999`)).toMatch(/51 à 60 sur 60/);
});

test('names in a plan are escaped', async () => {
  const { id } = await plan([...SAMPLE_RECORDS, person('x', 'pupil', SCHOOL, '<b>Ada</b>', 'Byron')]);
  expect((await web.as(ADMINISTRATOR, `/admin/syncs/${id}`)).text).not.toContain('<b>Ada');
});

test('a planned run is applied after a confirmation, and the journal names the administrator', async () => {
  const { id } = await plan([...SAMPLE_RECORDS, ...newcomers(2)]);
  const first = await web.as(ADMINISTRATOR, `/admin/syncs/${id}/apply`, '');
  expect(wordsOf(first)).toMatch(/Appliquer la lecture 2 \? .* comptes seront ouverts 2 .* Appliquer la lecture 2/);
  expect((await web.host.sync.show(id)).state).toBe('planned');

  const second = await web.as(ADMINISTRATOR, `/admin/syncs/${id}/apply`, 'sure=true');
  expect([second.status, second.headers.location]).toEqual([303, `/admin/syncs/${id}`]);
  expect(await words(`/admin/syncs/${id}`)).toMatch(/La lecture 2 est appliquée\. .* Appliquée .* Ce qui a été fait/);
  expect(await web.host.directory.personByLogin('ldap', 'newcomer1')).toBeDefined();
  expect(await words('/admin/audit')).toMatch(/Odile Perret a appliqué la lecture 2 de l’annuaire ldap/);
});

test('L3 a refused run needs a reason, then a confirmation with the figures, and records both', async () => {
  const { id } = await plan(SAMPLE_RECORDS.slice(0, 8));
  const path = `/admin/syncs/${id}/apply`;
  for (const body of ['', 'reason=+++', 'sure=true']) {
    const answer = await web.as(ADMINISTRATOR, path, body);
    expect([answer.status, wordsOf(answer)]).toEqual([400, expect.stringMatching(/Écrivez pourquoi/)]);
  }
  const asked = await web.as(ADMINISTRATOR, path, 'reason=Le+coll%C3%A8ge+ferme');
  expect(wordsOf(asked)).toMatch(/comptes seront fermés 8 .*«.Le collège ferme.» Fermer 8 comptes et appliquer/);
  expect((await web.host.sync.show(id)).state).toBe('refused');

  expect((await web.as(ADMINISTRATOR, path, 'reason=Le+coll%C3%A8ge+ferme&sure=true')).status).toBe(303);
  expect(await words(`/admin/syncs/${id}`)).toMatch(/Appliquée .* Approuvée par Odile Perret : Le collège ferme/);
  expect(await words('/admin/audit')).toMatch(/a appliqué la lecture 2 .* Motif Le collège ferme/);
});

test('L13 a run that another run has overtaken is not applied: the page says so, and what to do', async () => {
  const stale = await plan([...SAMPLE_RECORDS, ...newcomers(1)]);
  await web.host.sync.apply((await plan([...SAMPLE_RECORDS, ...newcomers(2)])).id);
  const page = await words(`/admin/syncs/${stale.id}`);
  expect(page).toMatch(/Cette lecture ne peut plus être appliquée Depuis, la lecture 3 a remis les choses en ordre/);
  expect(page).not.toMatch(/Appliquer cette lecture/);
  const answer = await web.as(ADMINISTRATOR, `/admin/syncs/${stale.id}/apply`, 'sure=true');
  expect([answer.status, wordsOf(answer)]).toEqual([409, expect.stringMatching(/Relisez l’annuaire/)]);
});

test('a run that is being applied says so, offers only a reload, and is not started twice', async () => {
  const run = await plan([...SAMPLE_RECORDS, ...newcomers(1)]);
  const { sync, applications } = web.host;
  const write = sync.apply.bind(sync);
  let release = (): void => undefined;
  const gate = new Promise<void>((resolve) => (release = resolve));
  sync.apply = (...asked) => gate.then(() => write(...asked));
  const applied = applications.apply(run, { actor: 'cli' });
  const page = await words(`/admin/syncs/${run.id}`);
  expect(page).toMatch(/En cours d’écriture .* Actualiser/);
  expect(page).not.toMatch(/Appliquer cette lecture/);
  const again = await web.as(ADMINISTRATOR, `/admin/syncs/${run.id}/apply`, 'sure=true');
  expect([again.status, again.headers.location]).toEqual([303, `/admin/syncs/${run.id}`]);
  release();
  expect(await applied).toBe(true);
  expect(await words(`/admin/syncs/${run.id}`)).toMatch(/Appliquée/);
});

test('a run that has ended is not applied again', async () => {
  const answer = await web.as(ADMINISTRATOR, '/admin/syncs/1/apply', 'sure=true');
  expect([answer.status, wordsOf(answer)]).toEqual([409, expect.stringMatching(/n’attend plus rien/)]);
});

test('T8 only administrators of the platform apply a run, and never from another site', async () => {
  const { id } = await plan([...SAMPLE_RECORDS, ...newcomers(1)]);
  expect((await web.as('head', `/admin/syncs/${id}/apply`, 'sure=true')).status).toBe(404);
  expect((await web.send(`/admin/syncs/${id}/apply`, { method: 'POST', body: 'sure=true' })).status).toBe(403);
  expect((await web.host.sync.show(id)).state).toBe('planned');
});

test('L6 a school that could not be read is shown as a problem: which one, and why', async () => {
  const sources = web.host.sources as DirectorySource[];
  sources.push({ name: 'ldap', read: () => [] as unknown as AsyncIterable<DirectoryRecord> });
  const reason = 'a part of it is at <b>another server</b>';
  const { id } = await plan([...SAMPLE_RECORDS, { type: 'unread-school', uai: OTHER_SCHOOL, reason }]);
  const sentence = 'Collège du Parc : une partie n’a pas pu être lue. Rien n’y est enlevé.';
  const run = await web.as(ADMINISTRATOR, `/admin/syncs/${id}`);
  expect(wordsOf(run)).toContain(`Ce qui n’a pas pu être lu ${sentence}`);
  expect(wordsOf(run)).toContain(`Collège du Parc (${OTHER_SCHOOL})`);
  expect(run.text).toContain('a part of it is at &lt;b>another server');
  expect(await words('/admin/syncs')).toContain(sentence);
  expect(await words('/admin/')).toMatch(/la lecture 2 n’a pas pu tout lire Collège du Parc : une partie n’a pas pu/);
  expect((await web.as(ADMINISTRATOR, '/admin/')).text).toContain('title="1 chose attend l’administration"');
  await plan(SAMPLE_RECORDS);
  expect(await words('/admin/')).toMatch(/Tout va bien/);
});

test('the bell counts open problems, for administrators of the platform only, and clears by itself', async () => {
  const bell = async (role: 'staff' | 'head', path: string): Promise<string | undefined> =>
    /class="v-bell" href="\/admin[^>]*title="([^"]+)"/.exec((await web.as(role, path)).text)?.[1];
  expect(await bell('staff', '/admin/')).toBeUndefined();
  const sources = web.host.sources as DirectorySource[];
  sources.push({ name: 'ldap', read: () => [] as unknown as AsyncIterable<DirectoryRecord> });
  const { id } = await plan([]);
  expect(await bell('staff', '/admin/')).toBe('1 chose attend l’administration');
  expect(await bell('staff', `/s/${SCHOOL}/`)).toBe('1 chose attend l’administration');
  expect(await bell('head', `/s/${SCHOOL}/`)).toBeUndefined();
  expect(await words('/admin/')).toMatch(/le garde-fou a refusé la lecture 2 L’annuaire n’a nommé personne/);
  await web.host.sync.apply((await plan([...SAMPLE_RECORDS, ...newcomers(1)])).id);
  expect([id, await bell('staff', '/admin/')]).toEqual([2, undefined]);
});
