// SPDX-License-Identifier: EUPL-1.2
import { NotFoundError } from '@volee/core-adapter';
import type { LivretBrick, LivretRequest } from './brick-types.js';

/**
 * The brick with routes that answer 404 in a collège. Bilans are written, endorsed, published and offered in écoles only; a collège reads
 * those that écoles hand over.
 */
export function primaryBrick<B extends Pick<LivretBrick, 'http'>>(brick: B): B {
  const { get, post } = brick.http;
  const http: LivretBrick['http'] = {
    get: (path, route, handle) => {
      get(path, route, (request) => handle(inPrimary(request)));
    },
    post: (path, route, handle) => {
      post(path, route, (request) => handle(inPrimary(request)));
    },
  };
  return { ...brick, http };
}

function inPrimary<R extends Pick<LivretRequest, 'school'>>(request: R): R {
  if (request.school.kind !== 'primary') throw new NotFoundError('Bilans are written in écoles.');
  return request;
}
