// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import type { Log } from '../../api/log.js';
import { asError } from '../infra/util/as-error.js';

const references = new WeakMap<Request, string>();
const failed = new WeakSet<Request>();

/** The reference that a user can read out to the help desk, and that the log can be searched for. */
export function referenceOf(request: Request): string {
  return references.get(request) ?? '';
}

/** Logs one line for each request. The query is left out: it may hold a ticket (C14) or search terms. */
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

/** Logs a failed request once, however many places notice the failure; the given log names the brick at fault. */
export function logFailure(log: Log, request: Request, error: unknown): void {
  if (failed.has(request)) return;
  failed.add(request);
  log.error({ ...fieldsOf(request), err: asError(error) }, 'the request failed');
}

/** The fields of a log line that identify the request. The query is left out: see `requestLog`. */
export function fieldsOf(request: Request): object {
  const { method, baseUrl, path } = request;
  return { reference: referenceOf(request), method, path: baseUrl + path };
}
