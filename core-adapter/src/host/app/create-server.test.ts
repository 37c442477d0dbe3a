// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { createServer } from './create-server.js';

const server = createServer(
  (request, response) => {
    void text(request).then((body) => response.end(body));
  },
  { headers: 150, check: 20, silence: 60_000, idle: 60_000 },
);

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterAll(() => void server.close());

function open(): Socket {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.setEncoding('utf8');
  return socket;
}

test('P7 connections whose headers come byte by byte are closed', async () => {
  const sockets = Array.from({ length: 5 }, open);
  const ended = sockets.map(async (socket) => {
    socket.write('GET / HTTP/1.1\r\nHost: ent.example.org\r\nX-Slow: ');
    const drip = setInterval(() => socket.write('a'), 20);
    // The server closes the connection while a byte is on its way.
    socket.on('error', () => undefined);
    const answer = text(socket).catch(() => '');
    await once(socket, 'close');
    clearInterval(drip);
    return answer;
  });
  expect((await Promise.all(ended)).filter((answer) => answer.startsWith('HTTP/1.1 200'))).toEqual([]);
  expect(sockets.every(({ destroyed }) => destroyed)).toBe(true);
});

test('P7 a connection that never sends a byte is closed', async () => {
  const socket = open().resume();
  await once(socket, 'close');
  expect(socket.bytesWritten).toBe(0);
});

test('a body may take longer than headers may', async () => {
  const socket = open();
  socket.write('POST / HTTP/1.1\r\nHost: ent.example.org\r\nConnection: close\r\nContent-Length: 2\r\n\r\n1');
  const silent = open().resume();
  await once(silent, 'close');
  socket.write('2');
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 OK[^]*\r\n\r\n12$/);
});

test('an idle connection is kept for longer than a proxy keeps it', async () => {
  const host = createServer((_request, response) => void response.end()).listen(0, '127.0.0.1');
  await once(host, 'listening');
  const answer = await fetch(`http://127.0.0.1:${(host.address() as AddressInfo).port}`);
  host.close();
  expect(answer.headers.get('keep-alive')).toBe('timeout=65');
});
