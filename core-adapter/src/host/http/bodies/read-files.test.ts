// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Request } from 'express';
import { InputError } from '../../../api/errors.js';
import { cleanName, readFiles } from './read-files.js';
import { errorText } from '../../infra/util/error-text.js';

const nobodyThrows = (error: unknown): void => expect(error).toBeUndefined();
let server: Server;
let outcome: Promise<unknown>;

/** Serves one upload with `read`, and answers with what it gave or with the error's sentence. */
async function serve(read: (request: Request) => Promise<unknown>): Promise<string> {
  server = createServer((request, response) => {
    outcome = read(request as Request).then(
      (value) => void response.end(JSON.stringify(value)),
      (error: Error) => {
        response.statusCode = 400;
        response.end(errorText(error));
        return error;
      },
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const readAll = async (request: Request): Promise<string[]> => {
  const found: string[] = [];
  for await (const file of readFiles(request, 3, nobodyThrows)) found.push(`${file.name}=${await text(file.content)}`);
  return found;
};

function form(...files: [name: string, content: string][]): FormData {
  const data = new FormData();
  for (const [name, content] of files) data.append('files', new Blob([content]), name);
  return data;
}

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

test('files come one after the other; a field left empty is no file', async () => {
  const url = await serve(readAll);
  const body = form(['Vésuve.txt', 'lave'], ['', ''], ['Etna.txt', 'cendre']);
  const response = await fetch(url, { method: 'POST', body });
  expect(await response.json()).toEqual(['Vésuve.txt=lave', 'Etna.txt=cendre']);
});

test('too many files, and a body that is no form, are refused in one sentence', async () => {
  const url = await serve(readAll);
  const four = form(['a', '1'], ['b', '2'], ['c', '3'], ['d', '4']);
  const tooMany = await fetch(url, { method: 'POST', body: four });
  expect([tooMany.status, await tooMany.text()]).toEqual([
    400,
    'More than 3 files came at once. Send them in several goes.',
  ]);
  const noForm = await fetch(url, { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } });
  expect(await noForm.text()).toBe('The form cannot be read as one with files. Send the files as multipart/form-data.');
});

test('a reader that gives up early still gets its answer through, whatever is left to send', async () => {
  const url = await serve(async (request) => {
    for await (const file of readFiles(request, 3, nobodyThrows)) {
      file.content.destroy();
      throw new Error('no more room');
    }
    return undefined;
  });
  const response = await fetch(url, { method: 'POST', body: form(['big.bin', 'x'.repeat(5_000_000)]) });
  expect(await response.text()).toBe('no more room');
});

test('F15: a connection that breaks off in the middle fails the file and the loop', async () => {
  const url = new URL(await serve(readAll));
  const socket = connect(Number(url.port), url.hostname);
  socket.write(
    'POST / HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 9999\r\n\r\n' +
      '--b\r\nContent-Disposition: form-data; name="files"; filename="half.txt"\r\n\r\nbeginning',
  );
  await once(server, 'request');
  socket.destroy();
  expect(await outcome).toMatchObject({ message: 'The upload broke off before its end.', remedy: 'Send it again.' });
});

const PART = 'Content-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\nwords';

test.each([
  ['its closing boundary', `--b\r\n${PART}`],
  ['the last two dashes of its closing boundary', `--b\r\n${PART}\r\n--b`],
  ['its second file', `--b\r\n${PART}\r\n--b\r\n${PART.slice(0, 30)}`],
  ['everything', ''],
])('F15: a form without %s is refused, whether the file or the loop notices it', async (_what, body) => {
  const url = await serve(readAll);
  const headers = { 'Content-Type': 'multipart/form-data; boundary=b' };
  const response = await fetch(url, { method: 'POST', body, headers });
  expect([response.status, await response.text()]).toEqual([400, 'The form cannot be read to its end. Send it again.']);
  expect(await outcome).toBeInstanceOf(InputError);
});

test('P11, F15: a file that waits behind another when the connection breaks off raises no unhandled error', async () => {
  const url = new URL(
    await serve(async (request) => {
      const closed = new Promise((resolve) => request.once('close', resolve).once('error', () => undefined));
      for await (const file of readFiles(request, 3, nobodyThrows)) {
        socket.destroy();
        await closed;
        await text(file.content);
      }
    }),
  );
  const socket = connect(Number(url.port), url.hostname);
  const part = '--b\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\nwords\r\n';
  socket.write(
    'POST / HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 9999\r\n\r\n' +
      part +
      part.trimEnd(),
  );
  await once(server, 'request');
  expect(await outcome).toMatchObject({ message: 'The upload broke off before its end.', remedy: 'Send it again.' });
});

test('F15: a connection that broke off before the files were read fails the loop', async () => {
  const url = new URL(
    await serve(async (request) => {
      await new Promise((resolve) => request.once('close', resolve).once('error', () => undefined));
      return readAll(request);
    }),
  );
  const socket = connect(Number(url.port), url.hostname);
  socket.write(
    'POST / HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 9\r\n\r\n',
  );
  await once(server, 'request');
  socket.destroy();
  expect(await outcome).toMatchObject({ message: 'The upload broke off before its end.', remedy: 'Send it again.' });
});

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\x\\photo.png', 'photo.png'],
  ['a\u0000b\u202Egnp.exe', 'abgnp.exe'],
  ['e\u0301te\u0301.odt', 'été.odt'],
  ['\u3164\u200B', 'fichier'],
  ['photo de 👩\u200D🏫\u200D.png', 'photo de 👩\u200D🏫.png'],
  ['..', 'fichier'],
  ['CON', '_CON'],
  ['x/nul.tar.gz', '_nul.tar.gz'],
  ['com1 .txt', '_com1 .txt'],
  ['LPT9.odt', '_LPT9.odt'],
  ['console.log', 'console.log'],
  ['com10.txt', 'com10.txt'],
  [`a${'🐦'.repeat(300)}.pdf`, `a${'🐦'.repeat(195)}.pdf`],
  ['🐦'.repeat(150), '🐦'.repeat(150)],
  ['   ', 'fichier'],
  [`${'é'.repeat(300)}.pdf`, `${'é'.repeat(196)}.pdf`],
])('F1: the name %j becomes %j', (given, clean) => {
  expect(cleanName(given)).toBe(clean);
});
