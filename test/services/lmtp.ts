// SPDX-License-Identifier: EUPL-1.2
import { LineClient } from './line-client.js';

export interface Mail {
  readonly to: readonly string[];
  /** Header and body, without a line that consists of a dot. */
  readonly text: string;
}

/** Delivers messages over one LMTP connection (RFC 2033), with all commands of a message sent at once (RFC 2920). */
export class LmtpClient {
  readonly #client: LineClient;

  private constructor(client: LineClient) {
    this.#client = client;
  }

  static async open(port: number): Promise<LmtpClient> {
    const client = await LineClient.open(port);
    await client.read(isAnswer);
    client.send('LHLO bench\r\n');
    await client.read(isAnswer);
    return new LmtpClient(client);
  }

  /** Resolves once the server has taken the message for each recipient. @throws Error when it refuses one */
  async deliver({ to, text }: Mail): Promise<void> {
    const recipients = to.map((name) => `RCPT TO:<${name}>\r\n`).join('');
    this.#client.send(`MAIL FROM:<bench>\r\n${recipients}DATA\r\n`);
    await this.#expect('2', to.length + 1);
    await this.#expect('3');
    this.#client.send(`${text.replace(/\r?\n/g, '\r\n')}\r\n.\r\n`);
    // An answer for each recipient.
    await this.#expect('2', to.length);
  }

  close(): void {
    this.#client.close();
  }

  async #expect(digit: string, answers = 1): Promise<void> {
    for (let left = answers; left > 0; left -= 1) {
      const [line = ''] = (await this.#client.read(isAnswer)).slice(-1);
      if (!line.startsWith(digit)) throw new Error(`LMTP: ${line}`);
    }
  }
}

/** The last line of an answer has a space after its code (RFC 5321 §4.2). */
function isAnswer(line: string): boolean {
  return /^\d{3} /.test(line);
}
