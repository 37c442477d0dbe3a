// SPDX-License-Identifier: EUPL-1.2
import type { Message, Messages } from '../../../api/i18n.js';
import type { AnyManifest } from '../../../api/manifest.js';
import { eachOf, fault } from '../fault.js';

/** French and English have the same texts with the same forms and values; texts for children replace existing ones, and may leave values out. */
export async function checkTexts({ locales }: AnyManifest, most?: number): Promise<void> {
  const { fr, en, 'fr-child': child = {} } = locales;
  const missing = Object.keys(fr).filter((key) => !en[key]);
  const texts = Object.entries({ fr, en, 'fr-child': child }).flatMap(([language, messages]) =>
    Object.entries(messages).map(([key, message]) => ({ language, key, message })),
  );
  const checks = [
    ...missing.map((key) => () => fault(`The text "${key}" has no English; add it to manifest.locales.en.`)),
    ...texts.map((text) => () => compare(text, fr)),
  ];
  await eachOf(checks, (check) => check(), most);
}

interface Text {
  readonly language: string;
  readonly key: string;
  readonly message: Message;
}

function compare({ language, key, message }: Text, reference: Messages): void {
  const french = reference[key];
  if (french === undefined)
    return fault(`The text "${key}" of ${language} is not among the French ones; add it there, or remove it.`);
  if (typeof message !== typeof french) {
    return fault(`The text "${key}" has one form in one of fr and ${language}, and two in the other; give both two.`);
  }
  const [here, there] = [valuesOf(message), valuesOf(french)];
  // A text for children may say less, such as no size of a file.
  const isSame = language === 'fr-child' ? here.every((name) => there.includes(name)) : here.join() === there.join();
  if (!isSame) {
    const [inFrench, inOther] = [there, here].map((names) => names.join(', ') || 'none');
    return fault(
      `The text "${key}" has the placeholders ${inFrench} in fr and ${inOther} in ${language}; make them the same.`,
    );
  }
  if (formsOf(message).some((form) => form.trim() === ''))
    fault(`The text "${key}" of ${language} is empty; write it.`);
}

function formsOf(message: Message): string[] {
  return typeof message === 'string' ? [message] : [message.one, message.other];
}

/** The placeholders of a text: `{count}` and `{name}`. */
function valuesOf(message: Message): string[] {
  const names = formsOf(message).flatMap((form) => form.match(/\{\w+\}/g) ?? []);
  return [...new Set(names)].sort();
}
