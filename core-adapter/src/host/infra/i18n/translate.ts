// SPDX-License-Identifier: EUPL-1.2
import type { Language, Locales, Message, MessageValues, Translate } from '../../../api/i18n.js';

const PLURALS = { fr: new Intl.PluralRules('fr'), en: new Intl.PluralRules('en') } as const;

/**
 * Builds the `t` of one person: in his language, and saying *tu* to a child where the texts provide it.
 * A key without a text shows as itself, so that a missing one is seen and not hidden.
 */
export function translator<K extends string>(locales: Locales, language: Language, child: boolean): Translate<K> {
  const layers = [...(child && language === 'fr' ? [locales['fr-child']] : []), locales[language], locales.fr];

  return (key, values = {}) => {
    const own = layers.find((layer) => layer && Object.hasOwn(layer, key));
    const message = own?.[key] ?? key;
    return fill(form(message, PLURALS[language], values), values);
  };
}

function form(message: Message, plural: Intl.PluralRules, values: MessageValues): string {
  if (typeof message === 'string') return message;
  return plural.select(Number(values['count'] ?? 0)) === 'one' ? message.one : message.other;
}

function fill(text: string, values: MessageValues): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(Object.hasOwn(values, name) ? values[name] : whole),
  );
}
