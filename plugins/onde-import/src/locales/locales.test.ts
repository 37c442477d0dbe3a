// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import { en } from './en.js';
import { fr } from './fr.js';

const formsOf = (message: Message): string[] =>
  typeof message === 'string' ? [message] : [message.one, message.other];
const valuesOf = (message: Message): string[] =>
  [
    ...new Set(
      formsOf(message)
        .join()
        .match(/\{\w+\}/g),
    ),
  ].sort();

test('French puts a no-break space before its high punctuation', () => {
  for (const message of Object.values<Message>(fr)) {
    for (const form of formsOf(message)) expect(form).not.toMatch(/ [:;!?»]|« /);
  }
});

test('both languages tell the same values', () => {
  for (const [key, message] of Object.entries<Message>(fr)) {
    expect([key, valuesOf(en[key as keyof typeof fr])]).toEqual([key, valuesOf(message)]);
  }
});
