// SPDX-License-Identifier: EUPL-1.2
import { DomainError } from '../../../api/errors.js';

/** The settings are invalid; the message lists every problem on a line of its own: exit code 2. */
export class SettingsError extends DomainError {
  constructor(readonly problems: readonly string[]) {
    super('INVALID_SETTINGS', problems.join('\n'), { details: { problems } });
  }
}
