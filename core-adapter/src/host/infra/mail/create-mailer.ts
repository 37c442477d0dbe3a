// SPDX-License-Identifier: EUPL-1.2
import type { Transporter } from 'nodemailer';
import { UnavailableError } from '../../../api/errors.js';
import { errorMessage } from '../util/error-message.js';
import type { Settings } from '../settings/settings.schema.js';
import { isLoopback } from '../util/is-loopback.js';

export type MailSettings = NonNullable<Settings['mail']>;

/** A mail of plain text. */
export interface Letter {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

export interface Mailer {
  /** @throws UnavailableError when the server does not take it */
  send(letter: Letter): Promise<void>;
  /**
   * Connects to the server and logs in, without sending a mail.
   * @throws UnavailableError
   */
  greet(): Promise<void>;
}

/** The time limit for connecting, the greeting and each answer, in milliseconds: a stopping host waits for its mails. */
const PATIENCE = 8_000;

/** Creates a mailer. It connects anew for each mail, since mails are rare. */
export function createMailer({ url, from }: MailSettings): Mailer {
  const { host, hostname, username } = new URL(url);
  const isHere = isLoopback(hostname);
  const openTransport = async (): Promise<Transporter> => {
    // Loaded when the first mail is sent: most processes send none.
    const { createTransport } = await import('nodemailer');
    return createTransport(
      {
        url,
        dnsTimeout: PATIENCE,
        connectionTimeout: PATIENCE,
        greetingTimeout: PATIENCE,
        socketTimeout: PATIENCE,
        socketCloseTimeout: 0,
        // A mail server on this machine offers STARTTLS with an untrusted certificate, and the traffic crosses no
        // network.
        ...(isHere && { ignoreTLS: true }),
        // A man in the middle could remove the offer of STARTTLS: a password must never be sent in clear.
        ...(!isHere && username !== '' && { requireTLS: true }),
        disableFileAccess: true,
        disableUrlAccess: true,
      },
      // Tells automatic responders not to answer (RFC 3834 §5).
      { from, headers: { 'Auto-Submitted': 'auto-generated' } },
    );
  };
  const withTransport = async (work: (transport: Transporter) => Promise<unknown>): Promise<void> => {
    try {
      await work(await openTransport());
    } catch (error) {
      throw unreachable(host, error);
    }
  };
  return {
    send: ({ to, subject, text }) => withTransport((transport) => transport.sendMail({ to: [...to], subject, text })),
    greet: () => withTransport((transport) => transport.verify()),
  };
}

/** `host` contains no password. */
function unreachable(host: string, error: unknown): UnavailableError {
  return new UnavailableError(`The mail server ${host} takes no mail (${errorMessage(error)}).`, {
    remedy: 'Check mail.url and mail.from, and that it is up.',
  });
}
