// SPDX-License-Identifier: EUPL-1.2
import type { RequestHandler } from 'express';
import { LIVE_PATH } from '../../http/background-request.js';
import type { LoadedBrick } from '../../domain/bricks/loaded-brick.js';
import type { Metrics } from './metrics.js';

const METHODS = new Set(['GET', 'HEAD', 'POST']);

/** Measures each request by brick. Paths, methods and bricks that a visitor invents get no label of their own. */
export function measureRequests(metrics: Metrics, bricks: readonly Pick<LoadedBrick, 'id'>[]): RequestHandler {
  return (request, response, next) => {
    // A stream lasts as long as its page is open.
    if (request.path === LIVE_PATH) return next();
    const begun = process.hrtime.bigint();
    const id = /^\/s\/[^/]+\/([^/]+)/.exec(request.path)?.[1] ?? '';
    const labels = {
      owner: bricks.some((brick) => brick.id === id) ? id : 'host',
      method: METHODS.has(request.method) ? request.method : 'other',
    };
    response.on('close', () => {
      const status = `${Math.floor(response.statusCode / 100)}xx`;
      metrics.observe({ ...labels, status }, Number(process.hrtime.bigint() - begun) / 1e9);
    });
    next();
  };
}
