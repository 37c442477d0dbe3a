// SPDX-License-Identifier: EUPL-1.2
import { UnavailableError } from '../../../api/errors.js';
import { errorFields } from './create-log.js';

test('an error is logged with its class, code and causes, without values of a statement', () => {
  const cause = Object.assign(new Error("Duplicate entry 'lea.martin' for key 'login'"), { code: 'ER_DUP_ENTRY' });
  expect(errorFields(new TypeError('not written', { cause }))).toMatchObject({
    type: 'TypeError',
    message: 'not written',
    cause: { message: "Duplicate entry '…' for key 'login'", code: 'ER_DUP_ENTRY' },
  });
  expect(JSON.stringify(errorFields(cause))).not.toContain('lea.martin');
});

test('the remedy of an error is a field of its own', () => {
  const error = new UnavailableError('The printer is away.', { remedy: 'Check its cable.' });
  expect(errorFields(error)).toMatchObject({ message: 'The printer is away.', remedy: 'Check its cable.' });
  expect(errorFields(new Error('boom'))).not.toHaveProperty('remedy');
});

test('P11: every thrown value can be logged', () => {
  const circle = new Error('round');
  circle.cause = circle;
  const odd = Object.assign(new Error('x'), { message: Object.create(null) as string, stack: 7 as unknown as string });
  for (const thrown of [circle, odd, Object.create(null), undefined, 'lea.martin']) {
    expect(() => JSON.stringify(errorFields(thrown))).not.toThrow();
  }
  expect(errorFields('lea.martin')).toEqual({ message: 'string' });
});
