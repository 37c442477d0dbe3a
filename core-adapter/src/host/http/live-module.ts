// SPDX-License-Identifier: EUPL-1.2
import type { Request, RequestHandler } from 'express';
import type { LiveStreams } from '../domain/live/live-streams.js';
import { hashOf } from '../infra/database/hash-of.js';
import { visitorOf } from './visitor.js';

const positions = new WeakMap<Request, string>();

/** Notes the position before a page reads anything: what is published meanwhile counts as missed. */
export function notePosition(live: LiveStreams): RequestHandler {
  return (request, _response, next) => {
    positions.set(request, live.position());
    next();
  };
}

/** Adds the module that reads parts of the page again, where there are such parts. */
export function withLiveModule(html: string, request: Request, module: string): string {
  const since = positions.get(request);
  if (since === undefined || !/ data-live(?:-of)?="/.test(html)) return html;
  // All values are made by the host: a position, a hash, and the address of a file.
  const marks = `<meta name="live-since" content="${since}"><meta name="live-reader" content="${readerOf(request)}">`;
  const added = `${marks}<script type="module" src="${module}"></script>`;
  return html.replace('</head>', () => `${added}</head>`);
}

/**
 * The mark by which a tab notices that another person has logged in since. It names the person and not the session, so that a new login
 * loses no text of theirs.
 */
function readerOf(request: Request): string {
  return hashOf(`live ${visitorOf(request).person?.id ?? ''}`).slice(0, 16);
}
