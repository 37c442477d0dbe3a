// SPDX-License-Identifier: EUPL-1.2
import { PassThrough } from 'node:stream';
import { endQuietlyWhenUnread } from './closed-output.js';

function watched(exitCode?: number) {
  const stream = new PassThrough();
  const own: { exitCode: number | undefined } = { exitCode };
  const reported: string[] = [];
  endQuietlyWhenUnread({ streams: [stream], process: own, printLine: (sentence) => reported.push(sentence) });
  const failWith = (code: string, message: string): void => {
    stream.emit('error', Object.assign(new Error(message), { code }));
  };
  return { own, reported, failWith };
}

test('a closed pipe gives the exit code of SIGPIPE, unless the command itself failed', () => {
  const [done, failed] = [watched(), watched(1)];
  for (const one of [done, failed]) one.failWith('EPIPE', 'write EPIPE');
  expect([done.own.exitCode, failed.own.exitCode]).toEqual([141, 1]);
  expect([...done.reported, ...failed.reported]).toEqual([]);
});

test('any other write error is reported once and fails the command', () => {
  const full = watched();
  full.failWith('ENOSPC', 'no space left on device');
  full.failWith('ENOSPC', 'no space left on device');
  expect([full.own.exitCode, full.reported]).toEqual([
    1,
    ['volee: The output cannot be written (no space left on device).'],
  ]);
});
