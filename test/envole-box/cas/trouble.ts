// SPDX-License-Identifier: EUPL-1.2
import type { CasAnswer } from './cas-exchange.js';

/** How validation fails: an error, a page instead of XML, silence, a redirect, an answer without end, nothing. */
export type Trouble = '500' | 'html' | 'hang' | 'redirect' | 'huge' | 'empty';

const HUGE_BYTES = 16 * 1024 * 1024;

/** The answer of a CAS server in trouble, to whatever is asked (C17). A `hang` ends when the server stops. */
export function answerInTrouble(trouble: Trouble): CasAnswer | Promise<CasAnswer> {
  switch (trouble) {
    case '500':
      return { status: 500, body: 'Internal Server Error' };
    case 'html':
      return {
        status: 200,
        headers: { 'Content-Type': 'text/html' },
        body: '<!doctype html><title>Maintenance</title>',
      };
    case 'hang':
      return new Promise(() => undefined);
    case 'redirect':
      return { status: 302, headers: { Location: '/login' } };
    case 'huge': // well formed and a success: only its size is wrong
      return { status: 200, headers: { 'Content-Type': 'application/xml' }, body: hugeAnswer() };
    case 'empty':
      return { status: 204 };
  }
}

function hugeAnswer(): string {
  const user = '<cas:user>ines.renaud</cas:user>';
  const filling = `<cas:attributes><cas:x>${'x'.repeat(HUGE_BYTES)}</cas:x></cas:attributes>`;
  return `<cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas"><cas:authenticationSuccess>${user}${filling}</cas:authenticationSuccess></cas:serviceResponse>`;
}
