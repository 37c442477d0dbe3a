// SPDX-License-Identifier: EUPL-1.2
import { fillText } from '../../../api/fill-text.js';
import type { Language, Locales, Message, MessageValues, Translate } from '../../../api/i18n.js';

const PLURALS = { fr: new Intl.PluralRules('fr'), en: new Intl.PluralRules('en') } as const;

/**
 * Creates the `t` of one user: in their language, with texts for pupils where they exist. A missing text is shown as
 * its key, so that it is noticed.
 */
export function translator<K extends string>(locales: Locales, language: Language, child: boolean): Translate<K> {
  const layers = [...(child && language === 'fr' ? [locales['fr-child']] : []), locales[language], locales.fr];

  return (key, values = {}) => {
    const own = layers.find((layer) => layer && Object.hasOwn(layer, key));
    const message = own?.[key] ?? key;
    return fillText(form(message, PLURALS[language], values), values, language);
  };
}

function form(message: Message, plural: Intl.PluralRules, values: MessageValues): string {
  if (typeof message === 'string') return message;
  return plural.select(Number(values['count'] ?? 0)) === 'one' ? message.one : message.other;
}
