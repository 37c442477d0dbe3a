// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { defineDirectoryBrick } from '../../../../api/directory/directory-brick.js';
import { SAMPLE_RECORDS, sampleSource } from '../../../../testing/sample-directory.js';
import { ADMINISTRATOR, bootConsole, wordsOf } from '../console-for-tests.js';

const web = await bootConsole();
afterAll(() => web.stop());

const signal = new AbortController().signal;
const words = async (path: string): Promise<string> => wordsOf(await web.as(ADMINISTRATOR, path));

test('a source that is no longer configured is no open problem', async () => {
  expect(await words('/admin/')).toMatch(/Tout va bien/);
  expect(await words('/admin/syncs')).toMatch(/Annuaire ldap Pas dans volee\.yaml/);
});

test('an applied run shows its changes in figures', async () => {
  const list = await words('/admin/syncs');
  expect(list).toMatch(/Lecture 1, aujourd’hui à 11 h Appliquée/);
  expect(list).toMatch(/arrivées 14 changement 0 départ 0 retour 0/);
  const run = await words('/admin/syncs/1');
  expect(run).toMatch(/Ce que cette lecture a changé .* Écoles nouvelles 2 Personnes arrivées 14/);
  expect(run).not.toMatch(/Que faire/);
});

test('a refused run shows the reason in words, its meaning, and the next steps', async () => {
  const { id } = await web.host.sync.plan({ name: 'ldap', async *read() {} }, signal);
  expect(await words('/admin/syncs')).toMatch(/Refusée .*L’annuaire n’a nommé personne ; 14 personnes sont connues\./);
  expect(await words('/admin/syncs')).toMatch(/Dernière appliquée : lecture 1/);
  const run = await words(`/admin/syncs/${id}`);
  expect(run).toMatch(/Pourquoi elle est refusée L’annuaire n’a nommé personne/);
  expect(run).toMatch(/Ce que cela veut dire .* À vérifier Vérifiez l’adresse, la racine/);
  expect(run).toMatch(/le plus souvent une panne .* C’était voulu \? Pourquoi appliquer quand même/);
  expect(run).toMatch(/Ce que cette lecture devait changer/);
});

test('records that were left out are counted, with examples', async () => {
  const stray = {
    ...SAMPLE_RECORDS[2],
    key: 'stray',
    login: 'stray',
    uai: '0399999Z',
  } as (typeof SAMPLE_RECORDS)[number];
  const source = {
    ...sampleSource,
    async *read() {
      yield* [...SAMPLE_RECORDS, stray];
    },
  };
  const { id } = await web.host.sync.plan(source, signal);
  expect(await words(`/admin/syncs/${id}`)).toMatch(/Ce qui a été laissé de côté École inconnue 1 /);
});

test('a run that failed: its cause, whole and harmless', async () => {
  const failure = new Error('No answer from <script>alert(1)</script>');
  await web.host.sync
    .plan(
      {
        name: 'ldap',
        read: () => {
          throw failure;
        },
      },
      signal,
    )
    .catch(() => undefined);
  const last = await web.host.sync.last('ldap');
  const page = await web.as(ADMINISTRATOR, `/admin/syncs/${last?.id}`);
  expect(wordsOf(page)).toMatch(/Pourquoi elle a échoué No answer from/);
  expect(wordsOf(page)).toMatch(/La lecture s’est arrêtée avant d’avoir un plan\./);
  expect(page.text).not.toContain('<script>alert');
});

test('a source is called by its label; a command has its name', async () => {
  const locales = { fr: { title: 'Annuaire', summary: '' }, en: { title: 'Directory', summary: '' } };
  const common = { version: '1.0.0', adapter: '^0.2.0', settings: z.strictObject({}), locales };
  const labelled = defineDirectoryBrick({ ...common, id: 'labelled', kind: 'directory-source' }, ({ sources }) => {
    sources.provide({ ...sampleSource, label: 'Écoles du Jura' });
  });
  const jura = await bootConsole({ bricks: [labelled] });
  try {
    const { id } = await jura.host.sync.plan({ name: 'ldap', async *read() {} }, signal);
    const pages = ['/admin/', '/admin/syncs', `/admin/syncs/${id}`];
    const [overview, list, run] = await Promise.all(pages.map((path) => jura.as(ADMINISTRATOR, path)));
    expect(overview?.text).toContain('Écoles du Jura');
    expect(list?.text).toContain('Annuaire Écoles du Jura');
    expect(run?.text).toContain('Annuaire Écoles du Jura');
    expect(run?.text).toContain('volee sync run --source ldap');
  } finally {
    await jura.stop();
  }
});
