// SPDX-License-Identifier: EUPL-1.2
import type { CasProtocol } from './cas-protocol.js';
import { isLogin, type ParsedResponse } from './validation-result.js';

/** CAS 1.0: two lines of text, no reason, no attributes, and never a proxy ticket (CAS 3.0 §2.4). */
export const cas1: CasProtocol = { path: '/validate', read: readPlainResponse };

function readPlainResponse(text: string): ParsedResponse {
  const [word, user = '', ...rest] = text.split(/\r?\n/);
  if (rest.some((line) => line !== '')) return undefined;
  if (word === 'no') return { accepted: false, code: 'NO' };
  if (word === 'yes' && user === '') return 'nobody';
  return word === 'yes' && isLogin(user) ? { accepted: true, user, attributes: new Map(), proxies: [] } : undefined;
}
