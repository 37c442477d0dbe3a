// SPDX-License-Identifier: EUPL-1.2
import { createHash, timingSafeEqual } from 'node:crypto';
import express, { type Request, type Router } from 'express';
import { isLocalRequest } from '../../http/is-local-request.js';
import type { Metrics } from './metrics.js';

/** The metrics for Prometheus. A client that may not read them gets a 404, as at an unknown address. */
export function metricsRoutes({ registry }: Metrics, token: string | undefined): Router {
  const router = express.Router();
  router.get('/metrics', async (request, response, next) => {
    if (!isLocalRequest(request) && !shows(token, request)) return next();
    response
      .set('Cache-Control', 'no-store')
      .type(registry.contentType)
      .send(await registry.metrics());
  });
  return router;
}

function shows(token: string | undefined, { headers }: Request): boolean {
  const shown = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1];
  // Both are hashed first: the digests have the same length, so the comparison takes constant time.
  return token !== undefined && shown !== undefined && timingSafeEqual(hash(shown), hash(token));
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
