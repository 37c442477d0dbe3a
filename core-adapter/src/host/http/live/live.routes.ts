// SPDX-License-Identifier: EUPL-1.2
import express, { type Router } from 'express';
import { BusyError } from '../../../api/errors.js';
import type { HostContext } from '../../context/host-context.js';
import { LIVE_PATH } from '../background-request.js';
import { requirePerson } from '../login/require-person.js';
import { visitorOf } from '../visitor.js';

const HEADERS = {
  'Content-Type': 'text/event-stream',
  // Without `no-transform` the compression would hold events back, at 250 kB for each stream.
  'Cache-Control': 'no-store, no-transform',
  // nginx would hold events back too.
  'X-Accel-Buffering': 'no',
  // The connection ends with the stream, so that a host that stops need not wait for it.
  Connection: 'close',
};

/** One stream for each browser, about all schools and bricks of its user (Server-sent events, HTML Living Standard §9.2). */
export function liveRoutes(context: HostContext): Router {
  const { live } = context;
  const router = express.Router();
  router.get(LIVE_PATH, requirePerson(context), (request, response) => {
    const { person } = visitorOf(request);
    if (!person || !live.hasRoomFor(person.id)) throw new BusyError('No more live streams can be opened now.');
    response.status(200).set(HEADERS);
    if (request.method === 'HEAD') return response.end();
    const schools = person.schools.map(({ school }) => school.uai);
    const since = request.get('Last-Event-ID') ?? String(request.query['since'] ?? '');
    live.open({ personId: person.id, sessionId: request.sessionID, schools }, request, response, since);
  });
  return router;
}
