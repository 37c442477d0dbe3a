// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

import { parseStrictJson } from './strict-json.js';
import { isLogin, refusal, type Attributes, type Verdict } from './verdict.js';

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);

// Loose: servers add keys of their own beside these (CAS 3.0 §2.5.2).
const success = z.object({
  user: z.string().trim().refine(isLogin),
  attributes: z.record(z.string(), z.union([scalar.transform((one) => [one]), z.array(scalar), z.null()])).nullish(),
  proxies: z.array(z.string()).nullish(),
  proxyGrantingTicket: z.string().nullish(),
});
const response = z.object({
  serviceResponse: z.object({
    authenticationSuccess: success.optional(),
    authenticationFailure: z.object({ code: z.unknown().optional() }).optional(),
  }),
});

/**
 * Reads the JSON of the validation endpoints (CAS 3.0 §2.5.1 format, §2.5.2).
 * @returns undefined when this is no such answer, or an ambiguous one
 */
export function readJsonResponse(text: string): Verdict | undefined {
  const parsed = response.safeParse(parseStrictJson(text));
  if (!parsed.success) return undefined;
  const { authenticationSuccess, authenticationFailure } = parsed.data.serviceResponse;
  if (authenticationFailure) return authenticationSuccess ? undefined : refusal(authenticationFailure.code);
  if (!authenticationSuccess) return undefined;
  const { user, attributes, proxies, proxyGrantingTicket } = authenticationSuccess;
  return {
    accepted: true,
    user,
    attributes: readAttributes(attributes ?? {}),
    proxies: proxies ?? [],
    grantId: proxyGrantingTicket ?? undefined,
  };
}

function readAttributes(given: Record<string, string[] | null>): Attributes {
  return new Map(Object.entries(given).flatMap(([name, values]) => (values ? [[name, values] as const] : [])));
}
