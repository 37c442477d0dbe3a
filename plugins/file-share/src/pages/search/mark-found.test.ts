// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { markFound } from './mark-found.js';

const marked = (name: string, search: string): string =>
  markFound(name, search)
    .map(({ text, isFound }) => (isFound ? `[${text}]` : text))
    .join('');

test('the found text is marked wherever it stands, without regard to accents and case', () => {
  expect(marked('Carte des volcans d’Auvergne.png', 'VOLCAN')).toBe('Carte des [volcan]s d’Auvergne.png');
  expect(marked('Éruption, éruptions', 'eruption')).toBe('[Éruption], [éruption]s');
  expect(marked('Le cœur.odt', 'coeur')).toBe('Le [cœur].odt');
  expect(marked('Leçon  4', 'leçon 4')).toBe('[Leçon  4]');
  expect(marked('Leçon 4', '')).toBe('Leçon 4');
});

test('the parts of a name are the name, whatever is searched', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 30 });
  fc.assert(
    fc.property(text, text, (name, search) => {
      expect(
        markFound(name, search)
          .map((part) => part.text)
          .join(''),
      ).toBe(name);
    }),
  );
});
