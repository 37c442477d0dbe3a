// SPDX-License-Identifier: EUPL-1.2
import { DomainError } from '../../../api/errors.js';
import { DatabaseUnavailableError } from './database-unavailable-error.js';

/** Whether the database or the disk failed, and not a brick. */
export function isInfrastructureFailure(error: unknown): boolean {
  return error instanceof DatabaseUnavailableError || (error instanceof DomainError && error.code === 'STORAGE_FULL');
}
