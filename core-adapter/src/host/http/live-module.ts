// SPDX-License-Identifier: EUPL-1.2
import type { Request, RequestHandler } from 'express';
import type { LiveStreams } from '../domain/live/live-streams.js';

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
  // Both are of the host: a position, and the address of a file.
  const added = `<meta name="live-since" content="${since}"><script type="module" src="${module}"></script>`;
  return html.replace('</head>', () => `${added}</head>`);
}
