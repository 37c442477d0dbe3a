// SPDX-License-Identifier: EUPL-1.2
import type { Clock, SchoolDatabase } from '@volee/core-adapter';
import { MOST_CONSENTS, waitsForConsents } from '../moderation/consent-limit.js';
import { waitsUntil, type Writer } from '../ration/take-turn.js';

/** Why a user cannot send at this instant: too many messages in an hour, or too many that wait for a teacher. */
export type SendingWait = { readonly until: Date } | { readonly consents: number };

/** @param needsConsent whether the message has a part that a teacher is to accept */
export async function sendingWait(
  user: Writer,
  needsConsent: boolean,
  tools: { readonly db: SchoolDatabase; readonly clock: Clock },
): Promise<SendingWait | undefined> {
  const until = await waitsUntil('send', user, tools);
  if (until) return { until };
  return needsConsent && (await waitsForConsents(user.id, tools.db)) ? { consents: MOST_CONSENTS } : undefined;
}
