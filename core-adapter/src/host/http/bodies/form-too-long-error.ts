// SPDX-License-Identifier: EUPL-1.2
import { TooLargeError } from '../../../api/errors.js';
import { FORM_LIMIT, MOST_FIELDS } from './sent-fields.js';

/** The fields of a form are too long, or too many: its page speaks of a text, not of a file. */
export class FormTooLongError extends TooLargeError {
  constructor({ isTooMany = false } = {}) {
    super(
      isTooMany
        ? `The form has more than ${MOST_FIELDS} fields.`
        : `The fields of the form are longer than ${FORM_LIMIT} bytes.`,
      { remedy: 'Send less text, or send it in several goes.' },
    );
  }
}
