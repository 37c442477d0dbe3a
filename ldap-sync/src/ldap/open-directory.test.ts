// SPDX-License-Identifier: EUPL-1.2
import { connect } from 'node:net';

import { UnavailableError } from '@volee/core-adapter';

import { makeCertificate } from '../testing/certificates.js';
import { address, PUPILS, searchAll, uids } from '../testing/search-for-tests.js';
import { startRawServer, type RawServer } from '../testing/raw-server.js';
import { stopAfterEach } from '../testing/stop-after-each.js';
import { startTestDirectory, type Behaviour, type TestDirectory } from '../testing/test-directory.js';
import { twoSchools } from '../testing/test-entries.js';
import { openDirectory } from './open-directory.js';

const started = stopAfterEach();

async function start(behaviour: Behaviour = {}): Promise<TestDirectory> {
  return started(await startTestDirectory(twoSchools(), behaviour));
}

async function closedPort(): Promise<number> {
  const server = await startRawServer();
  await server.stop();
  return server.port;
}

describe('an unusable directory is reported in one sentence', () => {
  test.each([{ bindPassword: 'wrong' }, { bindDn: 'cn=nobody,o=gouv,c=fr' }])(
    'the login is refused: %o',
    async (changes) => {
      const directory = await start();

      await expect(searchAll(address(directory.url, changes))).rejects.toThrow(UnavailableError);
      await expect(searchAll(address(directory.url, changes))).rejects.toMatchObject({
        message: expect.stringMatching(/refuses the name or the password of cn=/),
        remedy: 'Check bindDn and bindPassword.',
      });
    },
  );

  test('a closed port', async () => {
    const url = `ldap://127.0.0.1:${await closedPort()}`;

    await expect(searchAll(address(url))).rejects.toThrow(`The directory ${url} cannot be reached.`);
  });

  test.each(['ldap', 'ldaps'])('it accepts the connection and says nothing (%s)', async (scheme) => {
    const server = started(await startRawServer());

    await expect(searchAll(address(`${scheme}://127.0.0.1:${server.port}`, { timeout: 200 }))).rejects.toThrow(
      /did not answer for 0.2 s while (logging in|connecting)/,
    );
  });

  test.each(['HTTP/1.1 400 Bad Request\r\n\r\n', '\x30\x05\x02\x01\x01\x61\x00'])(
    'it speaks something else: %j',
    async (word) => {
      const server = started(await startRawServer((socket) => socket.once('data', () => socket.end(word, 'latin1'))));

      await expect(searchAll(address(`ldap://127.0.0.1:${server.port}`))).rejects.toThrow(UnavailableError);
    },
  );
});

describe('TLS is verified', () => {
  const names = [
    { title: 'an authority that is trusted', name: 'IP:127.0.0.1', trusted: true, sentence: undefined },
    {
      title: 'an authority that nobody knows',
      name: 'IP:127.0.0.1',
      trusted: false,
      sentence: /of an unknown authority/,
    },
    { title: 'another name', name: 'DNS:localhost', trusted: true, sentence: /certificate for another name/ },
  ];

  test.each(names)('ldaps: $title', async ({ name, trusted, sentence }) => {
    const tls = await makeCertificate(name);
    const directory = await start({ tls });

    const reading = searchAll(address(directory.url, { ca: trusted ? tls.certificate : undefined }));

    await (sentence
      ? expect(reading).rejects.toThrow(sentence)
      : expect(reading.then(uids)).resolves.toEqual(['Lea.Martin']));
  });

  // For "another name" the certificate is for localhost: ldapjs would compare with that when it is not told the name.
  test.each(names)('StartTLS: $title', async ({ name, trusted, sentence }) => {
    const tls = await makeCertificate(name);
    const encrypted = await start({ tls });
    const server = started(await startTlsBefore(encrypted.port));

    const to = address(`ldap://127.0.0.1:${server.port}`, {
      startTls: true,
      ca: trusted ? tls.certificate : undefined,
    });
    const reading = searchAll(to);

    await (sentence
      ? expect(reading).rejects.toThrow(sentence)
      : expect(reading.then(uids)).resolves.toEqual(['Lea.Martin']));
  });

  test('StartTLS that the server does not know: the password is not sent', async () => {
    const directory = await start();

    await expect(searchAll(address(directory.url, { startTls: true }))).rejects.toThrow(/while starting TLS/);
    expect(directory.connections.size).toBe(0); // filled by the first login
  });

  test('a plain server behind an ldaps address', async () => {
    const directory = await start();

    await expect(searchAll(address(directory.url.replace('ldap:', 'ldaps:')))).rejects.toThrow(UnavailableError);
  });
});

describe('the signal ends it', () => {
  const reason = new Error('the run was stopped');

  test('before the first packet', async () => {
    await expect(openDirectory(address('ldap://127.0.0.1:1'), AbortSignal.abort(reason))).rejects.toBe(reason);
  });

  test('while the directory keeps silent', async () => {
    const controller = new AbortController();
    const server = started(await startRawServer((socket) => socket.once('data', () => controller.abort(reason))));

    await expect(openDirectory(address(`ldap://127.0.0.1:${server.port}`), controller.signal)).rejects.toBe(reason);
  });

  test('while the connection is being made', async () => {
    const controller = new AbortController();
    const server = started(await startRawServer());
    const to = address(`ldaps://127.0.0.1:${server.port}`, { timeout: 1_000 });

    const opening = openDirectory(to, controller.signal);
    controller.abort(reason);

    await expect(opening).rejects.toBe(reason);
  });

  test('in the middle of an answer, and the connection is gone', async () => {
    const directory = await start({ answer: () => true });
    const controller = new AbortController();
    const open = await openDirectory(address(directory.url), controller.signal);
    const [connection] = directory.connections;
    const gone = new Promise((resolve) => connection?.once('close', resolve));
    const first = open.search(PUPILS)[Symbol.asyncIterator]().next();

    setImmediate(() => controller.abort(reason));

    await expect(first).rejects.toBe(reason);
    await gone;
  });

  test('between two searches', async () => {
    const directory = await start();
    const controller = new AbortController();
    const open = await openDirectory(address(directory.url), controller.signal);
    controller.abort(reason);

    await expect(open.search(PUPILS)[Symbol.asyncIterator]().next()).rejects.toBe(reason);
  });
});

/** Agrees to StartTLS (RFC 4511 §4.14), then hands everything on to a server that speaks TLS. */
function startTlsBefore(port: number): Promise<RawServer> {
  const agreed = Buffer.from('300c02010178070a010004000400', 'hex'); // message 1, ExtendedResponse, success
  return startRawServer((socket) => {
    socket.once('data', () => {
      const encrypted = connect(port, '127.0.0.1', () => {
        socket.pipe(encrypted).pipe(socket);
        socket.write(agreed);
      });
      encrypted.on('error', () => socket.destroy());
      socket.on('close', () => encrypted.destroy());
    });
  });
}
