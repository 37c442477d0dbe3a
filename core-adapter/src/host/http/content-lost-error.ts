// SPDX-License-Identifier: EUPL-1.2
import { NotFoundError } from '../../api/errors.js';

/** A file that a brick offers has no content in the storage: 404, with a page that does not call the address wrong. */
export class ContentLostError extends NotFoundError {
  constructor(name: string, options: { readonly cause: unknown }) {
    super(`The content of "${name}" is lost.`, {
      ...options,
      remedy: 'Restore it from a backup: `volee files verify` names what is lost.',
    });
  }
}
