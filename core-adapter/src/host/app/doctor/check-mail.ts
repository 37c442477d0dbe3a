// SPDX-License-Identifier: EUPL-1.2
import type { Finding } from '../../../api/check.js';
import { createMailer, type MailSettings } from '../../infra/mail/create-mailer.js';
import { good, warn } from './findings.js';

/** Says hello to the mail server, as before a mail, and sends none. @throws UnavailableError when it does not answer well */
export async function checkMail(mail: MailSettings | undefined): Promise<Finding> {
  if (!mail) return good('No mail server is set: those who keep the platform learn from its pages alone.');
  await createMailer(mail).greet();
  const { host } = new URL(mail.url);
  const { length } = mail.admins;
  if (length === 0) {
    return warn(
      `The mail server ${host} answers, but nobody is written to.`,
      'Write the addresses of those who keep the platform in mail.admins.',
    );
  }
  return good(
    `The mail server ${host} answers; ${length === 1 ? 'one address is' : `${length} addresses are`} written to.`,
  );
}
