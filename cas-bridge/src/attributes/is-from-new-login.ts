// SPDX-License-Identifier: EUPL-1.2
import type { Accepted } from '../validation/validation-result.js';

/** Whether the password was entered for this ticket (CAS 3.0 §4.1.4). Undefined when the server does not say; older servers do not. */
export function isFromNewLogin({ attributes }: Accepted): boolean | undefined {
  const said = (attributes.get('isFromNewLogin') ?? []).map((word) => word.toLowerCase());
  if (said.includes('false')) return false;
  return said.includes('true') || undefined;
}
