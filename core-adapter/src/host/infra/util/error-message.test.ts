// SPDX-License-Identifier: EUPL-1.2
import { errorMessage } from './error-message.js';

test.each<[string, unknown, string]>([
  ['an error', new Error('no paper'), 'no paper'],
  ['a text', 'no ink', 'no ink'],
  ['nothing', undefined, 'undefined'],
  ['a symbol', Symbol('ink'), 'Symbol(ink)'],
  ['an error whose message is none', Object.assign(new Error(), { message: { fr: 'panne' } }), '[object Object]'],
  ['an object without a prototype', Object.create(null), 'what was thrown cannot be put into words'],
  [
    'an error whose message has no prototype',
    Object.assign(new Error(), { message: Object.create(null) as unknown }),
    'what was thrown cannot be put into words',
  ],
])('P11: %s is put into words', (_name, error, sentence) => expect(errorMessage(error)).toBe(sentence));
