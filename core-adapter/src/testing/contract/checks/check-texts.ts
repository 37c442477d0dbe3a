// SPDX-License-Identifier: EUPL-1.2
import type { Message, Messages } from '../../../api/i18n.js';
import type { Manifest } from '../../../api/manifest.js';
import { fault } from '../fault.js';

/** French and English have the same texts with the same forms and values; texts for children replace existing ones. */
export function checkTexts({ locales }: Manifest): void {
  const { fr, en, 'fr-child': child = {} } = locales;
  for (const key of Object.keys(fr)) {
    if (!en[key]) fault(`The text "${key}" has no English; add it to manifest.locales.en.`);
  }
  compare('en', en, fr);
  compare('fr-child', child, fr);
  for (const [language, messages] of Object.entries({ fr, en, 'fr-child': child })) {
    for (const [key, message] of Object.entries(messages)) {
      if (formsOf(message).some((form) => form.trim() === ''))
        fault(`The text "${key}" of ${language} is empty; write it.`);
    }
  }
}

function compare(language: string, messages: Messages, reference: Messages): void {
  for (const [key, message] of Object.entries(messages)) {
    const french = reference[key];
    if (french === undefined)
      return fault(`The text "${key}" of ${language} is not among the French ones; add it there, or remove it.`);
    if (typeof message !== typeof french) {
      return fault(`The text "${key}" has one form in one of fr and ${language}, and two in the other; give both two.`);
    }
    const [here, there] = [valuesOf(message), valuesOf(french)];
    if (here !== there) {
      return fault(
        `The text "${key}" has the placeholders ${there || 'none'} in fr and ${here || 'none'} in ${language}; make them the same.`,
      );
    }
  }
}

function formsOf(message: Message): string[] {
  return typeof message === 'string' ? [message] : [message.one, message.other];
}

/** The placeholders of a text: « {count}, {name} ». */
function valuesOf(message: Message): string {
  const names = formsOf(message).flatMap((form) => form.match(/\{\w+\}/g) ?? []);
  return [...new Set(names)].sort().join(', ');
}
