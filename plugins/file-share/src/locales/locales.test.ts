// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import { locales } from './index.js';

const { fr, 'fr-child': frChild } = locales;
const french: Readonly<Record<string, Message>> = fr;

const formsOf = (message: Message): string[] =>
  typeof message === 'string' ? [message] : [message.one, message.other];

test('what a child reads differs from the other French, and never says vous', () => {
  for (const [key, message] of Object.entries(frChild)) expect(message).not.toEqual(french[key]);
  const read = { ...fr, ...frChild };
  // Only guardians meet a page without any space, and only teachers and heads their classes of last year.
  const forFamilies = ['none.text', 'empty.class', 'lastYear.lead', 'lastYear.empty'];
  const isOfFamily = (key: string): boolean => forFamilies.includes(key) || key.startsWith('family.');
  for (const [key, message] of Object.entries(read)) {
    const isForAdults = isOfFamily(key) || (key.startsWith('help.') && !key.startsWith('help.pupil'));
    if (!isForAdults) expect(formsOf(message).join(' ')).not.toMatch(/\b(vous|vos|votre)\b|(?<!\p{L})\p{L}+ez\b/iu);
  }
});

test('French puts a no-break space before its high punctuation', () => {
  for (const message of [...Object.values(fr), ...Object.values(frChild)]) {
    for (const form of formsOf(message)) {
      expect(form).not.toMatch(/ [:;!?»]|« /);
    }
  }
});
