// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer as createSilentServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { createServer } from 'node:tls';
import { checkCertificate } from './check-certificate.js';

const DAY = 86_400_000;
const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

/** Certificate and key in one text: openssl writes both to its output. */
function selfSigned(days: readonly string[]): string {
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', '-'];
  const args = ['req', '-x509', ...curve, '-subj', '/CN=test', '-addext', 'subjectAltName=IP:127.0.0.1', ...days];
  return execFileSync('openssl', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

const lasting = selfSigned(['-days', '60']);
const ended = selfSigned(['-not_before', '20200101000000Z', '-not_after', '20200102000000Z']);

async function addressOf(server: Server): Promise<URL> {
  servers.push(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return new URL(`https://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

function serverWith(pem: string): Server {
  return createServer({ cert: pem, key: pem }, (socket) => socket.on('error', () => undefined)).on(
    'tlsClientError',
    () => undefined,
  );
}

const signal = new AbortController().signal;

test.each([
  [0, 'good'],
  [35, 'warn'],
  [55, 'bad'],
])('C13 a certificate for 60 days, %i days later', async (later, state) => {
  const url = await addressOf(serverWith(lasting));
  const now = new Date(Date.now() + later * DAY);
  expect(await checkCertificate(url, { now, signal, ca: lasting })).toMatchObject([{ state }]);
});

test('C13 an expired certificate, and one of an unknown authority, are bad', async () => {
  const now = new Date();
  const old = await addressOf(serverWith(ended));
  expect(await checkCertificate(old, { now, signal, ca: ended })).toMatchObject([
    { state: 'bad', remedy: 'Renew it.' },
  ]);
  const own = await addressOf(serverWith(lasting));
  expect(await checkCertificate(own, { now, signal })).toMatchObject([
    { state: 'bad', sentence: expect.stringContaining('not trusted (DEPTH_ZERO_SELF_SIGNED_CERT)') },
  ]);
});

test('an address that cannot be reached from here is worth a look, and a plain one has no certificate', async () => {
  const now = new Date();
  const unreachable = await checkCertificate(new URL('https://127.0.0.1:1'), { now, signal });
  expect(unreachable).toMatchObject([{ state: 'warn', sentence: expect.stringContaining('ECONNREFUSED') }]);
  expect(await checkCertificate(new URL('http://127.0.0.1:1'), { now, signal })).toEqual([]);
});

test('who says nothing is left when the time is over', async () => {
  const interrupt = new AbortController();
  const server = createSilentServer((socket) => {
    socket.on('error', () => undefined);
    interrupt.abort(new Error('too late'));
  });
  const url = await addressOf(server);
  await expect(checkCertificate(url, { now: new Date(), signal: interrupt.signal })).rejects.toThrow('too late');
});
