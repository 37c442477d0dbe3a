// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import { giveBack } from './fr/give-back.js';
import { work } from './fr/work.js';
import { works } from './fr/works.js';
import { locales } from './index.js';

const { fr, 'fr-child': frChild } = locales;
const french: Readonly<Record<string, Message>> = fr;

const formsOf = (message: Message): string[] =>
  typeof message === 'string' ? [message] : [message.one, message.other];

// The works of a class are followed by its teachers and the head. Both also find the classes that ended.
const ofTeachers = new Set([
  ...Object.keys({ ...giveBack, ...work, ...works }),
  'lastYear.ended',
  'lastYear.endedAsHead',
]);

test('what a child reads differs from the other French, and never says vous', () => {
  for (const [key, message] of Object.entries(frChild)) expect(message).not.toEqual(french[key]);
  const read = { ...fr, ...frChild };
  // Guardians alone meet a page without any space; teachers and heads the classes of last year and the readers of a deposit, and
  // heads the place used.
  const forAdults = [
    'none.text',
    'empty.class',
    'lastYear.lead',
    'lastYear.empty',
    'family.',
    'usage.',
    'deposit.seen',
    'classEnds.guardian',
  ];
  for (const [key, message] of Object.entries(read)) {
    const isHelp = key.startsWith('help.') && !key.startsWith('help.pupil');
    const isForAdults = isHelp || ofTeachers.has(key) || forAdults.some((beginning) => key.startsWith(beginning));
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
