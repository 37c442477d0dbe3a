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
  /** Says hello to the server and logs in, and sends nothing. @throws UnavailableError */
  greet(): Promise<void>;
}

/** How long the server may take to be found, to greet and to answer, in milliseconds: whoever stops the host waits for a mail. */
const PATIENCE = 8_000;

/** The way to the mail server; connected anew for each mail, for there are few. */
export function createMailer({ url, from }: MailSettings): Mailer {
  const { host, hostname, username } = new URL(url);
  const isHere = isLoopback(hostname);
  const openTransport = async (): Promise<Transporter> => {
    // Most processes send no mail: it is loaded when one does.
    const { createTransport } = await import('nodemailer');
    return createTransport(
      {
        url,
        dnsTimeout: PATIENCE,
        connectionTimeout: PATIENCE,
        greetingTimeout: PATIENCE,
        socketTimeout: PATIENCE,
        socketCloseTimeout: 0,
        // A mail server on this machine offers STARTTLS with a certificate that nobody signed, and nothing crosses a network.
        ...(isHere && { ignoreTLS: true }),
        // Whoever sits between could take the offer of STARTTLS away: a password must not go in clear for that.
        ...(!isHere && username !== '' && { requireTLS: true }),
        disableFileAccess: true,
        disableUrlAccess: true,
      },
      // Whoever answers by himself must not answer to this.
      { from, headers: { 'Auto-Submitted': 'auto-generated' } },
    );
  };
  const told = async (work: (transport: Transporter) => Promise<unknown>): Promise<void> => {
    try {
      await work(await openTransport());
    } catch (error) {
      throw unreachable(host, error);
    }
  };
  return {
    send: ({ to, subject, text }) => told((transport) => transport.sendMail({ to: [...to], subject, text })),
    greet: () => told((transport) => transport.verify()),
  };
}

/** `host` has no password in it. */
function unreachable(host: string, error: unknown): UnavailableError {
  return new UnavailableError(
    `The mail server ${host} takes no mail (${errorMessage(error)}); check mail.url and mail.from, and that it is up.`,
  );
}
