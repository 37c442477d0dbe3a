// SPDX-License-Identifier: EUPL-1.2
import type { DirectorySource } from '@volee/core-adapter/directory';
import { SCHOOL, startTestHost, testHostSource, type Role } from '@volee/core-adapter/testing';
import messaging from '../../../index.js';
import { MOST_GROUPS } from './groups-to-offer.js';

const host = await startTestHost({ bricks: [messaging] });

/** The labels of the people and groups that a search finds. */
async function foundOn(path: string, role: Role): Promise<readonly string[]> {
  const { text } = await host.as(role).get(path).expect(200);
  const buttons = [...text.matchAll(/name="add" value="[^"]*"[^]*?<strong>([^]*?)<\/strong>/g)];
  return buttons.map(([, label = '']) => label.replaceAll(/<\/?mark>/g, ''));
}

/** The boxes of the page, under their headings, with the people that they stand for. */
async function boxesOn(path: string, role: Role): Promise<Readonly<Record<string, readonly string[]>>> {
  const { text } = await host.as(role).get(path).expect(200);
  const sections = [...text.matchAll(/<legend class="v-whohead">([^]*?)<\/legend>([^]*?)<\/fieldset>/g)];
  return Object.fromEntries(
    sections.map(([, title = '', boxes = '']) => [
      title.replaceAll(/<[^>]*>/g, ''),
      [...boxes.matchAll(/<strong>(.*?)<\/strong><span[^>]*>(.*?)<\/span>/g)].map(([, ...words]) => words.join(': ')),
    ]),
  );
}

test('a teacher has boxes for the parents, pupils and team of their class, then for the school, then for other classes', async () => {
  const boxes = await boxesOn('/write', 'teacher');
  expect(boxes).toEqual({
    'Votre classe, CM1 (Paul Droz et Claire Vuillet)': [
      'Les parents: 3 personnes',
      'Les élèves: 2 personnes',
      'L’équipe: vous et 1 autre',
    ],
    'L’école': ['La direction: Mathieu Grosjean', 'Conseil des maîtres: 4 enseignants'],
    'CM2 (Nadia Chevassus)': ['Les parents: 1 personne', 'Les élèves: 1 personne', 'L’équipe: 1 personne'],
    'Toute l’école': ['Tous les parents: 4 personnes', 'Tous les élèves: 3 personnes'],
  });
  expect(Object.keys(boxes)).toEqual([
    ...['Votre classe, CM1 (Paul Droz et Claire Vuillet)', 'L’école', 'CM2 (Nadia Chevassus)', 'Toute l’école'],
  ]);
});

test('a search finds the classes of the school by their names, and none of another school', async () => {
  for (const search of ['cm2', 'Élèves cm2', 'parents de c']) {
    const found = await foundOn(`/write?q=${encodeURIComponent(search)}`, 'teacher');
    expect(found).toContain(search.startsWith('parents') ? 'Parents des CM2' : 'Élèves des CM2');
  }
  expect(await foundOn('/write?q=parents+cm2', 'teacher')).not.toContain('Élèves des CM2');
  expect(await foundOn('/write?q=6e', 'teacher')).not.toContain('Élèves des 6e A');
});

test('heads have boxes for the classes of their own school', async () => {
  const boxes = await boxesOn('/write', 'head');
  expect(Object.keys(boxes)).toEqual(['L’école', 'CM1 (Paul Droz et Claire Vuillet)', 'CM2 (Nadia Chevassus)']);
  expect(boxes['L’école']).toEqual([
    ...['Conseil des maîtres: 4 enseignants', 'Tous les parents: 4 personnes', 'Tous les élèves: 3 personnes'],
  ]);
});

// Last: the school is larger afterwards.
test('a head of many classes has boxes for the whole school, and finds classes by a word', async () => {
  const keys = Array.from({ length: MOST_GROUPS + 1 }, (_, at) => `5e ${at}`);
  const source: DirectorySource = {
    name: 'ldap',
    async *read(signal) {
      yield* testHostSource.read(signal);
      for (const key of keys) yield { type: 'group', uai: SCHOOL, key, kind: 'class', name: key };
      for (const key of keys) yield { type: 'membership', uai: SCHOOL, group: key, person: 'pupil', role: 'member' };
    },
  };
  await host.host.sync.run(source, new AbortController().signal);
  expect(Object.keys(await boxesOn('/write', 'head'))).toEqual(['L’école']);
  expect(await foundOn('/write?q=5e+24', 'head')).toContain('Parents des 5e 24');
  expect(await foundOn('/write?q=5e', 'head')).not.toContain('Élèves des CM1');
  await host
    .as('head')
    .get('/write?q=5e')
    .expect(200, /Il y en a d’autres/);
  expect(Object.keys(await boxesOn('/write', 'teacher'))).toContain('Votre classe, CM1 (Paul Droz et Claire Vuillet)');
});
