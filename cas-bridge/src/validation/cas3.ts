// SPDX-License-Identifier: EUPL-1.2
import { readServiceResponse } from './service-response.js';
import type { CasProtocol } from './cas-protocol.js';

/** CAS 3.0 (§2.8, §2.9): as 2.0, with attributes. */
export const cas3: CasProtocol = {
  path: '/p3/serviceValidate',
  proxyPath: '/p3/proxyValidate',
  read: readServiceResponse,
};
