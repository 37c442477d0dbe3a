// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Finding } from '../../../api/check.js';
import { UnavailableError } from '../../../api/errors.js';

const findings = z.array(
  z.discriminatedUnion('state', [
    z.object({ state: z.literal('good'), sentence: z.string() }),
    z.object({ state: z.enum(['warn', 'bad']), sentence: z.string(), remedy: z.string() }),
  ]),
);

/**
 * Validates the result of a check. A brick without types may return any value, which must not spoil the findings of the others.
 * @param subject begins the sentence: `The check "clock" of cas-bridge`
 * @throws UnavailableError
 */
export function readFindings(found: unknown, subject: string): readonly Finding[] {
  const read = findings.safeParse(found);
  if (read.success) return read.data;
  throw new UnavailableError(`${subject} gives no list of findings, each with its sentence.`, {
    remedy: 'Report it to its authors.',
  });
}
