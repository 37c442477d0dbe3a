// SPDX-License-Identifier: EUPL-1.2
import { DomainError } from '../../../api/errors.js';
import { DatabaseUnavailableError } from './database-unavailable-error.js';

/** Whether the machine failed, not a brick: the database is gone, or the disk is full. */
export function isOfTheMachine(error: unknown): boolean {
  return error instanceof DatabaseUnavailableError || (error instanceof DomainError && error.code === 'STORAGE_FULL');
}
