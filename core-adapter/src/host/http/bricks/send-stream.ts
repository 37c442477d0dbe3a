// SPDX-License-Identifier: EUPL-1.2
import { AsyncResource } from 'node:async_hooks';
import { finished, type Readable } from 'node:stream';
import type { Request, Response } from 'express';
import type { StreamReply } from '../../../api/content.js';
import { NO_TYPE, pipeSource, SANDBOX } from './pipe-source.js';

/**
 * Sends content that is made meanwhile, without a length: a truncated answer lacks the last chunk, and the client reports it (RFC 9112 §8).
 */
export async function sendStream(request: Request, response: Response, { name, open }: StreamReply): Promise<void> {
  const source = request.method === 'HEAD' ? undefined : await openFor(response, open);
  response.attachment(name).set({
    'Content-Type': NO_TYPE,
    'Content-Security-Policy': SANDBOX,
    'Cache-Control': 'private, no-store, no-transform',
  });
  if (!source) {
    response.end();
    return;
  }
  // Without chunks (HTTP/1.0) a closed connection is the regular end, and only a reset one is a failure.
  if (request.httpVersion === '1.0') source.once('error', () => request.socket.resetAndDestroy());
  await pipeSource(source, response);
}

/** @returns undefined when the client left before the source was open */
async function openFor(response: Response, open: StreamReply['open']): Promise<Readable | undefined> {
  const leaving = new AbortController();
  finished(
    response,
    AsyncResource.bind(() => {
      if (!response.writableFinished) leaving.abort();
    }),
  );
  try {
    return await open(leaving.signal);
  } catch (error) {
    if (leaving.signal.aborted) return undefined;
    leaving.abort();
    throw error;
  }
}
