// SPDX-License-Identifier: EUPL-1.2
import { NotFoundError } from '../../../api/errors.js';
import { asError } from './as-error.js';

const broken = Object.assign(new Error(), { message: Object.create(null) as unknown });
const circle = new Error('round');
circle.cause = circle;

test('an error is kept with its causes', () => {
  const error = new TypeError('late', { cause: new Error('early') });
  expect(asError(error)).toBe(error);
});

test('the stack of a domain error is left unformatted: most are answered, and never logged', () => {
  const error = new NotFoundError('nothing here');
  let reads = 0;
  Object.defineProperty(error, 'stack', { get: () => String((reads += 1)) });
  expect([asError(error), reads]).toEqual([error, 0]);
});

test.each<[string, unknown, string]>([
  ['a text', 'no ink', 'no ink'],
  ['an object without a prototype', Object.create(null), 'what was thrown cannot be put into words'],
  ['an error whose message is none', broken, 'what was thrown cannot be put into words'],
  ['an error with such a cause', new Error('late', { cause: broken }), 'late'],
  ['an error that caused itself', circle, 'round'],
])('P11: %s becomes an error that a log can write', (_name, thrown, message) => {
  const error = asError(thrown);
  expect(error).not.toBe(thrown);
  expect([error.message, error.cause]).toEqual([message, undefined]);
});
