// SPDX-License-Identifier: EUPL-1.2
import type { School } from '@volee/core-adapter';
import { defaultPolicy } from './rules/default-policy.js';
import type { Policy } from './rules/policy.js';

/** The policy in force in a school. Every path reads it here: a page, a message that is sent, a delivery, a review. */
export function policyOf(school: School): Policy {
  return defaultPolicy(school);
}
