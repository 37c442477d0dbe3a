// SPDX-License-Identifier: EUPL-1.2
import { textsOf, unfinishedText } from './unfinished-text.js';

const texts = { title: 'Notes', 'list.add': 'Ajouter' };
const locales = { fr: texts, en: texts };

test.each([
  ['{count} notes', '“{count}”'],
  ['Bonjour undefined !', '“undefined”'],
  ['NaN ko', '“NaN”'],
  ['[object Object]', '“[object Object]”'],
  ['« list.add »', 'the key “list.add”'],
])('%s is an unfinished text', (text, found) => {
  expect(unfinishedText(text, locales)).toBe(found);
});

test.each(['Title', 'title', 'Nanterre', 'playlist.added', 'undefinedness', '{ a set }', 'NaNo'])(
  '%s is an ordinary text',
  (text) => {
    expect(unfinishedText(text, locales)).toBeUndefined();
  },
);

test('the texts of a page exclude scripts, templates and addresses', () => {
  const html =
    '<title>Un</title><script>{x}</script><template><p>{sent}</p></template><a href="/undefined" aria-label="Deux">Trois</a>' +
    '<p data-amount="{sent}">Quatre</p>';
  const read = textsOf(html).filter((text) => text.trim() !== '');
  expect(read).toEqual(['Un', 'Trois', 'Quatre', 'Deux']);
});
