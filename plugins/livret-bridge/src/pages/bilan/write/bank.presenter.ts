// SPDX-License-Identifier: EUPL-1.2
import { contentOf } from '../../../domain/bilan/content.js';
import { textOfSubject } from '../../../domain/bilan/subject.js';
import { phraseFor } from '../../../domain/phrases/phrase-for.js';
import type { LivretRequest } from '../../../brick-types.js';
import { bilanPath, PHRASES_PATH } from '../../../paths.js';
import { idOf } from './cell.presenter.js';
import type { BankModel } from './write.model.js';
import type { WriteMaterial } from './write-material.js';

type Tools = Pick<LivretRequest, 'format' | 't' | 'url'>;

/** The panel beside a text: the phrases of the teacher with the name of the pupil, and the text of the last bilan. */
export function presentBank(material: WriteMaterial, subject: string, tools: Tools): BankModel {
  const { catalogue, phrases, pupil } = material;
  const text = textOfSubject(catalogue, subject);
  return {
    fieldId: text === undefined ? undefined : idOf(text),
    phrases: text === undefined ? [] : phrases.map((phrase) => phraseFor(phrase, pupil?.givenName ?? '')),
    phrasesUrl: tools.url(PHRASES_PATH),
    before: quoteBefore(material, subject, tools),
  };
}

/** The text about the same subject in the bilan before; without one, the general appreciation. */
function quoteBefore({ before }: WriteMaterial, subject: string, { t, url, format }: Tools): BankModel['before'] {
  if (!before) return undefined;
  const { general, texts } = contentOf(before);
  const text = new Map(Object.entries(texts)).get(subject) ?? general;
  if (text === '') return undefined;
  const { signedAs, signedAt } = before;
  const by = [signedAs, signedAt && format.day(signedAt)].filter((one) => one !== null && one !== undefined);
  return { quote: t('bilan.beforeQuote', { text }), by: by.join(', '), url: url(bilanPath(before.id)) };
}
