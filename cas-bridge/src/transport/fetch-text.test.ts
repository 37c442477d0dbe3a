// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import https from 'node:https';
import { createServer, type AddressInfo } from 'node:net';
import { inspect } from 'node:util';

import { UnavailableError } from '@volee/core-adapter';

import { fetchText } from './fetch-text.js';
import { startCannedServer, type Answering, type CannedServer } from '../testing/canned-server.js';
import { ownCertificate, type OwnCertificate } from '../testing/own-certificate.js';

let server: CannedServer | undefined;

afterEach(async () => {
  await server?.stop();
  server = undefined;
});

async function fetchFrom(answer: Answering, timeout = 10_000): Promise<{ status: number; text: string }> {
  server = await startCannedServer(answer);
  return fetchText(new URL('/serviceValidate?ticket=ST-1-secret', server.origin), { timeout });
}

test('the text of a 200', async () => {
  expect(await fetchFrom(() => ({ body: 'Zoé' }))).toMatchObject({ status: 200, text: 'Zoé' });
});

test('a letter that two packets share', async () => {
  const [first, second] = [Buffer.from('Zoé').subarray(0, 3), Buffer.from('Zoé').subarray(3)];
  const answer: Answering = (_, response) => {
    response.write(first, () => response.end(second));
  };
  expect((await fetchFrom(answer)).text).toBe('Zoé');
});

test.each([204, 404, 500])('C17 status %i is reported without reading the body', async (status) => {
  expect(await fetchFrom(() => ({ status, body: status === 204 ? '' : 'x'.repeat(10_000_000) }))).toMatchObject({
    status,
    text: '',
  });
});

test('C17 a redirect is not followed', async () => {
  expect(await fetchFrom(() => ({ status: 302, headers: { location: '/elsewhere' } }))).toMatchObject({
    status: 302,
    text: '',
  });
  expect(server?.asked).toHaveLength(1);
});

test('CAS 3.0 §3.1.1: unless connections are kept, each ticket travels on one of its own', async () => {
  const connections = new Set<unknown>();
  server = await startCannedServer((_, response) => {
    connections.add(response.socket);
    return { body: 'yes' };
  });
  for (const ticket of ['ST-1', 'ST-2', 'ST-3']) {
    await fetchText(new URL(`/?ticket=${ticket}`, server.origin), { timeout: 10_000 });
  }
  expect(connections.size).toBe(3);
});

describe('failures give an UnavailableError without the ticket', () => {
  test.each<[string, Answering, RegExp]>([
    ['a body of 257 kB', () => ({ body: 'x'.repeat(262_145) }), /more than 262144 bytes/],
    ['a body without end', (_, response) => endless(response), /more than 262144 bytes/],
    ['a connection that closes at once', (_, response) => void response.destroy(), /ECONNRESET/],
    ['a body that breaks off', (_, response) => void response.write('<cas', () => response.destroy()), /ECONNRESET/],
  ])('C14 C17: %s', async (_, answer, reason) => {
    const error = await fetchFrom(answer).catch((thrown: unknown) => thrown);
    expectUnavailable(error, reason);
  });

  test('C14 C17: a server that sends nothing, and one that sends slowly', async () => {
    expectUnavailable(await fetchFrom(() => undefined, 100).catch((thrown: unknown) => thrown), /nothing after 100 ms/);
    await server?.stop();
    const drip: Answering = (_, response) => {
      const timer = setInterval(() => response.write('x'), 10);
      response.on('close', () => clearInterval(timer));
    };
    expectUnavailable(await fetchFrom(drip, 200).catch((thrown: unknown) => thrown), /nothing after 200 ms/);
  });

  test('C14 C17: a closed port', async () => {
    server = await startCannedServer(() => undefined);
    const url = new URL('/?ticket=ST-1-secret', server.origin);
    await server.stop();
    expectUnavailable(await fetchText(url, { timeout: 10_000 }).catch((thrown: unknown) => thrown), /ECONNREFUSED/);
  });

  test('C14 C17: an answer that is not HTTP and repeats the ticket', async () => {
    const echo = createServer((socket) => socket.pipe(socket)).listen(0, '127.0.0.1');
    await once(echo, 'listening');
    const { port } = echo.address() as AddressInfo;
    const url = new URL(`http://127.0.0.1:${port}/?ticket=ST-1-secret`);
    expectUnavailable(await fetchText(url, { timeout: 10_000 }).catch((thrown: unknown) => thrown), /HPE_/);
    echo.close();
  });
});

function endless(response: Parameters<Answering>[1]): void {
  const more = (): void => {
    if (!response.destroyed) response.write('x'.repeat(65_536), more);
  };
  more();
}

function expectUnavailable(error: unknown, reason: RegExp): void {
  expect(error).toBeInstanceOf(UnavailableError);
  expect((error as UnavailableError).message).toMatch(reason);
  // The cause would bring bytes that the server sent, the ticket among them.
  expect((error as UnavailableError).cause).toBeUndefined();
  expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('secret');
}

/** jest gives tests a copy of the environment, but Node reads its own: a function of Node's leads to it. */
const nodeFunction = https.get.constructor as FunctionConstructor;
const realEnvironment = nodeFunction('return process.env')() as NodeJS.ProcessEnv;

const certificate = ownCertificate('IP:127.0.0.1');
const otherHost = ownCertificate('DNS:scribe.example.org');
if (certificate && otherHost) describeTls(certificate, otherHost);
else process.stderr.write('left out: TLS of cas-bridge needs openssl; sudo test/services/install.sh\n');

function describeTls(own: OwnCertificate, foreign: OwnCertificate): void {
  describe('TLS', () => {
    afterAll(() => {
      own.remove();
      foreign.remove();
    });

    test('C13: a self-signed certificate is refused', async () => {
      server = await startCannedServer(() => ({ body: 'yes' }), own);
      await expect(fetchText(new URL(server.origin), { timeout: 10_000 })).rejects.toThrow(
        'DEPTH_ZERO_SELF_SIGNED_CERT',
      );
      expect(server.asked).toEqual([]);
    });

    test('C13: a self-signed certificate is accepted when it is the given authority', async () => {
      server = await startCannedServer(() => ({ body: 'yes' }), own);
      expect((await fetchText(new URL(server.origin), { timeout: 10_000, ca: own.cert })).text).toBe('yes');
    });

    test('C13: a certificate for another host is refused, even from the given authority', async () => {
      server = await startCannedServer(() => ({ body: 'yes' }), foreign);
      await expect(fetchText(new URL(server.origin), { timeout: 10_000, ca: foreign.cert })).rejects.toThrow(
        'ERR_TLS_CERT_ALTNAME_INVALID',
      );
    });

    test('C13: another authority than the given one is refused', async () => {
      server = await startCannedServer(() => ({ body: 'yes' }), own);
      await expect(fetchText(new URL(server.origin), { timeout: 10_000, ca: foreign.cert })).rejects.toThrow(
        UnavailableError,
      );
    });

    test('C13: the environment cannot switch this off', async () => {
      server = await startCannedServer(() => ({ body: 'yes' }), own);
      realEnvironment['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
      try {
        await expect(fetchText(new URL(server.origin), { timeout: 10_000 })).rejects.toThrow(
          'DEPTH_ZERO_SELF_SIGNED_CERT',
        );
      } finally {
        delete realEnvironment['NODE_TLS_REJECT_UNAUTHORIZED'];
      }
    });
  });
}
