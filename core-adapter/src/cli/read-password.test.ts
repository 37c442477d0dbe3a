// SPDX-License-Identifier: EUPL-1.2
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { readPassword } from './read-password.js';

/** A terminal: what is typed is a stream, and so is what is shown. */
function terminal() {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
  return { input, prompt: new PassThrough() };
}

test('C14 on a terminal the password is asked for, and nothing of it is shown', async () => {
  const { input, prompt } = terminal();
  const asked = readPassword('lea.petit', input, prompt);
  input.write('geheim\r');
  expect(await asked).toBe('geheim');
  prompt.end();
  expect(await text(prompt)).toBe('Password of lea.petit at the SSO: \n');
});

test('elsewhere it is the first line that was sent, and nothing is asked', async () => {
  const input = new PassThrough();
  const prompt = new PassThrough();
  input.end(' pass wörd \nmore\n');
  expect(await readPassword('lea.petit', input, prompt)).toBe(' pass wörd ');
  prompt.end();
  expect(await text(prompt)).toBe('');
});

test.each([
  ['an empty line', '\n'],
  ['nothing', ''],
])('%s is no password', async (_, sent) => {
  const input = new PassThrough();
  input.end(sent);
  await expect(readPassword('lea.petit', input, new PassThrough())).rejects.toThrow(
    /^No password was given for lea\.petit;/,
  );
});

test('Ctrl+C ends the asking', async () => {
  const { input, prompt } = terminal();
  const asked = readPassword('lea.petit', input, prompt);
  input.write('\u0003');
  await expect(asked).rejects.toThrow(/^No password was given/);
});
