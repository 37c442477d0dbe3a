// SPDX-License-Identifier: EUPL-1.2
import { NotFoundError } from '../../api/errors.js';

/**
 * The one 404 of the host. Its sentence never changes, so that it does not reveal which schools, bricks or things exist (T8, T9);
 * the reason is for the log.
 */
export function hiddenNotFound(why: string): NotFoundError {
  return new NotFoundError('There is nothing here for this person.', { details: { why } });
}
