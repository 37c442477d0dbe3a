// SPDX-License-Identifier: EUPL-1.2
import type { Request } from 'express';
import { InputError } from '../../../../api/errors.js';
import type { Decision } from '../../../domain/homonyms/homonym-service.js';
import { textOf } from '../../../http/read-query.js';

/** @throws InputError when the form holds no decision */
export function decisionOf({ body }: Request): Decision {
  const decision = textOf(body, 'decision');
  if (decision === 'same' || decision === 'different') return decision;
  throw new InputError('Send whether they are the same person or different persons.');
}
