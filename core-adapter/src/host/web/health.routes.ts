// SPDX-License-Identifier: EUPL-1.2
import express, { type Request, type Router } from 'express';
import type { HostContext } from '../host-context.js';
import { isLoopback } from './is-loopback.js';

/** For machines: is the process alive, and can it serve? */
export function healthRoutes({ database, bricks, log }: HostContext): Router {
  const router = express.Router();
  router.get('/health/live', (_request, response) => void response.json({ status: 'ok' }));
  router.get('/health/ready', async (request, response) => {
    const broken = bricks.filter((brick) => brick.state === 'failed');
    const failed = broken.map(({ id }) => id);
    const details = broken.map(({ id, cause }) => ({ id, cause }));
    try {
      await database.unitOfWork.run((manager) => manager.query('SELECT 1'));
      const told = { ready: bricks.length - failed.length, failed, ...(isFromHere(request) && { details }) };
      response.json({ status: 'ok', bricks: told });
    } catch (error) {
      log.error({ err: error }, 'the database does not answer');
      response.status(503).json({ status: 'unavailable', database: 'no answer' });
    }
  });
  return router;
}

/** Causes may hold paths: they are for who asks on this machine, and not through a relay on it. */
function isFromHere(request: Request): boolean {
  const isForwarded = request.get('X-Forwarded-For') !== undefined || request.get('Forwarded') !== undefined;
  return !isForwarded && isLoopback(request.socket.remoteAddress ?? '');
}
