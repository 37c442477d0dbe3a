// SPDX-License-Identifier: EUPL-1.2

/** Answers that try to mislead their reader (C7, C8), by name. Each would log in as `claire.vuillemin`. */
export const hostileAnswers = {
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
