// SPDX-License-Identifier: EUPL-1.2
import { renderToString } from 'preact-render-to-string';
import type { Message } from '../../../api/i18n.js';
import { pupilPages } from '../../pages/samples/sample-pages.js';
import { en } from './en.js';
import { frChild } from './fr-child.js';
import { fr } from './fr.js';

const forms = (message: Message): string[] => (typeof message === 'string' ? [message] : [message.one, message.other]);
const valuesOf = (message: Message): string[] => {
  const names = forms(message).flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name));
  return [...new Set(names)].filter((name) => name !== 'count').sort();
};
const VOUS = /\bvous\b|\bvotre\b|\bvos\b|\b(?!chez\b|assez\b)\p{L}+ez\b/iu;

test('English has every text of French, with the same values, and no other', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(fr).sort());
  for (const [key, message] of Object.entries(fr)) {
    expect([key, valuesOf(en[key as keyof typeof fr])]).toEqual([key, valuesOf(message)]);
  }
});

test('texts for pupils replace existing ones, and none says vous', () => {
  for (const [key, message] of Object.entries(frChild)) {
    expect(fr).toHaveProperty([key]);
    for (const form of forms(message)) expect(form).not.toMatch(VOUS);
  }
});

test.each([...pupilPages])('a pupil is called tu on the whole page: %s', (_name, page) => {
  const text = renderToString(page).replace(/<[^>]+>/g, ' ');
  expect(text).not.toMatch(VOUS);
});

test('French puts a no-break space before double signs and inside guillemets', () => {
  const texts = [...Object.values<Message>(fr), ...Object.values<Message>(frChild)].flatMap(forms);
  for (const text of texts) expect(text).not.toMatch(/(?:^|[^\u00a0])[:?!;»](?!\/\/)|«(?!\u00a0)/);
  for (const text of texts) expect(text).not.toContain("'");
});

test('the numbers in a sentence are all words or all digits', () => {
  // "Une" and "one" are articles as well; here they only count something where a number stands beside them.
  const digits = /\d|\{(count|number|total|before|after|first|last)\}/;
  const words =
    /(?<![\p{L}])(deux|trois|quatre|cinq|une? autre|une chose|two|three|four|five|one (other|profile|brick|thing|person))(?![\p{L}])/iu;
  const sentences = [fr, en, frChild].flatMap((texts) =>
    Object.values<Message>(texts)
      .flatMap(forms)
      .flatMap((text) => text.split(/[.!?;]\s/)),
  );
  expect(sentences.filter((sentence) => digits.test(sentence) && words.test(sentence))).toEqual([]);
});

test('a text that stands beside another number has digits in both forms', () => {
  for (const texts of [fr, en]) {
    const read = texts as Record<string, Message>;
    for (const key of ['portal.waitKids', 'portal.waitOneKid', 'portal.waitKid', 'platform.moreReasons']) {
      expect(forms(read[key] ?? '')).toEqual([expect.stringContaining('{count}'), expect.stringContaining('{count}')]);
    }
  }
});
