// SPDX-License-Identifier: EUPL-1.2
import { readServiceResponse } from './service-response.js';
import type { CasProtocol } from './cas-protocol.js';

/** CAS 2.0 (CAS 3.0 §2.5, §2.6); EoleSSO speaks it and adds attributes. */
export const cas2: CasProtocol = { path: '/serviceValidate', proxyPath: '/proxyValidate', read: readServiceResponse };
