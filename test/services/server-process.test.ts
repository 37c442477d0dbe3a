// SPDX-License-Identifier: EUPL-1.2
import { createServer } from 'node:net';

import { freePort, listenOnFreePort, portAnswers } from './free-port.js';
import { inOwnFolder } from './in-own-folder.js';
import { startServer, type ServerProcess } from './server-process.js';

function startNode(program: (port: number) => string): Promise<ServerProcess> {
  return inOwnFolder('node', undefined, (folder) =>
    startServer((port) => ({
      name: 'node',
      folder,
      command: process.execPath,
      args: ['-e', program(port)],
      ready: () => portAnswers(port),
    })),
  );
}

const listen = (port: number): string => `require('node:net').createServer().listen(${port}, '127.0.0.1')`;

test('a server that loses its port is started on another one', async () => {
  const other = createServer();
  const taken = await listenOnFreePort(other);
  const tried: number[] = [];

  const server = await startNode((port) => listen(tried.push(port) === 1 ? taken : port)).finally(() => other.close());
  await server.stop();

  expect(tried).toHaveLength(2);
  expect(server.port).toBe(tried[1]);
});

test('a server that ends at once is told with its last words, and not tried again', async () => {
  let tries = 0;

  await expect(startNode(() => `console.error('try ${++tries}: no disk'); process.exit(3)`)).rejects.toThrow(
    'node ended at once\ntry 1: no disk',
  );
});

test('a program that is not there is an error, not a wait', async () => {
  const start = inOwnFolder('none', undefined, (folder) =>
    startServer(() => ({
      name: 'none',
      folder,
      command: '/nowhere/none',
      args: [],
      ready: () => Promise.resolve(false),
    })),
  );

  await expect(start).rejects.toThrow('none ended at once');
});

test('a free port is free', async () => {
  expect(await portAnswers(await freePort())).toBe(false);
});
