// SPDX-License-Identifier: EUPL-1.2
import { fillText } from '@volee/core-adapter';
import type { MessagingTexts } from '../../brick-types.js';
import { write as en } from '../../locales/en/write.js';
import { write as fr } from '../../locales/fr/write.js';
import { understand } from './understand.js';

const textsOf =
  (texts: Readonly<Record<string, unknown>>): MessagingTexts =>
  (key) =>
    fillText(String(texts[key]), {}, 'fr');
const inFrench = textsOf(fr);
const inEnglish = textsOf(en);

test.each([
  ['maman de tom', 'guardian', ['tom']],
  ['MÈRE d’Inès', 'guardian', ['ines']],
  ['famille Jacquot', 'guardian', ['jacquot']],
  ['parents cm2', 'guardian', ['cm2']],
  ['parents d’élèves', 'guardian', []],
  ['directrice', 'head', []],
  ['la direction de l’école', 'head', []],
  ['maitresse', 'teacher', []],
  ['Conseil des maîtres', 'teacher', []],
  ['collègues', 'teacher', []],
  ['eleves de ce2', 'pupil', ['ce2']],
  ['secrétariat', 'staff', []],
  ['pare', 'guardian', []],
  ['par', undefined, ['par']],
  ['paul', undefined, ['paul']],
])('« %s » asks for %s, and for %j', (search, relation, rest) => {
  expect(understand(search, inFrench)).toMatchObject({ relation, rest });
});

test('everybody is asked for in the words of people', () => {
  for (const search of ['tous', 'tout le monde', 'l’école']) {
    expect(understand(search, inFrench)).toMatchObject({ relation: undefined, isAll: true, rest: [] });
  }
  expect(understand('tous les parents', inFrench)).toMatchObject({ relation: 'guardian', isAll: true, rest: [] });
  expect(understand('tous les maîtres', inFrench)).toMatchObject({ relation: 'teacher', isAll: true });
});

test('the words are those of the language of the page', () => {
  expect(understand('mum of Tom', inEnglish)).toMatchObject({ relation: 'guardian', rest: ['tom'], said: 'mum' });
  expect(understand('everyone', inEnglish)).toMatchObject({ isAll: true });
  expect(understand('maman', inEnglish)).toMatchObject({ relation: undefined });
});
