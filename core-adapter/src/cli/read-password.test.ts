// SPDX-License-Identifier: EUPL-1.2
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { readPassword } from './read-password.js';

/** A fake terminal with streams for input and output. */
function terminal() {
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
  return { stdin, stderr: new PassThrough() };
}

test('C14 on a terminal the password is asked for and never shown', async () => {
  const { stdin, stderr } = terminal();
  const asked = readPassword('lea.petit', { stdin, stderr });
  stdin.write('geheim\r');
  expect(await asked).toBe('geheim');
  stderr.end();
  expect(await text(stderr)).toBe('Password of lea.petit at the SSO: \n');
});

test('without a terminal the password is the first line of the input, without a question', async () => {
  const stdin = new PassThrough();
  const stderr = new PassThrough();
  stdin.end(' pass wörd \nmore\n');
  expect(await readPassword('lea.petit', { stdin, stderr })).toBe(' pass wörd ');
  stderr.end();
  expect(await text(stderr)).toBe('');
});

test.each([
  ['an empty line', '\n'],
  ['nothing', ''],
])('%s is refused as a password', async (_, sent) => {
  const stdin = new PassThrough();
  stdin.end(sent);
  await expect(readPassword('lea.petit', { stdin, stderr: new PassThrough() })).rejects.toMatchObject({
    message: 'No password was given for lea.petit.',
    remedy: 'Type it, or send it as one line on stdin.',
  });
});

test('Ctrl+C ends the question', async () => {
  const { stdin, stderr } = terminal();
  const asked = readPassword('lea.petit', { stdin, stderr });
  stdin.write('\u0003');
  await expect(asked).rejects.toThrow(/^No password was given/);
});
