// SPDX-License-Identifier: EUPL-1.2
import { lineAround, markWords } from './marked.js';

test('words are marked as they were written', () => {
  expect(markWords('L’Œuf, l’œuvre et le goûter', ['oeu', 'gouter'])).toEqual([
    { text: 'L’', isFound: false },
    { text: 'Œuf', isFound: true },
    { text: ', l’', isFound: false },
    { text: 'œuvre', isFound: true },
    { text: ' et le ', isFound: false },
    { text: 'goûter', isFound: true },
  ]);
  expect(markWords('rien', ['mot'])).toEqual([{ text: 'rien', isFound: false }]);
});

test('a long text is cut around the first word that was found', () => {
  const line = lineAround(`${'avant '.repeat(50)}le mot\n${'après '.repeat(50)}`, ['mot']);
  expect(line).toMatch(/^… avant (?:avant )+le mot (?:après )+après…$/);
  expect(line.length).toBeLessThan(165);
  expect(lineAround('Un mot.', ['mot'])).toBe('Un mot.');
  expect(lineAround('x'.repeat(400), ['mot'])).toMatch(/^x{160}…$/);
});
