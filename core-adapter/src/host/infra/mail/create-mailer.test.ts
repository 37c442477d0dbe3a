// SPDX-License-Identifier: EUPL-1.2
import { UnavailableError } from '../../../api/errors.js';
import { createMailer, type MailSettings } from './create-mailer.js';
import { startMailServer, textOfMail, type MailServer } from './mail-server-for-tests.js';

const LETTER = {
  to: ['one@example.org', 'two@example.org'],
  subject: 'Volée\u00a0: une lecture',
  text: 'Bonjour, élève.',
};

function settings(url: string): MailSettings {
  return { url, from: 'ent@example.org', admins: [] };
}

let server: MailServer;
beforeAll(async () => {
  server = await startMailServer();
});
afterAll(() => server.stop());

test('a mail reaches all recipients, from the address of the settings, and asks for no automatic answer', async () => {
  await createMailer(settings(server.url)).send(LETTER);
  const [mail] = server.mails;
  expect(mail).toMatchObject({ from: 'ent@example.org', to: LETTER.to });
  expect(mail?.source).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  expect(mail && textOfMail(mail)).toMatch(/^Bonjour, élève\./);
});

test('greet sends no mail', async () => {
  const before = server.mails.length;
  await createMailer(settings(server.url)).greet();
  expect(server.mails).toHaveLength(before);
});

test('an unreachable or refusing server gives one sentence with the remedy and without the password', async () => {
  const gone = createMailer(settings('smtp://volee:geheim@127.0.0.1:1'));
  const error = await gone.greet().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UnavailableError);
  expect(error).toMatchObject({
    message: expect.stringMatching(/^The mail server 127\.0\.0\.1:1 takes no mail \(.*\)\.$/),
    remedy: expect.stringMatching(/^Check mail\.url/),
  });
  expect((error as Error).message).not.toContain('geheim');

  const refusing = await startMailServer({ refuses: true });
  await expect(createMailer(settings(refusing.url)).send(LETTER)).rejects.toThrow(UnavailableError);
  await refusing.stop();
});

test('a password is sent to another machine over TLS only', async () => {
  const stripped = await startMailServer({ logsIn: true });
  const mailerAt = (host: string) => createMailer(settings(stripped.url.replace('127.0.0.1', `volee:geheim@${host}`)));
  // The address names this machine and does not look like it.
  await expect(mailerAt('0.0.0.0').send(LETTER)).rejects.toThrow(UnavailableError);
  expect([stripped.passwords, stripped.mails]).toEqual([[], []]);
  await mailerAt('127.0.0.1').send(LETTER);
  expect([stripped.passwords, stripped.mails.length]).toEqual([['geheim'], 1]);
  await stripped.stop();
});
