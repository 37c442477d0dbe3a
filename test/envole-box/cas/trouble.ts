// SPDX-License-Identifier: EUPL-1.2
import type { CasAnswer } from './cas-exchange.js';

// SPDX-License-Identifier: EUPL-1.2

/** Answers that try to mislead their reader (C7, C8), by name. Each would log in as `claire.vuillemin`. */
const hostileAnswers = {
  /** C7: an entity declared in the document. */
  doctype: `<!DOCTYPE a [<!ENTITY who "claire.vuillemin">]>${response(success('<cas:user>&who;</cas:user>'))}`,
  /** C7: an entity read from a file. */
  'external-entity': `<!DOCTYPE a [<!ENTITY who SYSTEM "file:///etc/hostname">]>${response(success('<cas:user>&who;</cas:user>'))}`,
  /** C7: nested entities that expand to a gigabyte. */
  'entity-bomb': `<!DOCTYPE a [${bomb()}]>${response(success('<cas:user>&e9;</cas:user>'))}`,
  'two-successes': response(success(user('ines.renaud')) + success(user('claire.vuillemin'))),
  'success-and-failure': response(success(user('claire.vuillemin')) + failure()),
  'failure-and-success': response(failure() + success(user('claire.vuillemin'))),
  'success-in-failure': response(failure(success(user('claire.vuillemin')))),
  'two-users': response(success(user('ines.renaud') + user('claire.vuillemin'))),
  'no-user': response(success(`<cas:attributes>${user('claire.vuillemin')}</cas:attributes>`)),
  'user-of-another-namespace': response(success('<x:user xmlns:x="http://evil.example/">claire.vuillemin</x:user>')),
  'other-namespace': response(success(user('claire.vuillemin'))).replace('www.yale.edu', 'evil.example'),
  'two-documents': response(success(user('claire.vuillemin'))) + response(failure()),
} as const satisfies Record<string, string>;

/**
 * The way in which the server fails (C17): an error, a page instead of XML, silence, a redirect, an answer without end, nothing at all with
 * status 204 or 200, a connection reset, an answer cut off, one that stops half way and keeps the line; or an answer that tries to mislead
 * (C7, C8).
 */
export type Trouble =
  | '500'
  | 'html'
  | 'hang'
  | 'redirect'
  | 'huge'
  | 'empty'
  | 'blank'
  | 'reset'
  | 'cut'
  | 'stall'
  | keyof typeof hostileAnswers;

/** All troubles, for tests that try each. */
export const troubles: readonly Trouble[] = [
  ...(['500', 'html', 'hang', 'redirect', 'huge', 'empty', 'blank', 'reset', 'cut', 'stall'] as const),
  ...(Object.keys(hostileAnswers) as (keyof typeof hostileAnswers)[]),
];

const HUGE_BYTES = 16 * 1024 * 1024;
const XML = { 'Content-Type': 'application/xml' };
const HALF = '<cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas"><cas:authenticationSuccess>';

/** The answer of a CAS server in trouble, to whatever is asked. A `hang` or `stall` ends when the server stops. */
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
      return { status: 200, headers: XML, body: hugeAnswer() };
    case 'empty':
      return { status: 204 };
    case 'blank':
      return { status: 200, headers: XML, body: '' };
    case 'reset':
      return Promise.reject(new Error('reset')); // the server closes the connection of a request that fails
    case 'cut': // the header announces more bytes than are sent
      return { status: 200, headers: { ...XML, 'Content-Length': '1000', Connection: 'close' }, body: HALF };
    case 'stall':
      return { status: 200, headers: { ...XML, 'Content-Length': '1000', Connection: 'keep-alive' }, body: HALF };
    default:
      return { status: 200, headers: XML, body: hostileAnswers[trouble] };
  }
}

function hugeAnswer(): string {
  const user = '<cas:user>ines.renaud</cas:user>';
  const filling = `<cas:attributes><cas:x>${'x'.repeat(HUGE_BYTES)}</cas:x></cas:attributes>`;
  return `<cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas"><cas:authenticationSuccess>${user}${filling}</cas:authenticationSuccess></cas:serviceResponse>`;
}

function response(content: string): string {
  return `<cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas">${content}</cas:serviceResponse>`;
}

function success(content: string): string {
  return `<cas:authenticationSuccess>${content}</cas:authenticationSuccess>`;
}

function failure(content = 'no such ticket'): string {
  return `<cas:authenticationFailure code="INVALID_TICKET">${content}</cas:authenticationFailure>`;
}

function user(login: string): string {
  return `<cas:user>${login}</cas:user>`;
}

function bomb(): string {
  const names = Array.from({ length: 9 }, (_, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(10)}">`);
  return ['<!ENTITY e0 "x">', ...names].join('');
}
