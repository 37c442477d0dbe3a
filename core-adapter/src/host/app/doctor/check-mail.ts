// SPDX-License-Identifier: EUPL-1.2
import type { Finding } from '../../../api/check.js';
import { createMailer, type MailSettings } from '../../infra/mail/create-mailer.js';
import { good, warn } from './findings.js';

/** Says hello to the mail server, as before a mail, and sends none. @throws UnavailableError when it does not answer well */
export async function checkMail(mail: MailSettings | undefined): Promise<Finding> {
  if (!mail) return good('No mail server is set: administrators see failed syncs only in the console.');
  await createMailer(mail).greet();
  const { host } = new URL(mail.url);
  const { length } = mail.admins;
  if (length === 0) {
    return warn(
      `The mail server ${host} answers, but mail.admins is empty.`,
      'Write the addresses of the administrators in mail.admins.',
    );
  }
  return good(
    `The mail server ${host} answers; ${length === 1 ? 'one address is' : `${length} addresses are`} written to.`,
  );
}
