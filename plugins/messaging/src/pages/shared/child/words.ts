// SPDX-License-Identifier: EUPL-1.2
import type { Format, Member } from '@volee/core-adapter';
import type { MessagingTexts } from '../../../brick-types.js';

/** « Claire Vuillet », « Claire Vuillet ou Paul Droz », and of more « un adulte de ta classe ». */
export function eitherOf(adults: readonly Pick<Member, 'id' | 'displayName'>[], t: MessagingTexts): string {
  const [one, other, third] = new Map(adults.map(({ id, displayName }) => [id, displayName])).values();
  if (one === undefined || third !== undefined) return t('child.anAdult');
  return other === undefined ? one : t('child.oneOrOther', { one, other });
}

/** « Jade, Sarah et Tom »; of many, how many. */
export function namesOf(names: readonly string[], { t, format }: { t: MessagingTexts; format: Format }): string {
  return names.length > 5 ? t('child.persons', { count: names.length }) : format.list(names);
}

/** With a capital letter: a text that begins with a name, or with « un adulte » or « aujourd’hui ». */
export function asSentence(text: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase('fr') + text.slice(first.length);
}
