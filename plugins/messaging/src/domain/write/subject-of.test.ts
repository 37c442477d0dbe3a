// SPDX-License-Identifier: EUPL-1.2
import { subjectAbove, subjectOf } from './subject-of.js';

test.each([
  ['', ''],
  ['  Merci  ! ', 'Merci !'],
  ['Bonjour,\n\nvendredi nous partons au musée à 8 h 45.', 'Bonjour, vendredi nous partons au musée à 8…'],
  ['un deux trois quatre cinq six sept huit', 'un deux trois quatre cinq six sept huit'],
  ['anticonstitutionnellement '.repeat(8).trim(), 'anticonstitutionnellement anticonstitutionnellement…'],
  ['a'.repeat(100), `${'a'.repeat(59)}…`],
  ['3 * 4 = 12', '3 * 4 = 12'],
])('the subject of a message that begins with %j is %j', (body, subject) => {
  expect(subjectOf(body)).toBe(subject);
});

test('the signs of formatting are left out of the subject of an adult', () => {
  expect(subjectOf('**Sortie** au musée', { isFormatted: true })).toBe('Sortie au musée');
});

test('a subject that was made of the first words does not stand above them; a typed one does', () => {
  expect(subjectAbove('Jade, ta trousse est là.', 'Jade, ta trousse est là.')).toBe('');
  expect(
    subjectAbove(
      subjectOf('un deux trois quatre cinq six sept huit neuf'),
      'un deux trois quatre cinq six sept huit neuf',
    ),
  ).toBe('');
  expect(subjectAbove('Lundi', '**Lundi**')).toBe('');
  expect(subjectAbove('Ta trousse', 'Elle est chez la maîtresse.')).toBe('Ta trousse');
});
