// SPDX-License-Identifier: EUPL-1.2
import { subjectOf } from './subject-of.js';

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
