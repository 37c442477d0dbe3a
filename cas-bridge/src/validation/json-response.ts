// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

import { parseStrictJson } from '../protocol/strict-json.js';
import { trimmed } from '../protocol/trimmed.js';
import { isLogin, refusal, type Attributes, type ParsedResponse } from './validation-result.js';

// Loose: servers add keys of their own beside these (CAS 3.0 §2.5.2).
const success = z.object({
  user: z.string().transform(trimmed).nullish(),
  // PHP writes [] for an empty object.
  attributes: z.record(z.string(), z.unknown()).catch({}),
  proxies: z.array(z.string()).nullish(),
  proxyGrantingTicket: z.string().nullish(),
});
const response = z.object({
  serviceResponse: z.object({
    authenticationSuccess: success.nullish(),
    authenticationFailure: z.object({ code: z.unknown().optional() }).nullish(),
  }),
});

/** Reads the JSON of the validation endpoints (CAS 3.0 §2.5.1 format, §2.5.2). */
export function readJsonResponse(text: string): ParsedResponse {
  const parsed = response.safeParse(parseStrictJson(text));
  if (!parsed.success) return undefined;
  const { authenticationSuccess, authenticationFailure } = parsed.data.serviceResponse;
  if (authenticationFailure) return authenticationSuccess ? undefined : refusal(authenticationFailure.code);
  if (!authenticationSuccess) return undefined;
  const { user, attributes, proxies, proxyGrantingTicket } = authenticationSuccess;
  if (!user) return 'nobody';
  if (!isLogin(user)) return undefined;
  return {
    accepted: true,
    user,
    attributes: readAttributes(attributes),
    proxies: proxies ?? [],
    pgtIou: proxyGrantingTicket ?? undefined,
  };
}

/** Reads the attributes. Values other than texts, numbers and booleans are dropped: they are no reason to refuse everybody. */
function readAttributes(given: Readonly<Record<string, unknown>>): Attributes {
  const kept = Object.entries(given).map(
    ([name, value]) => [name, [value].flat().filter(isScalar).map(String)] as const,
  );
  return new Map(kept.filter(([, values]) => values.length > 0));
}

function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
