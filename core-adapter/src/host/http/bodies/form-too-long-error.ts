// SPDX-License-Identifier: EUPL-1.2
import { TooLargeError } from '../../../api/errors.js';
import { FORM_LIMIT } from './sent-fields.js';

/** The fields of a form are too long: its page speaks of a text, not of a file. */
export class FormTooLongError extends TooLargeError {
  constructor() {
    super(`The fields of the form are longer than ${FORM_LIMIT} bytes.`, {
      remedy: 'Send less text, or send it in several goes.',
    });
  }
}
