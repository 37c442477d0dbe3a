// SPDX-License-Identifier: EUPL-1.2
import { readJsonResponse } from './json-response.js';
import type { ParsedResponse } from './validation-result.js';
import { readXmlResponse } from './xml-response.js';

/** Reads the answer of `/serviceValidate`, `/proxyValidate` and their kin below `/p3`, in whichever format it came (CAS 3.0 §2.5.1). */
export function readServiceResponse(text: string): ParsedResponse {
  const body = text.replace(/^\ufeff/, '');
  return body.trimStart().startsWith('{') ? readJsonResponse(body) : readXmlResponse(body);
}
