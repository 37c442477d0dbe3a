// SPDX-License-Identifier: EUPL-1.2
import type { Finding } from '../../../api/check.js';
import { DomainError } from '../../../api/errors.js';
import { errorMessage } from '../../infra/util/error-message.js';
import { ended } from '../../infra/util/error-text.js';

export function good(sentence: string): Finding {
  return { state: 'good', sentence };
}

export function warn(sentence: string, remedy: string): Finding {
  return { state: 'warn', sentence, remedy };
}

export function bad(sentence: string, remedy: string): Finding {
  return { state: 'bad', sentence, remedy };
}

const NO_REMEDY = 'Check the log of the service that is named here, then run "volee doctor" again.';

export function findingOf(error: unknown): Finding {
  const message = errorMessage(error);
  if (!(error instanceof DomainError)) return bad(`It failed unexpectedly (${message}).`, NO_REMEDY);
  return bad(ended(message), error.remedy ?? NO_REMEDY);
}
