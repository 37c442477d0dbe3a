// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** As it came over the wire, with its headers. */
  readonly source: string;
}

/** A mail server on this machine that keeps the received mails. */
export interface MailServer {
  /** `smtp://127.0.0.1:…` */
  readonly url: string;
  readonly mails: readonly ReceivedMail[];
  /** The passwords that it received. */
  readonly passwords: readonly string[];
  stop(): Promise<void>;
}

interface MailServerOptions {
  /** Whether it refuses every recipient. */
  readonly refuses?: boolean;
  /** Whether it offers a login in clear text, as when a man in the middle removed STARTTLS. */
  readonly logsIn?: boolean;
}

export async function startMailServer({
  refuses = false,
  logsIn = false,
}: MailServerOptions = {}): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  const passwords: string[] = [];
  const server = new SMTPServer({
    logger: false,
    disabledCommands: logsIn ? ['STARTTLS'] : ['STARTTLS', 'AUTH'],
    authOptional: true,
    allowInsecureAuth: true,
    onAuth({ username, password }, _session, callback) {
      passwords.push(password ?? '');
      callback(null, { user: username ?? '' });
    },
    onRcptTo: (_address, _session, callback) => callback(refuses ? new Error('nobody of that name') : null),
    onData(stream, session, callback) {
      void text(stream).then((source) => {
        mails.push({ ...envelopeOf(session), source });
        callback();
      });
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    passwords,
    stop: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

function envelopeOf({ envelope }: SMTPServerSession): Omit<ReceivedMail, 'source'> {
  return {
    from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
    to: envelope.rcptTo.map(({ address }) => address),
  };
}

/** The text of a mail, decoded: `quoted-printable`, UTF-8. */
export function textOfMail({ source }: ReceivedMail): string {
  const body = source.slice(source.indexOf('\r\n\r\n') + 4);
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
