// SPDX-License-Identifier: EUPL-1.2
import express, { type Router } from 'express';
import type { HostContext } from '../host-context.js';

/** For machines: is the process alive, and can it serve? */
export function healthRoutes({ database, bricks, log }: HostContext): Router {
  const router = express.Router();
  router.get('/health/live', (_request, response) => void response.json({ status: 'ok' }));
  router.get('/health/ready', async (_request, response) => {
    const failed = bricks.filter(({ state }) => state === 'failed').map(({ id }) => id);
    try {
      await database.unitOfWork.run((manager) => manager.query('SELECT 1'));
      response.json({ status: 'ok', bricks: { ready: bricks.length - failed.length, failed } });
    } catch (error) {
      log.error({ err: error }, 'the database does not answer');
      response.status(503).json({ status: 'unavailable', database: 'no answer' });
    }
  });
  return router;
}
