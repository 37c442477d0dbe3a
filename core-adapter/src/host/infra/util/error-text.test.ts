// SPDX-License-Identifier: EUPL-1.2
import { InputError, UnavailableError } from '../../../api/errors.js';
import { bothRemedies, ended, errorText, remedyOf, withRemedy } from './error-text.js';

test('the text of an error is its message and its remedy', () => {
  expect(errorText(new UnavailableError('The printer is away.', { remedy: 'Check its cable.' }))).toBe(
    'The printer is away. Check its cable.',
  );
  expect(errorText(new InputError('The notice is empty'))).toBe('The notice is empty');
  expect(errorText(new Error('boom; call us'))).toBe('boom; call us');
  expect(errorText('thrown')).toBe('thrown');
});

test('only a domain error has a remedy', () => {
  expect(remedyOf(new InputError('The notice is empty.', { remedy: 'Write a text.' }))).toBe('Write a text.');
  expect(remedyOf(new InputError('The notice is empty.'))).toBeUndefined();
  expect(remedyOf(Object.assign(new Error('boom'), { remedy: 'Call us.' }))).toBeUndefined();
});

test('a remedy follows a full stop, and a list has it on a line of its own', () => {
  expect(withRemedy('The printer is away', 'Check its cable.')).toBe('The printer is away. Check its cable.');
  expect(withRemedy('Two things:\n- paper\n- ink', 'Buy both.')).toBe('Two things:\n- paper\n- ink\nBuy both.');
  expect(withRemedy('The printer is away', undefined)).toBe('The printer is away');
});

test('two remedies are one text', () => {
  expect(bothRemedies('Check its cable.', 'Print again.')).toBe('Check its cable. Print again.');
  expect(bothRemedies(undefined, 'Print again.')).toBe('Print again.');
});

test.each([
  ['not known; did you mean "publicUrl"?', 'not known; did you mean "publicUrl"?'],
  ['not YAML at line 2, column 1:', 'not YAML at line 2, column 1.'],
  ['missing', 'missing.'],
  ['It is away.', 'It is away.'],
])('a text ends as a sentence does: %s', (text, sentence) => expect(ended(text)).toBe(sentence));
