// SPDX-License-Identifier: EUPL-1.2
import { atSchool, ofSchool } from './school-phrases.js';

test.each([
  ['École des Tilleuls', 'à l’École des Tilleuls', 'de l’École des Tilleuls'],
  ['ECOLE du Parc', 'à l’ECOLE du Parc', 'de l’ECOLE du Parc'],
  ['Collège du Val', 'au Collège du Val', 'du Collège du Val'],
  ['Groupe scolaire Hugo', 'au Groupe scolaire Hugo', 'du Groupe scolaire Hugo'],
  ['Jeanne d’Arc', 'à Jeanne d’Arc', 'de Jeanne d’Arc'],
  ['Écoles unies', 'à Écoles unies', 'de Écoles unies'],
])('%s', (name, at, of) => {
  expect([atSchool(name, 'fr'), ofSchool(name, 'fr')]).toEqual([at, of]);
  expect([atSchool(name, 'en'), ofSchool(name, 'en')]).toEqual([`at ${name}`, `of ${name}`]);
});
