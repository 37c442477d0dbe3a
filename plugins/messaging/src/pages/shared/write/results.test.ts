// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL, startTestHost, type Role } from '@volee/core-adapter/testing';
import messaging from '../../../index.js';
import { PolicyRow } from '../../../store/policy.entity.js';
import { defaultDecisions } from '../../../domain/policy/decisions.js';
import { storedDecisions } from '../../../domain/policy/stored-decisions.js';
import { DEFAULT_RULES } from '../../../domain/rules/default-policy.js';

const host = await startTestHost({ bricks: [messaging] });

/** The note of a search and its hits, under their headings. */
async function search(
  words: string,
  role: Role = 'teacher',
): Promise<Readonly<Record<string, string | readonly string[] | undefined>>> {
  const { text } = await host
    .as(role)
    .get(`/write?q=${encodeURIComponent(words)}`)
    .expect(200);
  const [, results = ''] = /<div class="v-results">([^]*?)<p class="form-text"/.exec(text) ?? [];
  const note = /<p class="v-search-note"[^>]*>([^]*?)<\/p>/
    .exec(results)?.[1]
    ?.replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\s+/g, ' ');
  const lists = [...results.matchAll(/<(?:h3|summary)[^>]*>([^]*?)<\/(?:h3|summary)>([^]*?)<\/ul>/g)];
  const hits = lists.map(([, title = '', list = '']): [string, readonly string[]] => [
    title.replaceAll(/<[^>]*>/g, ''),
    [...list.matchAll(/<strong>([^]*?)<\/strong>/g)].map(([, name = '']) => name.replaceAll(/<[^>]*>/g, '')),
  ]);
  return { note, ...Object.fromEntries(hits) };
}

test('« maman d’Inès » finds her guardians in the class of the teacher, and perhaps the parents of the class', async () => {
  expect(await search('maman d’ines')).toEqual({
    note: '« maman » : les parents. 2 personnes, 1 groupe.',
    'Dans votre classe': ['Sophie Faivre', 'Luc Faivre-Marguet'],
    'Peut-être aussi': ['Parents des CM1'],
  });
});

test('a word for a relation finds its groups, own class first', async () => {
  expect(await search('famille')).toEqual({
    note: '« famille » : les parents. 3 groupes.',
    'Dans votre classe': ['Parents des CM1'],
    'Dans l’école': ['Tous les parents'],
    'Autres classes, niveaux et groupes (1)': ['Parents des CM2'],
  });
  expect(await search('tout le monde')).toEqual({
    note: '« tout le monde » : toute l’école. 3 groupes.',
    'Dans l’école': ['Conseil des maîtres', 'Tous les élèves', 'Tous les parents'],
  });
});

test('« directeur » and « conseil » find the head and the teachers', async () => {
  expect(await search('directeur')).toEqual({
    note: '« directeur » : la direction. 1 personne.',
    'Dans l’école': ['Mathieu Grosjean'],
  });
  expect(await search('CONSEIL')).toEqual({
    note: '« CONSEIL » : les enseignants. 4 personnes, 3 groupes.',
    'Dans votre classe': ['Enseignants des CM1', 'Paul Droz'],
    'Dans l’école': ['Conseil des maîtres', 'Nadia Chevassus', 'Mathieu Grosjean', 'Rémi Outhier'],
    'Autres classes, niveaux et groupes (1)': ['Enseignants des CM2'],
  });
  expect(await search('maîtresse d’inès', 'head')).toEqual({
    note: '« maîtresse » : les enseignants. 2 personnes, 1 groupe.',
    'Dans l’école': ['Paul Droz', 'Claire Vuillet'],
    'Peut-être aussi': ['Enseignants des CM1'],
  });
});

test('nobody is found by a relation that the school does not let the teacher write to', async () => {
  expect(await search('maman de tom')).toEqual({
    note: '« maman » : les parents. 1 personne, 1 groupe.',
    'Dans l’école': ['Marc Brenot'],
    'Peut-être aussi': ['Parents des CM2'],
  });
  const rules = {
    ...DEFAULT_RULES,
    teacher: { ...DEFAULT_RULES.teacher, pupil: 'teaches', guardian: 'teaches' },
  } as const;
  const decisions = storedDecisions({ ...defaultDecisions({ timeZone: 'Europe/Paris' }), rules });
  const row = { ...decisions, number: 1, decidedBy: null, decidedAt: host.clock.now() };
  await host.tables(SCHOOL).repository(PolicyRow).insert([row]);
  expect(await search('maman de tom')).toEqual({
    note: '« maman » : les parents. Personne à qui vous pouvez écrire ne porte ce nom.',
  });
});
