// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import type { Log } from '../../api/log.js';

const references = new WeakMap<Request, string>();

/** What a person can read out to the help desk, and the log can be searched for. */
export function referenceOf(request: Request): string {
  return references.get(request) ?? '';
}

/** One line for each request. The query is left out: it may hold a ticket (C14) or what somebody searched for. */
export function requestLog(log: Log): RequestHandler {
  return (request, response, next) => {
    const reference = randomBytes(4).toString('hex');
    references.set(request, reference);
    response.set('X-Request-Id', reference);
    const begun = process.hrtime.bigint();
    const { method, path } = request;
    response.on('close', () => {
      const milliseconds = Number((process.hrtime.bigint() - begun) / 1_000_000n);
      log.info({ reference, method, path, status: response.statusCode, milliseconds }, 'request');
    });
    next();
  };
}
