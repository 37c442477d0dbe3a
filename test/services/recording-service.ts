// SPDX-License-Identifier: EUPL-1.2
import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

import { listenOnFreePort } from './free-port.js';
import type { Stoppable } from './in-own-folder.js';

export interface RecordedPost {
  /** Path and query. */
  readonly url: string;
  readonly type: string;
  readonly body: string;
}

export interface RecordingService extends Stoppable {
  /** `http://127.0.0.1:PORT/app` */
  readonly url: string;
  /** The next POST, or the oldest one not yet taken. */
  nextPost(): Promise<RecordedPost>;
}

/** A tiny CAS application for the tests of this folder: a page at every address, and POSTs kept. */
export async function recordingService(): Promise<RecordingService> {
  const posts: RecordedPost[] = [];
  const news = new EventEmitter();
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end('<!doctype html><html lang="fr"><title>Service</title><h1>Service</h1></html>');
    if (request.method !== 'POST') return;
    void text(request).then((body) => {
      posts.push({ url: request.url ?? '', type: request.headers['content-type'] ?? '', body });
      news.emit('post');
    });
  });
  const port = await listenOnFreePort(server);
  return {
    url: `http://127.0.0.1:${port}/app`,
    nextPost: async () => {
      for (;;) {
        const post = posts.shift();
        if (post) return post;
        await once(news, 'post');
      }
    },
    stop: async () => {
      server.closeAllConnections();
      if (!server.listening) return;
      server.close();
      await once(server, 'close');
    },
  };
}
