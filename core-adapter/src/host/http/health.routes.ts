// SPDX-License-Identifier: EUPL-1.2
import express, { type Router } from 'express';
import type { HostContext } from '../context/host-context.js';
import { errorText } from '../infra/util/error-text.js';
import { withTimeout } from '../infra/util/with-timeout.js';
import { isLocalRequest } from './is-local-request.js';

/** The time limit of the database check, in milliseconds: probes often wait two seconds. */
const LIMIT = 1_500;

/** Health checks for machines: whether the process is alive, and whether it can serve. */
export function healthRoutes({
  database,
  bricks,
  troubles,
  log,
}: Pick<HostContext, 'bricks' | 'database' | 'log' | 'troubles'>): Router {
  const router = express.Router();
  router.get('/health/live', (_request, response) => void response.json({ status: 'ok' }));
  router.get('/health/ready', async (request, response) => {
    const broken = bricks.filter((brick) => brick.state === 'failed');
    const failed = broken.map(({ id }) => id);
    const details = broken.map(({ id, cause, remedy }) => ({ id, cause, remedy }));
    const troubled = bricks.flatMap(({ id }) => {
      const found = troubles.of(id);
      return found ? [{ id, ...found }] : [];
    });
    try {
      await withTimeout(LIMIT, () => database.unitOfWork.run((manager) => manager.query('SELECT 1')));
      // Causes may hold paths: they are shown to local requests only.
      const localDetails = isLocalRequest(request) ? { details, troubles: troubled } : {};
      response.json({ status: 'ok', bricks: { ready: bricks.length - failed.length, failed, ...localDetails } });
    } catch (error) {
      log.warn({ reason: errorText(error) }, 'not ready: the database does not answer');
      response.status(503).json({ status: 'unavailable', database: 'no answer' });
    }
  });
  return router;
}
