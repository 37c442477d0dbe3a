// SPDX-License-Identifier: EUPL-1.2
import { readJsonResponse } from './json-response.js';
import type { Verdict } from './verdict.js';
import { readXmlResponse } from './xml-response.js';

/**
 * Reads the answer of `/serviceValidate`, `/proxyValidate` and their kin below `/p3`, in whichever format it came (CAS 3.0 §2.5.1).
 * @returns undefined when this is no such answer, or an ambiguous one
 */
export function readServiceResponse(text: string): Verdict | undefined {
  return text.trimStart().startsWith('{') ? readJsonResponse(text) : readXmlResponse(text);
}
