// SPDX-License-Identifier: EUPL-1.2
import {
  BusyError,
  ConflictError,
  DomainError,
  ForbiddenError,
  InputError,
  NotFoundError,
  RefusedError,
  StorageFullError,
  TooLargeError,
  UnavailableError,
} from './errors.js';

test.each([
  ['NOT_FOUND', NotFoundError],
  ['FORBIDDEN', ForbiddenError],
  ['CONFLICT', ConflictError],
  ['TOO_LARGE', TooLargeError],
  ['STORAGE_FULL', StorageFullError],
  ['UNAVAILABLE', UnavailableError],
  ['BUSY', BusyError],
  ['REFUSED', RefusedError],
])('an error %s keeps its message apart from its remedy, its details and its cause', (code, Kind) => {
  const cause = new Error('boom');
  const error = new Kind('The printer is away.', { remedy: 'Check its cable.', details: { printer: 7 }, cause });
  expect(error).toBeInstanceOf(DomainError);
  expect(error).toMatchObject({ code, name: Kind.name, message: 'The printer is away.', details: { printer: 7 } });
  expect([error.remedy, error.cause]).toEqual(['Check its cable.', cause]);
  const { remedy, details, ...bare } = new Kind('The printer is away.');
  expect([remedy, details, bare]).toEqual([undefined, {}, { code, name: Kind.name }]);
});

test('wrong input names its fields, also for the log', () => {
  const fields = { text: 'Écrivez un texte.' };
  const error = new InputError('The notice is empty.', { remedy: 'Write a text.', fields });
  expect(error).toMatchObject({ code: 'INVALID_INPUT', remedy: 'Write a text.', fields, details: { fields } });
  expect(new InputError('The notice is empty.').fields).toEqual({});
});
