// SPDX-License-Identifier: EUPL-1.2
import type { Request } from 'express';
import { tokenOf } from './token-gate.js';

/** Programs ask for JSON, or for nothing in particular, or show a token; browsers name HTML. */
export function wantsHtml(request: Request): boolean {
  return !tokenOf(request) && (request.get('Accept') ?? '').includes('text/html');
}
