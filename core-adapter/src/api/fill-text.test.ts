// SPDX-License-Identifier: EUPL-1.2
import { fillText } from './fill-text.js';

const fr = (text: string, value: string): string => fillText(text, { name: value }, 'fr');

test.each([
  ['Inès', 'd’Inès'],
  ['Élise', 'd’Élise'],
  ['Œdipe', 'd’Œdipe'],
  ['Yves', 'd’Yves'],
  ['Hugo', 'd’Hugo'],
  ['Hélène', 'd’Hélène'],
  ['HELENE', 'd’HELENE'],
  ['Hervé', 'd’Hervé'],
  ['onze élèves', 'de onze élèves'],
  ['groupe-1', 'de groupe-1'],
  ['Tom', 'de Tom'],
  ['Yanis', 'de Yanis'],
  ['Hamza', 'de Hamza'],
  ['8 élèves', 'de 8 élèves'],
  ['« Inès.odt »', 'de « Inès.odt »'],
])('French elides « de » before a vowel that is heard: %s', (name, expected) => {
  expect(fr('Le bilan de {name}', name)).toBe(`Le bilan ${expected}`);
});

test('French elides « que », and neither « à » nor a word that ends like a preposition', () => {
  expect(fr('Il faut que {name} lise', 'Aya')).toBe('Il faut qu’Aya lise');
  expect(fr('lorsque {name} lit', 'Aya')).toBe('lorsqu’Aya lit');
  expect(fr('De {name}', 'Aya')).toBe('D’Aya');
  expect(fr('À {name}', 'Inès')).toBe('À Inès');
  expect(fr('le code {name}', 'Inès')).toBe('le code Inès');
});

test.each([
  ['à {name}', 'École des Tilleuls', 'à l’École des Tilleuls'],
  ['de {name}', 'École des Tilleuls', 'de l’École des Tilleuls'],
  ['À {name}', 'Collège Jean-Moulin', 'Au Collège Jean-Moulin'],
  ['de {name}', 'Groupe scolaire Pasteur', 'du Groupe scolaire Pasteur'],
  ['à {name}', 'ECOLE du Parc', 'à l’ECOLE du Parc'],
  ['à {name}', 'Écoles unies', 'à Écoles unies'],
  ['de {name}', 'Jeanne d’Arc', 'de Jeanne d’Arc'],
  ['jusqu’à {name}', 'le 4 janvier à 7 h', 'jusqu’au 4 janvier à 7 h'],
  ['jusqu’à {name}', 'demain à 7 h', 'jusqu’à demain à 7 h'],
  ['Équipe de {name}', 'les CM1', 'Équipe des CM1'],
  ['de {name}', 'Le Goff', 'de Le Goff'],
])('French gives a school its article and joins articles: %s with %s', (text, value, expected) => {
  expect(fr(text, value)).toBe(expected);
});

test('English joins nothing, and a name without a value stays in both languages', () => {
  expect(fillText('de {name}', { name: 'Inès' }, 'en')).toBe('de Inès');
  expect(fillText('de {other}', { name: 'Inès' }, 'fr')).toBe('de {other}');
  expect(fillText('{toString} {prénom}', { prénom: 'Inès' }, 'fr')).toBe('{toString} Inès');
});
