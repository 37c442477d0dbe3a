// SPDX-License-Identifier: EUPL-1.2
import { Writable } from 'node:stream';
import type { Request, Response } from 'express';
import { LiveStreams } from './live-streams.js';

test('an ended stream that its client no longer reads is destroyed at the next comment', async () => {
  const live = new LiveStreams();
  // A client that has gone without closing the connection never takes what was written.
  const response = new Writable({ write: () => undefined });
  const closed = new Promise((resolve) => response.once('close', resolve));
  const socket = { destroyed: false } as Request['socket'];
  const reader = { personId: 'ada', sessionId: 'over', schools: ['0390001X'] };
  live.open(reader, { socket }, response as unknown as Response, '');
  live.keepOpen(new Set());
  expect([response.writableEnded, response.destroyed]).toEqual([true, false]);
  live.keepOpen(new Set());
  expect(response.destroyed).toBe(true);
  await closed;
  expect(live.sessionIds()).toEqual([]);
});
